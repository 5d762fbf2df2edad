import { InputError, isSimplestreamsError } from '../../core/error.ts';
import type { Environment } from '../environment.ts';
import { failureOf, traceOf, withoutSecrets } from '../failure.ts';
import { withoutControls } from '../harmless.ts';
import { toJson, writeJsonFile } from '../json-file.ts';
import { type LineReporter, lineReporter } from '../line-reporter.ts';
import type { OutputValues } from '../outputs.ts';
import { abortOnSignals } from '../signals.ts';
import type { CommandLine } from './command-line.ts';
import { checkDotenv, writeDotenv } from './dotenv.ts';
import { runPublish } from './publish.ts';
import { sectionReporter } from './section-reporter.ts';
import { writeError, writeOut } from './streams.ts';

/** What a command has to say at its end, in each of its forms. */
export interface Outcome {
  readonly json: unknown;
  /** What is handed on to later jobs. */
  readonly outputs: OutputValues;
  readonly text: string;
  readonly exitCode: number;
}

/** What a command works with. */
export interface Execution {
  readonly line: CommandLine;
  readonly cwd: string;
  readonly environment: Environment;
  readonly reporter: LineReporter;
  readonly signal: AbortSignal;
  /** What is known of the run so far, for the report of a failure. */
  readonly known: Map<string, unknown>;
}

/** Runs the command, tells how it ended, and answers with the exit code. Never throws. */
export async function execute(
  line: CommandLine,
  cwd: string,
  environment: Environment,
): Promise<number> {
  const { signal, release } = abortOnSignals();
  const output = {
    write: writeError,
    // Asked only when there is something to show.
    get columns() {
      return process.stderr.isTTY ? process.stderr.columns || 80 : undefined;
    },
    now: () => performance.now(),
  };
  const sections = line.logSections
    ? sectionReporter(output, line, () => Date.now() / 1000)
    : undefined;
  const reporter = sections ?? lineReporter(output, line);
  checkDotenv(line.reading, cwd);
  const known = new Map<string, unknown>();
  const execution = { line, cwd, environment, reporter, signal, known };
  const outcome = await run(execution).catch((error: unknown) => failed(error, execution));
  release();
  sections?.end();
  if (line.json) writeOut(toJson(outcome.json));
  else if (!line.quiet) writeOut(withoutControls(outcome.text));
  writeFiles(outcome, execution);
  return outcome.exitCode;
}

/** The program is run for `publish` most of the time: what the other commands need is loaded only for them. */
async function run(execution: Execution): Promise<Outcome> {
  const { command, reading } = execution.line;
  if (command === undefined) throw new InputError('INPUT_INVALID', reading.problems);
  if (command === 'publish') return runPublish(execution);
  const { runCommand } = await import('./commands.ts');
  return runCommand(command, execution);
}

/** Whatever an interrupted call threw, the signal is why. */
function failed(thrown: unknown, { line, reporter, signal, known }: Execution): Outcome {
  const error = signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown;
  const failure = failureOf(error);
  const message = withoutSecrets(failure.message, line.secrets);
  if (isSimplestreamsError(error)) {
    for (const problem of message.split('\n')) reporter.error(problem);
  } else {
    reporter.error('this is a bug in simplestreams-action: please report it with these lines');
    reporter.error(withoutSecrets(traceOf(error), line.secrets));
  }
  const json = { error: { ...failure, message }, ...Object.fromEntries(known) };
  return { json, outputs: {}, text: '', exitCode: failure.exitCode };
}

function writeFiles({ json, outputs }: Outcome, { line, cwd, reporter }: Execution): void {
  const { report, dotenv } = line;
  if (report !== undefined) {
    orWarn(reporter, 'the report', () => writeJsonFile(report, cwd, json));
  }
  if (dotenv !== undefined) {
    orWarn(reporter, 'the dotenv file', () => writeDotenv(dotenv, cwd, outputs));
  }
}

/** The run is over: that a file about it cannot be written changes nothing of what it did. */
function orWarn(reporter: LineReporter, what: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    reporter.warning(`${what} could not be written: ${why}`);
  }
}
