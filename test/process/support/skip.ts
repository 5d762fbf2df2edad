import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped; `.ci/count.mjs` prints it. */
    skipped?: string;
  }
}

/** Skips the running test and keeps the reason for the report. */
export function skipBecause({ task, skip }: TestContext, reason: string): never {
  task.meta.skipped = reason;
  return skip(reason);
}
