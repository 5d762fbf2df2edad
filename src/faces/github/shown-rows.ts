/** A summary of more than 1 MiB is not shown at all; what is more is in the report. */
const most = 1000;

/** The first rows of a table, and how many more there are. */
export function shownRows(rows: readonly string[]): readonly string[] {
  const more = rows.length - most;
  return more > 0
    ? [...rows.slice(0, most), `| … and ${more} more, in the output \`report\` |`]
    : rows;
}
