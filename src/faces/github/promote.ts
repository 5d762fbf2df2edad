import { promoted, renderCarried } from '../carry-text.ts';
import { carryOutputs, planOutputs } from '../outputs.ts';
import { planTable } from '../plan-table.ts';
import { runPromoting } from '../promoting.ts';
import { followersBehind } from '../publishing.ts';
import { carrySummary } from './carry-summary.ts';
import type { Ended, Step } from './step.ts';

/** `command: promote`. */
export async function runPromote(step: Step): Promise<Ended> {
  const { kind, report } = await runPromoting(step);
  if (kind === 'planned') {
    const table = planTable(report.plan);
    const outputs = planOutputs(report);
    return { json: report, outputs, text: table, summary: table, annotations: [], exitCode: 0 };
  }
  const error = followersBehind(report);
  return {
    json: report,
    outputs: carryOutputs(report, 'promoted'),
    text: renderCarried(report, promoted),
    summary: carrySummary(report, promoted),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}
