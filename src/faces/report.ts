import type { PublishedImage, PublishedItem, PublishReport } from '../app/publication.ts';
import type { UnlistedVersion } from '../app/unlisted.ts';
import { printable } from '../core/schema/problem.ts';
import { formatSize } from './size.ts';

/** What a run of `publish` did, for people. */
export function renderReport(report: PublishReport): string {
  const head = report.signed ? 'signed' : 'unsigned';
  const lines = [
    ...report.published.flatMap((image) => renderImage(image, report.dryRun)),
    ...report.unlisted.map((version) => renderUnlisted(version, report.dryRun)),
    '',
    `Root    ${report.root}, generation ${report.generation}, ${head}`,
    ...(report.indexUrl === undefined ? [] : [`Index   ${report.indexUrl}`]),
    ...renderClients(report),
  ];
  return `${lines.join('\n')}\n`;
}

function renderImage(image: PublishedImage, dryRun: boolean): readonly string[] {
  const name = `${image.product} ${image.serial}`;
  if (!image.changed) return [`Nothing to do: ${name} is published already`];
  const width = Math.max(...image.items.map((item) => item.name.length));
  return [
    dryRun ? `Would publish ${name}` : `Published ${name}`,
    ...image.items.map((item) => renderItem(item, width)),
  ];
}

/** What a version that is taken off leaves, in one line. */
export function renderUnlisted(
  { product, serial, bytes, why }: UnlistedVersion,
  dryRun: boolean,
): string {
  const verb = dryRun ? 'Would unlist' : 'Unlisted';
  return printable(`${verb} ${product} ${serial}, ${formatSize(bytes)}: ${why}`);
}

function renderItem(item: PublishedItem, width: number): string {
  const size = formatSize(item.size).padStart(10);
  return `  ${item.name.padEnd(width)}  ${item.stored.padEnd(8)}  ${size}  ${item.path}`;
}

function renderClients({ clients, indexUrl }: PublishReport): readonly string[] {
  const lines = clients.map((line) => `  ${line}`);
  return indexUrl === undefined
    ? [
        '',
        'What clients are to be given depends on the URL they see the root under: give public-url.',
      ]
    : ['', 'For clients:', '', ...lines];
}
