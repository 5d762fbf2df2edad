import { promoted, renderCarried } from '../carry-text.ts';
import { carryOutputs, planOutputs } from '../outputs.ts';
import { planTable } from '../plan-table.ts';
import { runPromoting } from '../promoting.ts';
import { followersBehind } from '../publishing.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams promote`. */
export async function runPromote(execution: Execution): Promise<Outcome> {
  const { kind, report } = await runPromoting({ ...execution, reading: execution.line.reading });
  if (kind === 'planned') {
    return {
      json: report,
      outputs: planOutputs(report),
      text: planTable(report.plan),
      exitCode: 0,
    };
  }
  for (const warning of report.warnings) execution.reporter.warning(warning);
  const exitCode = followersBehind(report)?.exitCode ?? 0;
  const outputs = carryOutputs(report, 'promoted');
  return { json: report, outputs, text: renderCarried(report, promoted), exitCode };
}
