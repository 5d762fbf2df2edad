import { rotationOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { renderRotation, runRotatingKey } from '../rotating-key.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams rotate-key`. */
export async function runRotateKey(execution: Execution): Promise<Outcome> {
  const report = await runRotatingKey({ ...execution, reading: execution.line.reading });
  for (const warning of report.warnings) execution.reporter.warning(warning);
  return {
    json: report,
    outputs: rotationOutputs(report),
    text: renderRotation(report, new Date()),
    exitCode: followersBehind(report)?.exitCode ?? 0,
  };
}
