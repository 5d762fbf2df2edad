import type { CarriedReport, CarryReport } from '../../app/promotion.ts';
import { formatSize } from '../size.ts';
import { code, escaped } from './markdown.ts';

/** The job summary of a run of `promote` or `roll-forward`. @param verbs for what is done, and what would be */
export function carrySummary(report: CarryReport, verbs: readonly [string, string]): string {
  const verb = verbs[report.dryRun ? 1 : 0];
  const from = report.from === report.root ? '' : `From ${code(report.from)}. `;
  const signed = report.signed ? 'signed' : 'unsigned';
  const sections = [
    ...report.versions.map((version) => versionSection(version, verb)),
    `${from}Root ${code(report.root)}, generation ${report.generation}, ${signed}`,
    ...report.warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`),
  ];
  return `${sections.join('\n\n')}\n`;
}

function versionSection(version: CarriedReport, verb: string): string {
  const { product, serial, from, isNew, changed, items } = version;
  const title = `${code(product)} ${code(serial)}`;
  if (!isNew) {
    return `### Nothing to list: ${title} has these files already${changed ? '; its tags change' : ''}`;
  }
  const rows = items.map(
    (item) =>
      `| ${code(item.name)} | ${item.stored} | ${formatSize(item.size)} | ${code(item.sha256)} |`,
  );
  return [
    `### ${verb} ${code(from.product)} ${code(from.serial)} as ${title}`,
    '',
    '| Item | | Size | SHA-256 |',
    '| --- | --- | ---: | --- |',
    ...rows,
  ].join('\n');
}
