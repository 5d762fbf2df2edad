import { publish } from '../../app/publish.ts';
import { FollowersError } from '../../core/error.ts';
import { publishOutputs } from '../outputs.ts';
import { renderReport } from '../report.ts';
import { readPublish } from '../request.ts';
import { wire } from '../wire.ts';
import type { Ended, Step } from './step.ts';
import { summaryOf } from './summary.ts';

/** `command: publish`. */
export async function runPublish(step: Step): Promise<Ended> {
  const { reading, cwd, environment, known } = step;
  const settings = await readPublish(reading, {
    cwd,
    sourceDateEpoch: environment.SOURCE_DATE_EPOCH,
  });
  const ports = await wire(settings, step);
  known.set('root', ports.store.url).set('dryRun', settings.request.dryRun);
  const report = await publish(settings.request, ports);
  const [behind] = report.followers === 'behind' ? report.warnings : [];
  const error = behind === undefined ? undefined : new FollowersError('FOLLOWERS_BEHIND', behind);
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
