import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import type { Signing, Store } from '../../src/ports.ts';
import { readAsClient, type Seen } from '../fakes/reader.ts';
import { newSigning, publishBuild, start } from '../fakes/scene.ts';

class Crash extends Error {}

/** Stops a publisher at its nth call to the store, before or after the call takes effect. */
function crashing(store: MemoryStore, at: number, moment: 'before' | 'after'): Store {
  let calls = 0;
  const wrap =
    <Arguments extends readonly unknown[], Answer>(
      method: (...given: Arguments) => Promise<Answer>,
    ) =>
    async (...given: Arguments): Promise<Answer> => {
      calls += 1;
      if (calls > at) throw new Crash();
      if (calls === at && moment === 'before') throw new Crash();
      const answer = await method(...given);
      if (calls >= at) throw new Crash();
      return answer;
    };
  return {
    url: store.url,
    read: wrap(store.read),
    stat: wrap(store.stat),
    create: wrap(store.create),
    replace: wrap(store.replace),
    unfinished: wrap(store.unfinished),
  };
}

const signing = await newSigning();

interface Scenario {
  readonly name: string;
  readonly prepare: (store: MemoryStore) => Promise<unknown>;
  readonly run: (store: Store) => Promise<unknown>;
  readonly before: Signing | undefined;
  readonly after: Signing | undefined;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'the first publish into an empty root, unsigned',
    prepare: async () => undefined,
    run: (store) => publishBuild(store, '1'),
    before: undefined,
    after: undefined,
  },
  {
    name: 'the first publish into an empty root, signed',
    prepare: async () => undefined,
    run: (store) => publishBuild(store, '1', { signing }),
    before: undefined,
    after: signing,
  },
  {
    name: 'a second version, signed',
    prepare: (store) => publishBuild(store, '1', { signing }),
    run: (store) => publishBuild(store, '2', { signing }),
    before: signing,
    after: signing,
  },
  {
    name: 'a second version, unsigned',
    prepare: (store) => publishBuild(store, '1'),
    run: (store) => publishBuild(store, '2'),
    before: undefined,
    after: undefined,
  },
  {
    name: 'an unsigned root that becomes signed',
    prepare: (store) => publishBuild(store, '1'),
    run: (store) => publishBuild(store, '2', { signing }, { adopt: true }),
    before: undefined,
    after: signing,
  },
];

describe.each(scenarios)('a crash at every call of $name', ({ prepare, run, before, after }) => {
  test('leaves the old root or the new one, complete, and the next run heals it', async () => {
    const clean = memoryStore({ now: () => start });
    await prepare(clean);
    const old = await seen(clean, before);
    await run(clean);
    const whole = await seen(clean, after);
    const callsOfARun = 200;
    for (let at = 1; at <= callsOfARun; at++) {
      for (const moment of ['before', 'after'] as const) {
        const store = memoryStore({ now: () => start });
        await prepare(store);
        const ended = await run(crashing(store, at, moment)).then(
          () => true,
          (error) => {
            if (!isCrash(error)) throw error;
            return false;
          },
        );
        for (const [reader, view] of (await seen(store, after)).entries()) {
          expect([old[reader], whole[reader]]).toContainEqual(view);
        }
        await run(store);
        expect(await seen(store, after)).toEqual(whole);
        if (ended && moment === 'before') return;
      }
    }
    throw new Error(`the run makes more than ${callsOfARun} calls`);
  });
});

function isCrash(error: unknown): boolean {
  return error instanceof Crash || (error instanceof Error && isCrash(error.cause));
}

/** As both kinds of readers see the root. One that finds no index has nothing, as in a root that lists nothing. */
async function seen(
  store: MemoryStore,
  signing: Signing | undefined,
): Promise<readonly Seen['versions'][]> {
  const plain = await readAsClient(store, 'json').catch(absent);
  const signed =
    signing === undefined ? undefined : await readAsClient(store, 'sjson', signing).catch(absent);
  return [plain?.versions ?? {}, signed?.versions ?? {}];
}

function absent(error: Error): undefined {
  if (/^404 streams\/v1\/index/.test(error.message)) return undefined;
  throw error;
}
