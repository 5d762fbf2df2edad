import { index, signedIndex } from '../core/root.ts';
import type { ImageFile, Ports, UnfinishedUpload } from '../ports.ts';
import { clientLines } from './clients.ts';
import type { Committed } from './commit.ts';
import type { Image } from './image.ts';
import type {
  PublishedImage,
  PublishedItem,
  PublishReport,
  PublishRequest,
} from './publication.ts';
import type { PlannedImage, PlannedItem } from './publish-edit.ts';

/** What a run did, from what it knows at its end. */
export function publishReport(
  request: PublishRequest,
  { store }: Ports,
  image: Image,
  committed: Committed<PlannedImage>,
  unfinished: readonly UnfinishedUpload[],
): PublishReport {
  const { outcome, changed, generation, signed, behind } = committed;
  const { publicUrl, dryRun, consumers } = request;
  const items = outcome.items.map((item) => publishedItem(item, dryRun, committed));
  const published: PublishedImage = { product: image.name, serial: outcome.serial, changed, items };
  const isVirtualMachine = !image.items.some(({ file }) => isContainerRoot(file));
  return {
    changed,
    dryRun,
    root: store.url,
    generation,
    signed,
    indexUrl: publicUrl === undefined ? undefined : `${publicUrl}/${signed ? signedIndex : index}`,
    published: [published],
    product: image.name,
    serial: outcome.serial,
    followers: behind === undefined ? 'current' : 'behind',
    warnings: [
      ...(behind === undefined ? [] : [behind.message]),
      ...unfinished.map(describeUnfinished),
    ],
    clients:
      publicUrl === undefined
        ? []
        : clientLines(consumers, publicUrl, outcome.aliases, isVirtualMachine),
  };
}

function publishedItem(
  { name, path, file: { size, sha256 } }: PlannedItem,
  dryRun: boolean,
  { outcome, stage }: Committed<PlannedImage>,
): PublishedItem {
  const missing = dryRun && outcome.isNew ? 'planned' : 'present';
  const stored = stage.uploaded(sha256) ? 'uploaded' : missing;
  return { name, ftype: name, path, size, sha256, stored };
}

function describeUnfinished({ url, since }: UnfinishedUpload): string {
  return `an upload of ${url}, begun at ${since.toISOString()}, was never finished: a run that was killed left it, or one is at work; abort it, or let a lifecycle rule do so, since its parts are paid for`;
}

function isContainerRoot({ facts }: ImageFile): boolean {
  if (facts.kind === 'unified') return !facts.virtualMachine;
  return facts.kind === 'squashfs' || facts.kind === 'rootfs';
}
