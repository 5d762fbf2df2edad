import { countsOf, type ManyReport } from '../many-report.ts';
import { code, escapedLine } from './markdown.ts';
import { summaryOf } from './summary.ts';

/** The job summary of a run with an images file, as Markdown. */
export function manySummary(report: ManyReport): string {
  const { roots, skipped } = report;
  const counts = countsOf(report);
  const title = `### ${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}, in ${roots.length} ${roots.length === 1 ? 'root' : 'roots'}`;
  const left = skipped.map((name) => `- ${escapedLine(name)}`);
  const sections = [
    left.length === 0 ? title : `${title}, ${left.length} left out`,
    ...(left.length === 0
      ? []
      : [['These were left out, since none of their files is there:', '', ...left].join('\n')]),
    ...roots.map((root) => `## ${code(root.root)}: ${countsOf(root)}\n\n${summaryOf(root)}`),
  ];
  return `${sections.join('\n\n')}\n`;
}
