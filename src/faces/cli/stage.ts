import { publishOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { renderReport } from '../report.ts';
import { renderStaged, runCommitting, runStaging } from '../staging.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams stage`. */
export async function runStage(execution: Execution): Promise<Outcome> {
  const report = await runStaging({ ...execution, reading: execution.line.reading });
  return { json: report, outputs: {}, text: renderStaged(report), exitCode: 0 };
}

/** `simplestreams commit`. */
export async function runCommit(execution: Execution): Promise<Outcome> {
  const report = await runCommitting({ ...execution, reading: execution.line.reading });
  for (const warning of report.warnings) execution.reporter.warning(warning);
  const exitCode = followersBehind(report)?.exitCode ?? 0;
  return { json: report, outputs: publishOutputs(report), text: renderReport(report), exitCode };
}
