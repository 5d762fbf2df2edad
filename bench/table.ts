import { type Figure, isMet, type Skipped } from './figure.ts';

const heads = ['bench', 'what', 'ours', 'yardstick', 'figure', 'bound', ''];

/** The figures as a table in Markdown, its columns aligned; then what was skipped, by name. */
export function renderTable(figures: readonly Figure[], skipped: readonly Skipped[]): string {
  const rows = [heads, ...figures.map(cellsOf)];
  const widths = heads.map((_, n) => Math.max(3, ...rows.map((row) => lengthOf(row[n] ?? ''))));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => cell + ' '.repeat((widths[n] ?? 0) - lengthOf(cell))).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = heads, ...body] = rows;
  const rest = skipped.map(({ name, why }) => `skipped: ${name}: ${why}`);
  return [line(head), rule, ...body.map(line), ...(rest.length > 0 ? ['', ...rest] : []), ''].join(
    '\n',
  );
}

function cellsOf(figure: Figure): readonly string[] {
  const { name, what, unit, value, bound, yardstick, ours, theirs } = figure;
  const met = isMet(figure);
  return [
    name,
    what,
    ours ?? '',
    yardstick === undefined ? '' : `${yardstick}${theirs === undefined ? '' : `: ${theirs}`}`,
    `${round(value)} ${unit}`,
    bound === undefined ? '' : `≤ ${bound} ${unit}`,
    met === undefined ? '' : met ? 'met' : '**not met**',
  ];
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function lengthOf(text: string): number {
  return [...text].length;
}
