import type { PublishedImage, PublishReport } from '../../app/publication.ts';
import type { StageReport } from '../../app/stage-images.ts';
import type { UnlistedVersion } from '../../app/unlisted.ts';
import { formatSize } from '../size.ts';
import { code, escaped, escapedLine } from './markdown.ts';
import { shownRows } from './shown-rows.ts';

/** The job summary of a run, as Markdown. Names come from images and documents of others, and are escaped. */
export function summaryOf(report: PublishReport): string {
  const sections = [
    ...report.published.map((image) => imageSection(image, report)),
    unlistedSection(report.unlisted, report.dryRun),
    rootLine(report),
    clientsSection(report),
    ...report.warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** The summary of a job that staged. */
export function stageSummary({ run, stage, root, files }: StageReport): string {
  const rows = files.map(
    ({ path, size, stored }) => `| ${code(path)} | ${formatSize(size)} | ${code(stored)} |`,
  );
  const title = `### Staged ${code(stage)} of run ${code(run)} in ${code(root)}`;
  return `${[title, '', '| File | Size | Stored |', '| --- | ---: | --- |', ...rows].join('\n')}\n`;
}

/** The summary of a run that failed; the title says how far it came. */
export function failureSummary(title: string, message: string): string {
  return `### ${title}\n\n${escaped(message).replaceAll('\n', '\n\n')}\n`;
}

function imageSection(image: PublishedImage, { dryRun }: PublishReport): string {
  const verb = dryRun ? 'Would publish' : 'Published';
  const title = `${code(image.product)} ${code(image.serial)}`;
  if (!image.changed) return `### Nothing to do: ${title} is published already`;
  const rows = image.items.map(
    (item) =>
      `| ${code(item.name)} | ${item.stored} | ${formatSize(item.size)} | ${code(item.sha256)} |`,
  );
  return [
    `### ${verb} ${title}`,
    '',
    '| Item | | Size | SHA-256 |',
    '| --- | --- | ---: | --- |',
    ...rows,
  ].join('\n');
}

/** A table of the versions that are taken off; `''` when there are none. */
export function unlistedSection(unlisted: readonly UnlistedVersion[], dryRun: boolean): string {
  if (unlisted.length === 0) return '';
  const rows = unlisted.map(
    ({ product, serial, files, bytes, why }) =>
      `| ${code(product)} | ${code(serial)} | ${files} | ${formatSize(bytes)} | ${escapedLine(why)} |`,
  );
  return [
    `### ${dryRun ? 'Would unlist' : 'Unlisted'}`,
    '',
    '| Product | Version | Files | Size | Why |',
    '| --- | --- | ---: | ---: | --- |',
    ...shownRows(rows),
  ].join('\n');
}

function rootLine({ root, generation, signed, indexUrl }: PublishReport): string {
  const index = indexUrl === undefined ? '' : `, index ${code(indexUrl)}`;
  return `Root ${code(root)}, generation ${generation}, ${signed ? 'signed' : 'unsigned'}${index}`;
}

function clientsSection({ clients }: PublishReport): string {
  return clients.length === 0 ? '' : ['For clients:', '', '```sh', ...clients, '```'].join('\n');
}
