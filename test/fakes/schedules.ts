import type { Choose, Waiting } from './turns.ts';

/** Which actor has each turn; after the last one, whoever had it keeps it. */
export type Schedule = readonly number[];

export interface Bounds {
  /** How often the turn is taken from an actor that could go on. */
  readonly preemptions: number;
  /** How many schedules to try, those with few preemptions first. */
  readonly schedules: number;
}

/**
 * Every schedule within the bounds, one after the other: each is tried, and what was seen on the way tells where another
 * choice is worth trying. Taking the turn from an actor is worth it only before a call on a shared object.
 * @param isShared whether what a call touches may matter to somebody else
 * @returns how many schedules there were, and whether those were all
 */
export async function exploreSchedules(
  { preemptions, schedules }: Bounds,
  isShared: (waiting: Waiting) => boolean,
  attempt: (choose: Choose, schedule: Schedule) => Promise<void>,
): Promise<{ readonly cases: number; readonly all: boolean }> {
  const open: Schedule[][] = Array.from({ length: preemptions + 1 }, () => []);
  open[0]?.push([]);
  for (let cases = 0; ; cases++) {
    const cost = open.findIndex((each) => each.length > 0);
    const schedule = open[cost]?.pop();
    if (schedule === undefined) return { cases, all: true };
    if (cases === schedules) return { cases, all: false };
    const taken: number[] = [];
    const choose: Choose = (waiting, previous) => {
      const current = waiting.find(({ actor }) => actor === previous);
      const planned = waiting.find(({ actor }) => actor === schedule[taken.length]);
      const chosen = planned ?? current ?? first(waiting);
      if (taken.length >= schedule.length && (current === undefined || isShared(current))) {
        const price = open[cost + (current === undefined ? 0 : 1)];
        for (const actor of othersOf(waiting, chosen)) price?.push([...taken, actor]);
      }
      taken.push(chosen.actor);
      return chosen;
    };
    await attempt(choose, schedule);
  }
}

function first(waiting: readonly Waiting[]): Waiting {
  const [any] = waiting;
  if (any === undefined) throw new Error('nobody waits');
  return any;
}

function othersOf(waiting: readonly Waiting[], { actor }: Waiting): ReadonlySet<number> {
  return new Set(waiting.map((each) => each.actor).filter((each) => each !== actor));
}

/** `12×0 1×1 3×0`: as a failure names it. */
export function describeSchedule(schedule: Schedule): string {
  const runs: { actor: number; count: number }[] = [];
  for (const actor of schedule) {
    const last = runs.at(-1);
    if (last?.actor === actor) last.count += 1;
    else runs.push({ actor, count: 1 });
  }
  return runs.map(({ actor, count }) => `${count}×${actor}`).join(' ');
}

/** The schedule that {@link describeSchedule} describes. */
export function parseSchedule(text: string): Schedule {
  return text.split(' ').flatMap((run) => {
    const [count = 0, actor = 0] = run.split('×').map(Number);
    return Array.from({ length: count }, () => actor);
  });
}
