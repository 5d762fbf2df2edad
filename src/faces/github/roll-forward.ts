import { renderCarried, rolled } from '../carry-text.ts';
import { carryOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { runRollingForward } from '../rolling-forward.ts';
import { carrySummary } from './carry-summary.ts';
import type { Ended, Step } from './step.ts';

/** `command: roll-forward`. */
export async function runRollForward(step: Step): Promise<Ended> {
  const report = await runRollingForward(step);
  const error = followersBehind(report);
  return {
    json: report,
    outputs: carryOutputs(report, 'rolled-forward'),
    text: renderCarried(report, rolled),
    summary: carrySummary(report, rolled),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}
