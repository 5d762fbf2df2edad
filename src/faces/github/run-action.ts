import * as core from '@actions/core';
import { InputError, isSimplestreamsError } from '../../core/error.ts';
import type { Environment } from '../environment.ts';
import { failureOf, withoutSecrets } from '../failure.ts';
import { readingOf } from '../reading.ts';
import { abortOnSignals } from '../signals.ts';
import type { Gathered, Values } from '../values.ts';
import {
  type ActionCommand,
  actionCommands,
  readActionInputs,
  withoutEffect,
} from './action-inputs.ts';
import { actionReporter } from './action-reporter.ts';
import { parseArtifactName } from './artifact.ts';
import { runCheck } from './check.ts';
import { runCheckOnly, withoutRoot } from './check-only.ts';
import { runList } from './list.ts';
import { whyOnlyCheck } from './origin.ts';
import { runPromote } from './promote.ts';
import { runPrune } from './prune.ts';
import { runPublish } from './publish.ts';
import { runRollForward } from './roll-forward.ts';
import { runRotateKey } from './rotate-key.ts';
import { runCommit, runStage } from './stage.ts';
import type { Ended, Step } from './step.ts';
import { failureSummary } from './summary.ts';
import { tell } from './tell.ts';
import { runUnlist } from './unlist.ts';

/** What each command does, in the words of a summary. */
const done: Readonly<Record<ActionCommand, string>> = {
  publish: 'published',
  check: 'checked',
  list: 'listed',
  stage: 'staged',
  commit: 'published',
  unlist: 'taken back',
  prune: 'pruned',
  'rotate-key': 'changed',
  promote: 'promoted',
  'roll-forward': 'rolled forward',
};

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
  for (const name of command === undefined ? [] : withoutEffect(command, given))
    reporter.warning(`${name} is no input of ${command}, and has no effect`);
  const ended = await run(command, given, { cwd, environment, reporter, signal, known }).catch(
    (thrown: unknown): Ended => {
      const error = signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown;
      return failed(error, command, known, secrets);
    },
  );
  release();
  reporter.end();
  await tell(ended, secrets, {
    environment,
    cwd,
    reportPath: given.values.get('report')?.texts[0],
    artifact: artifactOf(given.values),
  });
  return ended.exitCode;
}

function run(
  command: ActionCommand | undefined,
  given: Gathered,
  surroundings: Omit<Step, 'reading'>,
): Promise<Ended> {
  const onlyReads = command === 'check' || command === 'list';
  const why = onlyReads ? undefined : whyOnlyCheck(surroundings.environment);
  const usable = why === undefined ? given : withoutRoot(given);
  const reading = readingOf(usable, command, ({ name }) => name);
  reading.text('artifact', parseArtifactName);
  const step = { ...surroundings, reading };
  if (command !== undefined && why !== undefined) return runCheckOnly(step, why);
  switch (command) {
    case 'publish':
      return runPublish(step);
    case 'check':
      return runCheck(step);
    case 'list':
      return runList(step);
    case 'stage':
      return runStage(step);
    case 'commit':
      return runCommit(step);
    case 'unlist':
      return runUnlist(step);
    case 'prune':
      return runPrune(step);
    case 'rotate-key':
      return runRotateKey(step);
    case 'promote':
      return runPromote(step);
    case 'roll-forward':
      return runRollForward(step);
    case undefined:
      reading.wrong(
        'command',
        given.values.get('command')?.texts[0],
        `expected ${actionCommands.join(', ')}`,
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
    summary: failureSummary(howFar(command, known), safe),
    annotations: [],
    error,
    exitCode,
  };
}

function howFar(command: ActionCommand | undefined, known: ReadonlyMap<string, unknown>): string {
  const what = command === undefined ? 'done' : done[command];
  const roots = known.get('roots');
  if (Array.isArray(roots) && roots.length > 0) {
    return `${roots.length} of the roots were ${what}, and then it failed`;
  }
  const reaped = known.get('reaped');
  const isPart = known.get('changed') === true || (Array.isArray(reaped) && reaped.length > 0);
  return isPart ? `A part was ${what}, and then it failed` : `Nothing was ${what}`;
}

/** `undefined` where none is wanted, and for a name that is no name: the run has failed by it. */
function artifactOf(values: Values): string | undefined {
  const [text] = values.get('artifact')?.texts ?? [];
  return text === undefined ? undefined : parseArtifactName(text, () => undefined);
}

function secretsOf(values: Values): readonly string[] {
  const names = ['signing-key', 'signing-key-passphrase'] as const;
  return names.flatMap((name) => values.get(name)?.texts ?? []);
}
