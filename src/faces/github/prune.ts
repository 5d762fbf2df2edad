import type { PruneReport } from '../../app/prune.ts';
import { pruneOutputs } from '../outputs.ts';
import { figuresOf, renderPruned, runPruning } from '../pruning.ts';
import { followersBehind } from '../publishing.ts';
import { formatSize } from '../size.ts';
import { code, escaped } from './markdown.ts';
import { shownRows } from './shown-rows.ts';
import type { Ended, Step } from './step.ts';
import { unlistedSection } from './summary.ts';

/** `command: prune`. */
export async function runPrune(step: Step): Promise<Ended> {
  const report = await runPruning(step);
  const error = followersBehind(report);
  return {
    json: report,
    outputs: pruneOutputs(report),
    text: renderPruned(report),
    summary: pruneSummary(report),
    annotations: [],
    error,
    exitCode: error?.exitCode ?? 0,
  };
}

/** The job summary, as Markdown. */
function pruneSummary(report: PruneReport): string {
  const { root, dryRun, unlisted, reaped, warnings, held } = report;
  const remarks = held === undefined ? warnings : [...warnings, held];
  const sections = [
    `### ${dryRun ? 'Would prune' : 'Pruned'} ${code(root)}`,
    unlistedSection(unlisted, dryRun),
    reapedTable(reaped),
    figuresOf(report).map(escaped).join('  \n'),
    ...remarks.map((remark) => `> [!WARNING]\n> ${escaped(remark)}`),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function reapedTable(reaped: PruneReport['reaped']): string {
  if (reaped.length === 0) return '';
  const rows = reaped.map(({ path, size }) => `| ${code(path)} | ${formatSize(size)} |`);
  return ['| Reaped | Size |', '| --- | ---: |', ...shownRows(rows)].join('\n');
}
