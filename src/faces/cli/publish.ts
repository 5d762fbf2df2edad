import { renderMany } from '../many-report.ts';
import { manyOutputs, publishOutputs } from '../outputs.ts';
import { followersBehind, type Published, reportsOf, runPublishing } from '../publishing.ts';
import { renderReport } from '../report.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams publish`. */
export async function runPublish(execution: Execution): Promise<Outcome> {
  const published = await runPublishing({ ...execution, reading: execution.line.reading });
  const reports = reportsOf(published);
  for (const { warnings } of reports) {
    for (const warning of warnings) execution.reporter.warning(warning);
  }
  // The commit itself succeeded, so there is a report and no error.
  const exitCode = followersBehind(...reports)?.exitCode ?? 0;
  return { json: published.report, ...tell(published), exitCode };
}

function tell(published: Published): Pick<Outcome, 'outputs' | 'text'> {
  return published.kind === 'many'
    ? { outputs: manyOutputs(published.report), text: renderMany(published.report) }
    : { outputs: publishOutputs(published.report), text: renderReport(published.report) };
}
