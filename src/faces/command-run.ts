import type { Environment } from './environment.ts';
import type { Reading } from './reading.ts';
import type { Run } from './wire.ts';

/** What a run of a command works with, on every platform. */
export interface CommandRun extends Run {
  readonly reading: Reading;
  readonly cwd: string;
  readonly environment: Environment;
  /** What is known of the run so far, for the report of a failure. */
  readonly known: Map<string, unknown>;
}
