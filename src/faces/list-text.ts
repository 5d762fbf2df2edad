import type { ListReport } from '../app/list-report.ts';
import { printable } from '../core/schema/problem.ts';
import { factsOf } from './list-facts.ts';
import { type ListRow, listRows } from './list-rows.ts';

const gap = 2;
/** Of the columns that can be narrower than what is in them. */
const least = { product: 2, aliases: 12 };

/**
 * What a root lists, for people: a table, and what is known of the root as a whole.
 * @param width of the terminal, in columns; 80 at least
 */
export function renderList(report: ListReport, width: number): string {
  const facts = factsOf(report);
  const title = Math.max(...facts.map(({ name }) => name.length));
  const lines = [
    ...table(report, width),
    '',
    ...facts.map(({ name, text }) => `${name.padEnd(title)}  ${text}`),
  ];
  // Names are those of others: no control sequence of theirs reaches the terminal.
  return `${lines.map((line) => printable(line).trimEnd()).join('\n')}\n`;
}

interface Widths {
  readonly product: number;
  readonly version: number;
  readonly size: number;
  readonly age: number;
  readonly readBy: number;
  readonly aliases: number;
}

function table(report: ListReport, width: number): readonly string[] {
  const rows = listRows(report);
  if (rows.length === 0)
    return [report.filters.length === 0 ? 'Nothing is listed' : 'Nothing is selected'];
  const widths = widthsOf(rows, width);
  return [line(heading, widths), ...rows.flatMap((row) => lines(row, widths))];
}

const heading = {
  product: 'Product',
  version: 'Version',
  size: 'Size',
  age: 'Age',
  readBy: 'Read by',
  aliases: ['Aliases'],
};

/** The columns of the product and the aliases get what the others leave. */
function widthsOf(rows: readonly ListRow[], width: number): Widths {
  const widest = (of: (row: ListRow) => string) =>
    [heading, ...rows].reduce((most, row) => Math.max(most, of(row).length), 0);
  const version = widest((row) => row.version);
  const size = widest((row) => row.size);
  const age = widest((row) => row.age);
  const readBy = widest((row) => row.readBy);
  const left = width - version - size - age - readBy - 5 * gap;
  const product = Math.min(
    widest((row) => row.product),
    Math.max(left - least.aliases, least.product),
  );
  return { product, version, size, age, readBy, aliases: Math.max(left - product, 1) };
}

/** A name that is too long for its column has a line of its own: names are there to be copied. */
function lines(row: ListRow, widths: Widths): readonly string[] {
  return row.product.length <= widths.product
    ? [line(row, widths)]
    : [row.product, line({ ...row, product: '' }, widths)];
}

function line(row: ListRow, widths: Widths): string {
  return [
    row.product.padEnd(widths.product),
    row.version.padEnd(widths.version),
    row.size.padStart(widths.size),
    row.age.padStart(widths.age),
    row.readBy.padEnd(widths.readBy),
    fitting(row.aliases, widths.aliases),
  ].join(' '.repeat(gap));
}

/** As many as there is room for; the first one in any case. */
function fitting(aliases: readonly string[], width: number): string {
  for (let count = aliases.length; count > 0; count--) {
    const text = aliases.slice(0, count).join(', ') + (count < aliases.length ? ', …' : '');
    if (text.length <= width) return text;
  }
  const [first = ''] = aliases;
  return first.length <= width ? first : `${first.slice(0, width - 1)}…`;
}
