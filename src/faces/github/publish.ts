import { renderMany } from '../many-report.ts';
import { manyOutputs, publishOutputs } from '../outputs.ts';
import { followersBehind, type Published, reportsOf, runPublishing } from '../publishing.ts';
import { renderReport } from '../report.ts';
import { manySummary } from './many-summary.ts';
import type { Ended, Step } from './step.ts';
import { summaryOf } from './summary.ts';

/** `command: publish`. */
export async function runPublish(step: Step): Promise<Ended> {
  const published = await runPublishing(step);
  const error = followersBehind(...reportsOf(published));
  return {
    json: published.report,
    ...tell(published),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}

function tell(published: Published): Pick<Ended, 'outputs' | 'text' | 'summary'> {
  const { kind, report } = published;
  return kind === 'many'
    ? { outputs: manyOutputs(report), text: renderMany(report), summary: manySummary(report) }
    : { outputs: publishOutputs(report), text: renderReport(report), summary: summaryOf(report) };
}
