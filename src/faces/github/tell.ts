import * as core from '@actions/core';
import type { Environment } from '../environment.ts';
import { failureOf, traceOf, withoutSecrets } from '../failure.ts';
import { toJson, writeJsonFile } from '../json-file.ts';
import { outputsOf } from '../outputs.ts';
import { annotate } from './annotate.ts';
import { uploadTexts } from './artifact.ts';
import { forLog } from './harmless.ts';
import type { Ended } from './step.ts';

export interface Tellable {
  readonly environment: Environment;
  readonly cwd: string;
  /** A file for the report. */
  readonly reportPath: string | undefined;
  /** The name of an artifact. */
  readonly artifact: string | undefined;
}

/**
 * Tells how a command ended, everywhere a step can: outputs first, so that the steps after a failure have what is
 * known. Never throws.
 * @param secrets that no message may hold
 */
export async function tell(ended: Ended, secrets: readonly string[], to: Tellable): Promise<void> {
  const { error } = ended;
  const failure = error === undefined ? undefined : failureOf(error);
  const message = withoutSecrets(failure?.message ?? '', secrets);
  const json =
    failure === undefined ? ended.json : { ...ended.json, error: { ...failure, message } };
  for (const [name, value] of outputsOf(ended.outputs, json)) core.setOutput(name, value);
  if (to.reportPath !== undefined) writeReport(to.reportPath, to.cwd, json);
  if (ended.text !== '') core.info(forLog(ended.text));
  await summarise(ended.summary, to.environment);
  annotate(ended.annotations);
  if (failure !== undefined) {
    core.error(message, {
      title: failure.code === 'BUG' ? 'A bug in simplestreams-action' : failure.code,
    });
    if (failure.code === 'BUG') core.info(forLog(withoutSecrets(traceOf(error), secrets)));
  }
  if (to.artifact !== undefined) await upload(to.artifact, { ...ended, json }, to.environment);
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

/** The plan of a dry run is what the log shows as its result. */
async function upload(
  name: string,
  { json, summary, text }: Ended,
  environment: Environment,
): Promise<void> {
  const dryRun = 'dryRun' in json && json.dryRun === true;
  const plan = dryRun && text !== '' ? { 'plan.txt': text } : {};
  try {
    const texts = { 'report.json': toJson(json), 'summary.md': summary, ...plan };
    core.startGroup('Artifact');
    await uploadTexts(name, texts, environment);
    core.endGroup();
  } catch (error) {
    core.endGroup();
    core.warning(
      `the artifact could not be uploaded: ${error instanceof Error ? error.message : error}`,
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
