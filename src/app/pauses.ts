import type { Ports } from '../ports.ts';

/** In milliseconds: of what others spoil, by time and not by a count: each attempt that one loses is a commit of another. */
export const patience = 10 * 60 * 1000;

const firstSpan = 50;
const longestSpan = 30_000;

/** What stands between attempts at something that only one of many can do at a time. */
export interface Pauses {
  /** True when it has been tried long enough. */
  isOver(): boolean;
  /**
   * Waits before the next attempt.
   * @param began when the attempt that was spoiled began
   */
  after(began: Date): Promise<void>;
}

/**
 * Pauses with full jitter: those who collided spread over the whole span. The span follows the length of an attempt, so
 * that it fits every machine and every way to a store, and grows until there is room in it for everybody's attempt.
 */
export function openPauses({ clock, random }: Pick<Ports, 'clock' | 'random'>): Pauses {
  const end = clock.now().getTime() + patience;
  let span = firstSpan;
  return {
    isOver: () => clock.now().getTime() > end,
    after: async (began) => {
      const took = clock.now().getTime() - began.getTime();
      span = Math.min(longestSpan, Math.max(1.25 * span, 2 * took));
      await clock.sleep(random.fraction() * span);
    },
  };
}
