import { commitStaged } from '../app/commit-staged.ts';
import type { PublishReport } from '../app/publication.ts';
import { type StageReport, stageImages } from '../app/stage-images.ts';
import { InputError } from '../core/error.ts';
import { parseStageWord } from '../core/stage-word.ts';
import type { CommandRun } from './command-run.ts';
import type { Environment } from './environment.ts';
import { orWrong, type Reading } from './reading.ts';
import { readKeysAndReport, readPublish, readRootRequest } from './request.ts';
import { readRoot } from './root.ts';
import { wire } from './wire.ts';

/** Everything of `stage` but how it is told. */
export async function runStaging(staging: CommandRun): Promise<StageReport> {
  const { reading, cwd, environment, known } = staging;
  const stage = reading.text('stage-name', orWrong(parseStageWord)) ?? '';
  const run = readRunId(reading, environment);
  const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
  const settings = await readPublish(reading, { cwd, sourceDateEpoch });
  const ports = await wire(settings, staging);
  known.set('root', ports.store.url);
  return stageImages(settings.request, { run, stage }, ports);
}

/** Everything of `commit` but how it is told. */
export async function runCommitting(committing: CommandRun): Promise<PublishReport> {
  const { reading, cwd, environment, known } = committing;
  const run = readRunId(reading, environment);
  const expect = [...new Set(reading.list('expect', orWrong(parseStageWord)))];
  const root = readRoot(reading, cwd);
  const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
  const request = { ...readRootRequest(reading, { sourceDateEpoch }), images: [] };
  const singleWriter = reading.boolean('single-writer');
  const keys = readKeysAndReport(reading, cwd);
  if (reading.problems.length > 0 || root === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  const ports = await wire({ root, singleWriter, ...keys }, committing);
  known.set('root', ports.store.url).set('dryRun', request.dryRun);
  return commitStaged(request, { run, expect }, ports);
}

/** Given, else the platform's; a run that is tried again keeps its id. */
function readRunId(reading: Reading, environment: Environment): string {
  const given = reading.text('run-id', orWrong(parseStageWord));
  const run = given ?? environment.GITHUB_RUN_ID ?? environment.CI_PIPELINE_ID;
  if (run === undefined && !reading.given.has('run-id')) {
    reading.wrong(
      'run-id',
      undefined,
      'neither it nor GITHUB_RUN_ID nor CI_PIPELINE_ID is given: say which jobs belong together',
    );
  }
  return run ?? '';
}

/** What a job has staged, for people. */
export function renderStaged({ root, run, stage, record, files }: StageReport): string {
  const lines = files.map(
    ({ path, stored, uploaded }) => `  ${uploaded ? 'uploaded' : 'present '}  ${path}  ${stored}`,
  );
  const head = `Staged ${stage} of run ${run} in ${root}; no reader sees it before it is committed`;
  return `${[head, ...lines, `  record    ${record}`].join('\n')}\n`;
}
