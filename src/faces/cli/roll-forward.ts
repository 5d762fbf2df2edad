import { renderCarried, rolled } from '../carry-text.ts';
import { carryOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { runRollingForward } from '../rolling-forward.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams roll-forward`. */
export async function runRollForward(execution: Execution): Promise<Outcome> {
  const report = await runRollingForward({ ...execution, reading: execution.line.reading });
  for (const warning of report.warnings) execution.reporter.warning(warning);
  const exitCode = followersBehind(report)?.exitCode ?? 0;
  const outputs = carryOutputs(report, 'rolled-forward');
  return { json: report, outputs, text: renderCarried(report, rolled), exitCode };
}
