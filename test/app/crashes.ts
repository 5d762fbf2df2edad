import { expect } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { type Readable, readWhole } from '../fakes/reader.ts';
import { contentOf, copyOf, momentOf, orphansOf, staleFollowers } from '../fakes/root-content.ts';
import { start } from '../fakes/scene.ts';
import type { CrashScenario } from './crash-scenarios.ts';

class Crash extends Error {}

/** Stops a publisher at its nth call to the store, before or after the call takes effect. */
export function crashing(store: Store, at: number, moment: 'before' | 'after'): Store {
  let calls = 0;
  return gatedStore(store, async (_, effect) => {
    calls += 1;
    if (calls > at || (calls === at && moment === 'before')) throw new Crash();
    const answer = await effect();
    if (calls >= at) throw new Crash();
    return answer;
  });
}

export interface CrashCount {
  /** Runs that were stopped. */
  readonly cases: number;
  /** At most, of objects that nothing leads to after the run that healed. */
  readonly orphans: number;
}

/**
 * Stops the run of a scenario at every call, before and after it takes effect. Each time both readers must see the
 * root as it was or as it is to be, and the next run must make of it what it would be without the crash.
 * @param step 1: at every call; 7: at every seventh
 */
export async function crashEverywhere(scenario: CrashScenario, step = 1): Promise<CrashCount> {
  const { before, after, leaves = 0, adds = [] } = scenario;
  const prepared = memoryStore({ now: at(0) });
  await scenario.prepare(prepared, { now: at(0), run: 'before' });
  const clean = copyOf(prepared, at(1));
  const old = await versionsSeen(clean, before ?? after);
  await scenario.run(clean, { now: at(1), run: 'clean' });
  const whole = await versionsSeen(clean, after);
  const content = await contentOf(momentOf(clean), after);
  expect(await orphansOf(clean, after), 'without a crash').toHaveLength(leaves);

  let orphans = 0;
  for (let call = 1, cases = 0; call < 1000; call += step) {
    for (const moment of ['before', 'after'] as const) {
      const where = `${scenario.name}, stopped ${moment} call ${call}`;
      const store = copyOf(prepared, at(2));
      const stopped = crashing(store, call, moment);
      const ended = await endsOf(scenario.run(stopped, { now: at(2), run: 'crashed' }));
      for (const [reader, view] of (await versionsSeen(store, after)).entries()) {
        const states = [old[reader], old[reader]?.concat(adds), whole[reader]];
        expect(states, `${where}: reader ${reader}`).toContainEqual(view);
      }
      const healing = copyOf(store, at(3));
      await scenario.run(healing, { now: at(3), run: 'healing' });
      expect(await contentOf(momentOf(healing), after), where).toEqual(content);
      expect(await staleFollowers(healing, after), where).toEqual([]);
      orphans = Math.max(orphans, (await orphansOf(healing, after)).length);
      if (ended && moment === 'before') return { cases, orphans };
      cases += 1;
    }
  }
  throw new Error(`${scenario.name} makes no end of calls`);
}

/** The machine's clock at the nth run: every run has a minute of its own. */
function at(run: number): () => Date {
  return () => new Date(start.getTime() + run * 60_000);
}

async function endsOf(run: Promise<unknown>): Promise<boolean> {
  try {
    await run;
    return true;
  } catch (error) {
    if (isCrash(error)) return false;
    throw error;
  }
}

function isCrash(error: unknown): boolean {
  return error instanceof Crash || (error instanceof Error && isCrash(error.cause));
}

/** What each reader gets: one that starts at `index.json`, and one at `index.sjson` that verifies. */
export async function versionsSeen(
  store: MemoryStore,
  signing: Signing | undefined,
): Promise<readonly (readonly string[] | undefined)[]> {
  const moment = momentOf(store);
  return [
    await versionsFrom(moment, 'json'),
    signing && (await versionsFrom(moment, 'sjson', signing)),
  ];
}

/** One that finds no index has nothing, as in a root that lists nothing. */
async function versionsFrom(
  store: Readable,
  from: 'json' | 'sjson',
  signing?: Signing,
): Promise<readonly string[]> {
  const read = await readWhole(store, from, signing).catch((error: Error) => {
    if (error.message.startsWith(`404 streams/v1/index.${from}`)) return undefined;
    throw error;
  });
  const products = Object.values(read?.documents ?? {}).flatMap(({ document }) =>
    Object.entries(document.products),
  );
  return products
    .flatMap(([name, { versions = {} }]) =>
      Object.keys(versions).map((serial) => `${name} ${serial}`),
    )
    .sort();
}
