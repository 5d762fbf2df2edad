import { runChecking } from '../checking.ts';
import { renderFindings } from '../findings/text.ts';
import { exitCodeOf } from '../findings/verdict.ts';
import { checkOutputs } from '../outputs.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams check`. */
export async function runCheck(execution: Execution): Promise<Outcome> {
  const { reading } = execution.line;
  const { report, settings } = await runChecking({ ...execution, reading, project: undefined });
  const exitCode = exitCodeOf(report, settings.failOn);
  return { json: report, outputs: checkOutputs(report), text: renderFindings(report), exitCode };
}
