import { describeResolved, type UnlistReport } from '../app/unlist.ts';
import { renderUnlisted } from './report.ts';

/** What becomes of the files of a version that is taken back. */
export const filesStay =
  'The files stay readable, for clients that saw the index before; prune removes them after the grace time.';

/** What a run of `unlist` did, for people. */
export function renderUnlist(report: UnlistReport): string {
  const { root, generation, signed, dryRun, unlisted, products } = report;
  const lines = [
    ...unlisted.map((version) => renderUnlisted(version, dryRun)),
    '',
    ...products.map(describeResolved),
    filesStay,
    '',
    `Root    ${root}, generation ${generation}, ${signed ? 'signed' : 'unsigned'}`,
  ];
  return `${lines.join('\n')}\n`;
}
