import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { isSimplestreamsError } from '../../src/core/error.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { readWhole } from '../fakes/reader.ts';
import { copyOf, momentOf, staleFollowers } from '../fakes/root-content.ts';
import { newKey, next, old, oldKey, publishProduct, ringOf, rotate } from '../fakes/rotating.ts';
import { type SceneOptions, start } from '../fakes/scene.ts';
import { describeSchedule, exploreSchedules } from '../fakes/schedules.ts';
import { type Choose, takeTurns, type Waiting } from '../fakes/turns.ts';

type Run = (
  store: Store,
  options: SceneOptions,
) => Promise<{ readonly root: string; readonly product?: string | undefined }>;

interface KeyRace {
  readonly name: string;
  readonly prepare: readonly Run[];
  readonly runs: readonly [Run, Run];
  /** With what the one or the other may fail. */
  readonly refusals: readonly string[];
  /** The keys of the ring in the end, by who succeeded. */
  readonly ring: (succeeded: readonly boolean[]) => readonly string[];
}

const now = () => start;
const pause = async () => undefined;
const options = { now, sleep: pause };
const trustingOld = hmacSigning('old', 'new');
const third = hmacSigning('third', 'old', 'new');

const publishOld: Run = (store, run) => publishProduct(store, '2', old, run);
const publishTrusting: Run = (store, run) => publishProduct(store, '2', trustingOld, run);
const publishNew: Run = (store, run) => publishProduct(store, '3', next, run);
const add: Run = (store, run) => rotate(store, old, { newKey }, run);
const addThird: Run = (store, run) => rotate(store, old, { newKey: third.signer }, run);
const takeOver: Run = (store, run) => rotate(store, next, {}, run);
const dropOld: Run = (store, run) =>
  rotate(store, next, { dropKey: oldKey.fingerprint, grace: 0 }, run);
const first: Run = (store, run) => publishProduct(store, '1', old, run);

const [oldOne, newOne, thirdOne] = [oldKey, newKey, third.signer].map((key) => key.fingerprint);
const both = () => [oldOne ?? '', newOne ?? ''];

const races: readonly KeyRace[] = [
  {
    name: 'a new key is added beside a publisher',
    prepare: [first],
    runs: [publishOld, add],
    refusals: [],
    ring: both,
  },
  {
    name: 'two new keys are added',
    prepare: [first],
    runs: [add, addThird],
    refusals: [],
    ring: () => [...both(), thirdOne ?? ''].sort(),
  },
  {
    name: 'a new key takes over beside a publisher who has the old one',
    prepare: [first, add],
    runs: [publishOld, takeOver],
    refusals: ['SIGNATURE_INVALID'],
    ring: both,
  },
  {
    name: 'a new key takes over beside a publisher who has the old one and trusts both',
    prepare: [first, add],
    runs: [publishTrusting, publishNew],
    refusals: [],
    ring: both,
  },
  {
    name: 'an old key is dropped beside a publisher who still has it',
    prepare: [first, add, takeOver],
    runs: [publishTrusting, dropOld],
    refusals: ['KEY_NOT_IN_RING', 'KEY_IN_USE'],
    ring: ([, dropped]) => (dropped ? [newOne ?? ''] : both()),
  },
  {
    name: 'an old key is dropped beside a publisher who has the new one',
    prepare: [first, add, takeOver],
    runs: [publishNew, dropOld],
    refusals: [],
    ring: () => [newOne ?? ''],
  },
];

/** Who has the ring that the head names, and nothing else, can verify the head and all that it names. */
async function checkRing({ objects }: MemoryStore): Promise<void> {
  const bytesAt = (path: string) => objects.get(joinPath(path))?.bytes ?? new Uint8Array();
  const head = bytesAt('streams/v1/index.sjson');
  const { text } = await third.verifier.clearsigned(head, 'index.sjson');
  const { keyring, index } = JSON.parse(text);
  const documents = Object.values<{ path: string }>(index).map(({ path }) => bytesAt(path));
  for (const signed of [head, ...documents]) {
    if (await old.ring.verifies(bytesAt(keyring), signed)) continue;
    throw new Error('the ring that the head names does not verify all');
  }
}

async function attempt(race: KeyRace, prepared: MemoryStore, choose: Choose): Promise<string> {
  const store = copyOf(prepared, now, pause);
  const taken: Waiting[] = [];
  const codes: (string | undefined)[] = [];
  const published: string[] = [];
  const actors = race.runs.map((run, at) => async (gate: Parameters<typeof gatedStore>[1]) => {
    const done = run(gatedStore(store, gate), { ...options, run: `run ${at}` });
    codes[at] = await done.then(
      ({ product }) => {
        if (product !== undefined) published.push(product);
        return undefined;
      },
      (error: unknown) => {
        if (isSimplestreamsError(error)) return error.code;
        throw error;
      },
    );
  });
  try {
    const choosing: Choose = (waiting, previous) => {
      const chosen = choose(waiting, previous);
      taken.push(chosen);
      return chosen;
    };
    await takeTurns(actors, choosing, async ({ call }) => {
      if (call.method === 'replace' || call.method === 'remove') await checkRing(store);
    });
    await checkEnd(race, store, codes, published);
  } catch (error) {
    const schedule = describeSchedule(taken.map(({ actor }) => actor));
    throw new Error(`${race.name}, schedule ${schedule}: ${error}`, { cause: error });
  }
  return codes.join(' ');
}

async function checkEnd(
  { refusals, ring }: KeyRace,
  store: MemoryStore,
  codes: readonly (string | undefined)[],
  published: readonly string[],
): Promise<void> {
  for (const code of codes) if (code !== undefined) expect(refusals).toContain(code);
  const succeeded = codes.map((code) => code === undefined);
  expect(succeeded, 'one of them succeeds').toContain(true);
  const keys = await ringOf(store);
  expect(keys.length === 3 ? [...keys].sort() : keys).toEqual(ring(succeeded));
  expect(await staleFollowers(store, third)).toEqual([]);
  const { documents } = await readWhole(momentOf(store), 'sjson', third);
  const products = Object.values(documents).flatMap(({ document }) =>
    Object.keys(document.products),
  );
  expect([...products].sort()).toEqual(['alpine:1:amd64:default', ...published].sort());
}

describe('two at once while a key is changed, in every schedule up to a bound', () => {
  for (const race of races) {
    test(race.name, async () => {
      const prepared = memoryStore({ now, pause });
      for (const [at, run] of race.prepare.entries()) {
        await run(prepared, { ...options, run: `before ${at}` });
      }
      const isShared = ({ call }: Waiting) => !/[./][0-9a-f]{32}(?:[./-]|$)/.test(call.path);
      const endings = new Set<string>();
      const { cases } = await exploreSchedules(
        { preemptions: 2, schedules: 80 },
        isShared,
        async (choose) => {
          endings.add(await attempt(race, prepared, choose));
        },
      );
      expect(cases).toBeGreaterThan(20);
      // Each of the refusals is met by some schedule.
      for (const code of race.refusals) expect([...endings].join()).toContain(code);
    });
  }
});
