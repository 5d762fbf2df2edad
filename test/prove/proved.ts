import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What was tried, for the table of `npm run prove`. */
    proved?: Proved;
  }
}

export interface Proved {
  /** How many cases were tried. */
  readonly cases: number;
  /** What else is worth knowing: `all schedules`, `5 attempts at most`. */
  readonly note?: string;
}

/** Says what a test has tried. */
export function proved({ task }: TestContext, what: Proved): void {
  task.meta.proved = what;
}
