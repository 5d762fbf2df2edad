import { index, signedIndex } from '../core/root.ts';
import type { UnfinishedUpload } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import { clientLines } from './clients.ts';
import type { Committed } from './commit.ts';
import type {
  PublishedImage,
  PublishedItem,
  PublishReport,
  PublishRequest,
} from './publication.ts';
import type { PlannedImage, PublishPlan } from './publish-edit.ts';
import type { VisitReport } from './visit-report.ts';

/** What was found after the commit. */
export interface Aftermath {
  readonly unfinished: readonly UnfinishedUpload[];
  readonly pruned: VisitReport | undefined;
  readonly warnings: readonly string[];
}

/** What a run did, from what it knows at its end. */
export function publishReport(
  request: PublishRequest,
  { store }: Ports,
  committed: Committed<PublishPlan>,
  { unfinished, pruned, warnings }: Aftermath,
): PublishReport {
  const { outcome, changed, generation, signed, behind, guarantee } = committed;
  const { publicUrl, dryRun } = request;
  const published = outcome.images.map((image) => publishedImage(image, dryRun, committed));
  const only = published.length === 1 ? published[0] : undefined;
  return {
    changed,
    dryRun,
    root: store.url,
    generation,
    signed,
    indexUrl: publicUrl === undefined ? undefined : `${publicUrl}/${signed ? signedIndex : index}`,
    published,
    unlisted: outcome.unlisted,
    product: only?.product,
    serial: only?.serial,
    followers: behind === undefined ? 'current' : 'behind',
    store: guarantee,
    warnings: [
      ...(behind === undefined ? [] : [behind.message]),
      ...outcome.remarks,
      ...unfinished.map(describeUnfinished),
      ...warnings,
    ],
    ...(pruned === undefined ? {} : { pruned }),
    clients: clientsOf(request, committed),
  };
}

function publishedImage(
  { image, serial, isNew, changed, items }: PlannedImage,
  dryRun: boolean,
  { stage }: Committed<PublishPlan>,
): PublishedImage {
  const listed = items.map(({ name, ftype, path, source: { size, sha256 } }): PublishedItem => {
    const isMissing = dryRun && isNew && !stage.isThere(sha256);
    const stored = isMissing ? 'planned' : (stage.stored(sha256) ?? 'present');
    return { name, ftype, path, size, sha256, stored };
  });
  return { product: image.product, serial, changed, items: listed };
}

/** Each line once: the images of a root have its remote in common. */
function clientsOf(
  { publicUrl, consumers }: PublishRequest,
  { outcome, signed }: Committed<PublishPlan>,
): readonly string[] {
  if (publicUrl === undefined) return [];
  const lines = outcome.images.flatMap(({ aliases, image: { plan } }) =>
    clientLines(consumers, { publicUrl, signed, aliases, isVirtualMachine: plan.isVirtualMachine }),
  );
  return [...new Set(lines)];
}

function describeUnfinished({ url, since }: UnfinishedUpload): string {
  return `an upload of ${url}, begun at ${since.toISOString()}, was never finished: a run that was killed left it, or one is at work; abort it, or let a lifecycle rule do so, since its parts are paid for`;
}
