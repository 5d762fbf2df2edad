import { memoryStore } from '../../src/adapters/memory-store.ts';
import { isSimplestreamsError } from '../../src/core/error.ts';
import type { Replaced } from '../../src/ports/store.ts';
import { type Gate, gatedStore } from '../fakes/gated-store.ts';
import { copyOf } from '../fakes/root-content.ts';
import { start } from '../fakes/scene.ts';
import {
  type Bounds,
  describeSchedule,
  exploreSchedules,
  type Schedule,
} from '../fakes/schedules.ts';
import { type Choose, type Later, takeTurns, type Waiting } from '../fakes/turns.ts';
import type { Publisher, RaceScenario, RunReport } from './publishers.ts';
import { watchRoot } from './watch.ts';

/** How the run of a publisher ended. */
export interface Ending {
  readonly publisher: Publisher;
  readonly report: RunReport | undefined;
  /** Of the error it was refused with. */
  readonly code: string | undefined;
}

const now = () => start;
const pause = async () => undefined;

/**
 * Tries every schedule of a scenario within the bounds; the error for the first that breaks an invariant ends with the
 * schedule, which {@link replayRace} takes.
 */
export async function exploreRace(scenario: RaceScenario, bounds: Bounds) {
  const prepared = memoryStore({ now, pause });
  await scenario.prepare(prepared, { now, run: 'before' });
  const created = new Map<string, Set<number>>();
  const isShared = ({ call }: Waiting) =>
    isMutable(call.path) || (created.get(call.path)?.size ?? 0) > 1;
  return exploreSchedules(bounds, isShared, (choose) =>
    race(scenario, prepared, (waiting, previous) => {
      const taken = choose(waiting, previous);
      if (taken.call.method === 'create') {
        created.set(taken.call.path, (created.get(taken.call.path) ?? new Set()).add(taken.actor));
      }
      return taken;
    }),
  );
}

/** One schedule again, as a failure named it. */
export async function replayRace(scenario: RaceScenario, schedule: Schedule): Promise<void> {
  const prepared = memoryStore({ now, pause });
  await scenario.prepare(prepared, { now, run: 'before' });
  let turn = 0;
  await race(scenario, prepared, (waiting) => {
    const planned = schedule[turn++];
    const chosen = waiting.find(({ actor }) => actor === planned) ?? waiting[0];
    if (chosen === undefined) throw new Error('nobody waits');
    return chosen;
  });
}

/** Runs a scenario once, on a copy of what was prepared, with the turns that `choose` gives. */
export async function race(
  scenario: RaceScenario,
  prepared: ReturnType<typeof memoryStore>,
  choose: Choose,
): Promise<void> {
  const store = copyOf(prepared, now, pause);
  const watch = await watchRoot(store, scenario.publishers);
  const taken: Waiting[] = [];
  const endings: Ending[] = [];
  const actors = scenario.publishers.map((publisher, at) => async (gate: Gate, later: Later) => {
    const own = gatedStore(store, lateGate(gate, later, publisher.latePut));
    const options = { now, run: `publisher ${at}`, sleep: pause };
    endings.push(await endingOf(publisher, publisher.publish(own, options)));
  });
  try {
    await takeTurns(
      actors,
      (waiting, previous) => {
        const next = choose(waiting, previous);
        taken.push(next);
        return next;
      },
      ({ call }) => watch.after(call),
    );
    await watch.end(scenario, endings);
  } catch (error) {
    throw new Error(
      `${scenario.name}, schedule ${describeSchedule(taken.map(({ actor }) => actor))}: ${messageOf(error)}\n${traceOf(taken)}`,
      { cause: error },
    );
  }
}

/** The first PUT of an object is answered as one whose answer never came, and takes effect at any later turn. */
function lateGate(gate: Gate, later: Later, path: string | undefined): Gate {
  let open = path !== undefined;
  return (call, effect) => {
    if (!open || call.method !== 'replace' || call.path !== path) return gate(call, effect);
    open = false;
    return gate(call, async () => {
      later(call, effect);
      const answer: Replaced = { outcome: 'unknown', cause: new Error('no answer') };
      return answer as Awaited<ReturnType<typeof effect>>;
    });
  };
}

async function endingOf(publisher: Publisher, run: Promise<RunReport>): Promise<Ending> {
  try {
    return { publisher, report: await run, code: undefined };
  } catch (error) {
    if (!isSimplestreamsError(error)) throw error;
    return { publisher, report: undefined, code: error.code };
  }
}

/** Objects whose name is not that of their bytes. */
function isMutable(path: string): boolean {
  return !/[./][0-9a-f]{32}(?:[./-]|$)/.test(path);
}

function traceOf(taken: readonly Waiting[]): string {
  return taken.map(({ actor, call }) => `  ${actor} ${call.method} ${call.path}`).join('\n');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
