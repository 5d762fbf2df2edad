import { unlistOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { renderUnlist } from '../unlist-report.ts';
import { runUnlisting } from '../unlisting.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams unlist`. */
export async function runUnlist(execution: Execution): Promise<Outcome> {
  const report = await runUnlisting({ ...execution, reading: execution.line.reading });
  for (const warning of report.warnings) execution.reporter.warning(warning);
  return {
    json: report,
    outputs: unlistOutputs(report),
    text: renderUnlist(report),
    exitCode: followersBehind(report)?.exitCode ?? 0,
  };
}
