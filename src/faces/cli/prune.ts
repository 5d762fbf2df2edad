import { pruneOutputs } from '../outputs.ts';
import { renderPruned, runPruning } from '../pruning.ts';
import { followersBehind } from '../publishing.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams prune`. */
export async function runPrune(execution: Execution): Promise<Outcome> {
  const report = await runPruning({ ...execution, reading: execution.line.reading });
  for (const warning of report.warnings) execution.reporter.warning(warning);
  const exitCode = followersBehind(report)?.exitCode ?? 0;
  return { json: report, outputs: pruneOutputs(report), text: renderPruned(report), exitCode };
}
