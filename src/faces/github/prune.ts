import type { PruneReport } from '../../app/prune.ts';
import { figuresOf, pruneOutputs, renderPruned, runPruning } from '../pruning.ts';
import { followersBehind } from '../publishing.ts';
import { formatSize } from '../size.ts';
import { code, escaped } from './markdown.ts';
import type { Ended, Step } from './step.ts';

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
export function pruneSummary(report: PruneReport): string {
  const { root, dryRun, unlisted, reaped, warnings, held } = report;
  const remarks = held === undefined ? warnings : [...warnings, held];
  const sections = [
    `### ${dryRun ? 'Would prune' : 'Pruned'} ${code(root)}`,
    table(
      'Unlisted',
      unlisted.map(({ product, serial, bytes }) => [`${product} ${serial}`, bytes]),
    ),
    table(
      'Reaped',
      reaped.map(({ path, size }) => [path, size]),
    ),
    figuresOf(report).map(escaped).join('  \n'),
    ...remarks.map((remark) => `> [!WARNING]\n> ${escaped(remark)}`),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** At most so many rows: a summary of more than 1 MiB is not shown at all. */
const rowLimit = 200;

function table(title: string, rows: readonly (readonly [string, number])[]): string {
  if (rows.length === 0) return '';
  const shown = rows
    .slice(0, rowLimit)
    .map(([name, size]) => `| ${code(name)} | ${formatSize(size)} |`);
  const more = rows.length > rowLimit ? [`| and ${rows.length - rowLimit} more | |`] : [];
  return [`| ${title} | Size |`, '| --- | ---: |', ...shown, ...more].join('\n');
}
