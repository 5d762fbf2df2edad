import { describeResolved, type UnlistReport } from '../../app/unlist.ts';
import { unlistOutputs } from '../outputs.ts';
import { followersBehind } from '../publishing.ts';
import { filesStay, renderUnlist } from '../unlist-report.ts';
import { runUnlisting } from '../unlisting.ts';
import { code, escaped, escapedLine } from './markdown.ts';
import type { Ended, Step } from './step.ts';
import { unlistedSection } from './summary.ts';

/** `command: unlist`. */
export async function runUnlist(step: Step): Promise<Ended> {
  const report = await runUnlisting(step);
  const error = followersBehind(report);
  return {
    json: report,
    outputs: unlistOutputs(report),
    text: renderUnlist(report),
    summary: unlistSummary(report),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}

/** The job summary of a run, as Markdown. */
function unlistSummary(report: UnlistReport): string {
  const { root, generation, signed, dryRun, unlisted, products, reason, warnings } = report;
  const sections = [
    unlistedSection(unlisted, dryRun),
    ...(reason === undefined ? [] : [`Reason: ${escapedLine(reason)}`]),
    products.map((product) => `- ${escapedLine(describeResolved(product))}`).join('\n'),
    filesStay,
    `Root ${code(root)}, generation ${generation}, ${signed ? 'signed' : 'unsigned'}`,
    ...warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`),
  ];
  return `${sections.join('\n\n')}\n`;
}
