import { index, signedIndex } from '../core/root.ts';
import type { Ports, UnfinishedUpload } from '../ports.ts';
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
  const { outcome, changed, generation, signed, behind, guarantee } = committed;
  const { publicUrl, dryRun, consumers } = request;
  const items = outcome.items.map((item) => publishedItem(item, dryRun, committed));
  const published: PublishedImage = {
    product: image.product,
    serial: outcome.serial,
    changed,
    items,
  };
  return {
    changed,
    dryRun,
    root: store.url,
    generation,
    signed,
    indexUrl: publicUrl === undefined ? undefined : `${publicUrl}/${signed ? signedIndex : index}`,
    published: [published],
    product: image.product,
    serial: outcome.serial,
    followers: behind === undefined ? 'current' : 'behind',
    store: guarantee,
    warnings: [
      ...(behind === undefined ? [] : [behind.message]),
      ...outcome.remarks,
      ...unfinished.map(describeUnfinished),
    ],
    clients:
      publicUrl === undefined
        ? []
        : clientLines(consumers, {
            publicUrl,
            signed,
            aliases: outcome.aliases,
            isVirtualMachine: image.plan.isVirtualMachine,
          }),
  };
}

function publishedItem(
  { name, ftype, path, source: { size, sha256 } }: PlannedItem,
  dryRun: boolean,
  { outcome, stage }: Committed<PlannedImage>,
): PublishedItem {
  const missing = dryRun && outcome.isNew ? 'planned' : 'present';
  const stored = stage.uploaded(sha256) ? 'uploaded' : missing;
  return { name, ftype, path, size, sha256, stored };
}

function describeUnfinished({ url, since }: UnfinishedUpload): string {
  return `an upload of ${url}, begun at ${since.toISOString()}, was never finished: a run that was killed left it, or one is at work; abort it, or let a lifecycle rule do so, since its parts are paid for`;
}
