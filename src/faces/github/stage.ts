import { publishOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { renderReport } from '../report.ts';
import { renderStaged, runCommitting, runStaging } from '../staging.ts';
import type { Ended, Step } from './step.ts';
import { stageSummary, summaryOf } from './summary.ts';

/** `command: stage`. */
export async function runStage(step: Step): Promise<Ended> {
  const report = await runStaging(step);
  return {
    json: report,
    outputs: {},
    text: renderStaged(report),
    summary: stageSummary(report),
    annotations: [],
    exitCode: 0,
  };
}

/** `command: commit`. */
export async function runCommit(step: Step): Promise<Ended> {
  const report = await runCommitting(step);
  const error = followersBehind(report);
  return {
    json: report,
    outputs: publishOutputs(report),
    text: renderReport(report),
    summary: summaryOf(report),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}
