import { publish } from '../../app/publish.ts';
import { renderReport } from '../report.ts';
import { readPublish } from '../request.ts';
import { wire } from '../wire.ts';
import type { Execution, Outcome } from './execute.ts';

/** The exit code of a FollowersError: the commit itself succeeded, so there is a report and no error. */
const followersBehind = 6;

/** `simplestreams publish`. */
export async function runPublish(execution: Execution): Promise<Outcome> {
  const { line, cwd, environment, reporter, known } = execution;
  const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
  const settings = await readPublish(line.reading, { cwd, sourceDateEpoch });
  const ports = await wire(settings, execution);
  known.set('root', ports.store.url).set('dryRun', settings.request.dryRun);
  const report = await publish(settings.request, ports);
  for (const warning of report.warnings) reporter.warning(warning);
  const exitCode = report.followers === 'behind' ? followersBehind : 0;
  return { json: report, text: renderReport(report), exitCode };
}
