import * as core from '@actions/core';
import { InputError, isSimplestreamsError } from '../../core/error.ts';
import type { Environment } from '../environment.ts';
import { failureOf, traceOf, withoutSecrets } from '../failure.ts';
import { writeJsonFile } from '../json-file.ts';
import { outputsOf } from '../outputs.ts';
import { readingOf } from '../reading.ts';
import { abortOnSignals } from '../signals.ts';
import type { Gathered, Values } from '../values.ts';
import { type ActionCommand, actionCommands, readActionInputs } from './action-inputs.ts';
import { actionReporter } from './action-reporter.ts';
import { annotate } from './annotate.ts';
import { runCheck } from './check.ts';
import { runPublish } from './publish.ts';
import type { Ended, Step } from './step.ts';
import { failureSummary } from './summary.ts';

/** What each command does, in the words of a summary. */
const done: Readonly<Record<ActionCommand, string>> = { publish: 'published', check: 'checked' };

/**
 * One step of a workflow. Never throws.
 * @returns the exit code
 */
export async function runAction(environment: Environment, cwd: string): Promise<number> {
  const given = readActionInputs(environment);
  const secrets = secretsOf(given.values);
  // Line by line: the runner looks for secrets in one line of the log at a time.
  for (const secret of secrets)
    for (const line of secret.split(/\r?\n/)) if (line !== '') core.setSecret(line);
  const { signal, release } = abortOnSignals();
  const reporter = actionReporter();
  const known = new Map<string, unknown>();
  const command = commandOf(given);
  const ended = await run(command, given, { cwd, environment, reporter, signal, known }).catch(
    (thrown: unknown): Ended => {
      const error = signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown;
      return failed(error, command, known, secrets);
    },
  );
  release();
  reporter.end();
  return tell(ended, secrets, {
    reportPath: given.values.get('report')?.texts[0],
    cwd,
    environment,
  });
}

function run(
  command: ActionCommand | undefined,
  given: Gathered,
  surroundings: Omit<Step, 'reading'>,
): Promise<Ended> {
  const reading = readingOf(given, command, ({ name }) => name);
  const step = { ...surroundings, reading };
  switch (command) {
    case 'publish':
      return runPublish(step);
    case 'check':
      return runCheck(step);
    case undefined:
      reading.wrong(
        'command',
        given.values.get('command')?.texts[0],
        `expected ${actionCommands.join(' or ')}`,
      );
      return Promise.reject(new InputError('INPUT_INVALID', reading.problems));
  }
}

/** `undefined` when there is no such command. */
function commandOf({ values }: Gathered): ActionCommand | undefined {
  const [text = 'publish'] = values.get('command')?.texts ?? [];
  return actionCommands.find((command) => command === text);
}

function failed(
  error: unknown,
  command: ActionCommand | undefined,
  known: ReadonlyMap<string, unknown>,
  secrets: readonly string[],
): Ended {
  const { exitCode, message } = failureOf(error);
  const safe = withoutSecrets(message, secrets);
  return {
    json: Object.fromEntries(known),
    outputs: {},
    text: '',
    summary: failureSummary(command === undefined ? 'done' : done[command], safe),
    annotations: [],
    error,
    exitCode,
  };
}

interface Tellable {
  readonly reportPath: string | undefined;
  readonly cwd: string;
  readonly environment: Environment;
}

/** Outputs first, so that the steps after a failure have what is known. */
async function tell(ended: Ended, secrets: readonly string[], to: Tellable): Promise<number> {
  const { error } = ended;
  const failure = error === undefined ? undefined : failureOf(error);
  const message = withoutSecrets(failure?.message ?? '', secrets);
  const json =
    failure === undefined ? ended.json : { ...ended.json, error: { ...failure, message } };
  for (const [name, value] of outputsOf(ended.outputs, json)) core.setOutput(name, value);
  if (to.reportPath !== undefined) writeReport(to.reportPath, to.cwd, json);
  if (ended.text !== '') core.info(ended.text);
  await summarise(ended.summary, to.environment);
  annotate(ended.annotations);
  if (failure === undefined) return ended.exitCode;
  core.error(message, {
    title: failure.code === 'BUG' ? 'A bug in simplestreams-action' : failure.code,
  });
  if (failure.code === 'BUG') core.info(withoutSecrets(traceOf(error), secrets));
  return ended.exitCode;
}

function secretsOf(values: Values): readonly string[] {
  const names = ['signing-key', 'signing-key-passphrase'] as const;
  return names.flatMap((name) => values.get(name)?.texts ?? []);
}

/** Extras degrade: what the run did stands, whether or not it can be told. */
function writeReport(path: string, cwd: string, json: unknown): void {
  try {
    writeJsonFile(path, cwd, json);
  } catch (error) {
    core.warning(
      `the report could not be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function summarise(
  text: string,
  { GITHUB_STEP_SUMMARY: path = '' }: Environment,
): Promise<void> {
  if (path === '') return;
  try {
    await core.summary.addRaw(text).write();
  } catch (error) {
    core.warning(
      `the job summary could not be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}
