import type { CarriedReport, CarryReport } from '../app/promotion.ts';
import { formatSize } from './size.ts';

/** What a run of `promote` or `roll-forward` did, for people. @param verbs for what is done, and what would be */
export function renderCarried(report: CarryReport, verbs: readonly [string, string]): string {
  const head = report.signed ? 'signed' : 'unsigned';
  const verb = verbs[report.dryRun ? 1 : 0];
  const lines = [
    ...report.versions.flatMap((version) => renderVersion(version, verb)),
    '',
    ...(report.from === report.root ? [] : [`From    ${report.from}`]),
    `Root    ${report.root}, generation ${report.generation}, ${head}`,
  ];
  return `${lines.join('\n')}\n`;
}

export const promoted = ['Promoted', 'Would promote'] as const;
export const rolled = ['Rolled forward', 'Would roll forward'] as const;

function renderVersion(version: CarriedReport, verb: string): readonly string[] {
  const { product, serial, from, isNew, changed, items } = version;
  const name = `${product} ${serial}`;
  if (!isNew) {
    const rest = changed ? '; its tags change' : '';
    return [`Nothing to list: ${name} has these files already${rest}`];
  }
  const width = Math.max(0, ...items.map((item) => item.name.length));
  return [
    `${verb} ${from.product} ${from.serial} as ${name}`,
    ...items.map(
      (item) =>
        `  ${item.name.padEnd(width)}  ${item.stored.padEnd(8)}  ${formatSize(item.size).padStart(10)}  ${item.path}`,
    ),
  ];
}
