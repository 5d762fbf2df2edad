import type { PlannedRoot, PlannedVersion, PromotionPlan } from '../core/promotion-plan.ts';
import { code } from './github/markdown.ts';
import { formatSize } from './size.ts';

/** A comment on GitHub takes 65,536 characters: of more files than these only the count is told. */
const mostFiles = 200;

/** A plan as people look at it, as Markdown: in a terminal, a job summary, or a comment on a pull request. */
export function planTable(plan: PromotionPlan): string {
  const sections = [
    `### Promotion of ${countOf(plan.versions.length, 'version')}`,
    rootsTable(plan),
    versionsTable(plan.versions),
    choiceLines(plan),
    filesTable(plan.versions),
    `Plan ${name(plan.digest)}`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function rootsTable({ source, target }: PromotionPlan): string {
  return table(
    ['', 'Root', 'Generation', 'SHA-256 of its index', 'Signed by'],
    [rootRow('From', source), rootRow('Into', target)],
  );
}

function rootRow(which: string, { url, generation, head, signedBy }: PlannedRoot): string[] {
  return [
    which,
    name(url),
    String(generation),
    head === undefined ? 'empty' : name(head),
    signedBy === undefined ? 'nobody' : name(signedBy),
  ];
}

function versionsTable(versions: readonly PlannedVersion[]): string {
  return table(
    ['Version', 'Product', 'becomes', 'Files', 'Size', ''],
    versions.map(({ from, to, items, isNew, changed }) => [
      name(to.serial),
      name(from.product),
      from.product === to.product ? 'the same' : name(to.product),
      String(items.length),
      formatSize(items.reduce((sum, { size }) => sum + size, 0)),
      whatOf(isNew, changed),
    ]),
  );
}

function whatOf(isNew: boolean, changed: boolean): string {
  if (isNew) return '**new**';
  return changed ? 'listed already, tags change' : 'listed already';
}

function choiceLines({ filters, rename, label, consumers, allow }: PromotionPlan): string {
  const choices: readonly (readonly [string, readonly string[]])[] = [
    ['Filters', filters],
    ['Renamed', rename],
    ['Label', label === undefined ? [] : [label]],
    ['Checked for', consumers],
    ['Allowed', allow],
  ];
  return choices
    .filter(([, texts]) => texts.length > 0)
    .map(([title, texts]) => `- ${title}: ${texts.map(name).join(', ')}`)
    .join('\n');
}

function filesTable(versions: readonly PlannedVersion[]): string {
  const rows = versions.flatMap(({ to, items }) =>
    items.map((item) => [
      name(to.product),
      name(item.name),
      formatSize(item.size),
      name(item.sha256),
    ]),
  );
  if (rows.length === 0 || rows.length > mostFiles) return '';
  const files = table(['Product', 'Item', 'Size', 'SHA-256'], rows);
  return `<details><summary>${countOf(rows.length, 'file')}</summary>\n\n${files}\n\n</details>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Names come from documents of others: what Markdown could take for more than a name is escaped. */
function name(text: string): string {
  return /^[\w./:@~+=<>(-][\w ./:@~+=<>()-]*$/.test(text) ? `\`${text}\`` : code(text);
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
