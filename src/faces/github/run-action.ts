import * as core from '@actions/core';
import type { PublishReport } from '../../app/publication.ts';
import { publish } from '../../app/publish.ts';
import { FollowersError, isSimplestreamsError } from '../../core/error.ts';
import type { Environment } from '../environment.ts';
import { failureOf, traceOf, withoutSecrets } from '../failure.ts';
import { writeJsonFile } from '../json-file.ts';
import { outputsOf } from '../outputs.ts';
import { readingOf } from '../reading.ts';
import { renderReport } from '../report.ts';
import { readPublish } from '../request.ts';
import { abortOnSignals } from '../signals.ts';
import type { Values } from '../values.ts';
import { wire } from '../wire.ts';
import { readActionInputs } from './action-inputs.ts';
import { actionReporter } from './action-reporter.ts';
import { failureSummary, summaryOf } from './summary.ts';

/** What is known of a run at its end, however it ended. */
interface Ended {
  readonly report: Partial<PublishReport>;
  readonly error: unknown;
}

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
  const known: { root?: string; dryRun?: boolean } = {};

  async function run(): Promise<Ended> {
    const reading = readingOf(given, 'publish', ({ name }) => name);
    const settings = await readPublish(reading, {
      cwd,
      sourceDateEpoch: environment.SOURCE_DATE_EPOCH,
    });
    const ports = await wire(settings, { reporter, signal });
    Object.assign(known, { root: ports.store.url, dryRun: settings.request.dryRun });
    const report = await publish(settings.request, ports);
    const [behind] = report.followers === 'behind' ? report.warnings : [];
    return {
      report,
      error: behind === undefined ? undefined : new FollowersError('FOLLOWERS_BEHIND', behind),
    };
  }

  const ended = await run().catch((thrown: unknown): Ended => {
    const error = signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown;
    return { report: known, error };
  });
  release();
  reporter.end();
  return tell(ended, secrets, {
    reportPath: given.values.get('report')?.texts[0],
    cwd,
    environment,
  });
}

interface Tellable {
  readonly reportPath: string | undefined;
  readonly cwd: string;
  readonly environment: Environment;
}

/** Outputs first, so that the steps after a failure have what is known. */
async function tell(
  { report, error }: Ended,
  secrets: readonly string[],
  to: Tellable,
): Promise<number> {
  const failure = error === undefined ? undefined : failureOf(error);
  const message = withoutSecrets(failure?.message ?? '', secrets);
  const json = failure === undefined ? report : { ...report, error: { ...failure, message } };
  for (const [name, value] of Object.entries(outputsOf(report, json))) core.setOutput(name, value);
  if (to.reportPath !== undefined) writeReport(to.reportPath, to.cwd, json);
  const complete = isComplete(report);
  if (complete) core.info(renderReport(report));
  await summarise(complete ? summaryOf(report) : failureSummary(message), to.environment);
  if (failure === undefined) return 0;
  core.error(message, {
    title: failure.code === 'BUG' ? 'A bug in simplestreams-action' : failure.code,
  });
  if (failure.code === 'BUG') core.info(withoutSecrets(traceOf(error), secrets));
  return failure.exitCode;
}

function isComplete(report: Partial<PublishReport>): report is PublishReport {
  return report.published !== undefined;
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
