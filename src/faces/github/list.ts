import { renderList } from '../list-text.ts';
import { listExitCode } from '../list-verdict.ts';
import { runListing } from '../listing.ts';
import { listOutputs } from '../outputs.ts';
import { listSummary } from './list-summary.ts';
import type { Annotation, Ended, Step } from './step.ts';

/** The log of a runner is as wide. */
const width = 120;

/** `command: list`. */
export async function runList(step: Step): Promise<Ended> {
  const report = await runListing(step);
  const annotations = report.problems.findings.map(
    ({ severity, code, message, fix }): Annotation => ({
      severity,
      title: code,
      message: `${message}\nFix: ${fix}`,
    }),
  );
  return {
    json: report,
    outputs: listOutputs(report),
    text: renderList(report, width),
    summary: listSummary(report),
    annotations,
    exitCode: listExitCode(report),
  };
}
