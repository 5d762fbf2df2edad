import type { ListReport } from '../../app/list-report.ts';
import { factsOf } from '../list-facts.ts';
import { type ListRow, listRows } from '../list-rows.ts';
import { code, escapedLine } from './markdown.ts';
import { shownRows } from './shown-rows.ts';

/** The job summary of a list, as Markdown. Names come from documents of others, and are escaped. */
export function listSummary(report: ListReport): string {
  const rows = listRows(report);
  const facts = factsOf(report).map(({ name, text }) => `| ${name} | ${escapedLine(text)} |`);
  const sections = [
    `### ${code(report.root)}`,
    ...(rows.length === 0 ? ['Nothing is listed'] : [table(rows)]),
    ['| | |', '| --- | --- |', ...facts].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function table(rows: readonly ListRow[]): string {
  return [
    '| Product | Version | Size | Age | Read by | Aliases |',
    '| --- | --- | ---: | ---: | --- | --- |',
    ...shownRows(rows.map(rowOf)),
  ].join('\n');
}

function rowOf({ product, version, size, age, readBy, aliases }: ListRow): string {
  const cells = [
    product === '' ? '' : code(product.replaceAll(/\s+/g, ' ')),
    code(version.replaceAll(/\s+/g, ' ')),
    size,
    age,
    readBy,
    escapedLine(aliases.join(', ')),
  ];
  return `| ${cells.join(' | ')} |`;
}
