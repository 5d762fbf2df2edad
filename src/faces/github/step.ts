import type { Reporter } from '../../ports.ts';
import type { Environment } from '../environment.ts';
import type { OutputName } from '../outputs.ts';
import type { Reading } from '../reading.ts';

/** What a command works with. */
export interface Step {
  readonly reading: Reading;
  readonly cwd: string;
  readonly environment: Environment;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  /** What is known of the run so far, for the report of a failure. */
  readonly known: Map<string, unknown>;
}

export interface Annotation {
  readonly severity: 'error' | 'warning' | 'note';
  readonly title: string;
  readonly message: string;
}

/** How a command ended, in each of the forms that a step tells it in. */
export interface Ended {
  /** The output and the file `report`. */
  readonly json: object;
  /** The other outputs. */
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** For the log. */
  readonly text: string;
  /** Markdown. */
  readonly summary: string;
  /** Shown beside the workflow: at most ten of a severity, more are cut off by GitHub. */
  readonly annotations: readonly Annotation[];
  /** Of the error tree; the run itself may have gone well. */
  readonly error?: unknown;
  readonly exitCode: number;
}
