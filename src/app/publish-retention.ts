import type { Products } from '../core/document.ts';
import type { RetentionPolicy } from '../core/retention.ts';
import type { PlacedVersion } from '../core/unlist.ts';
import type { Edited } from './edit.ts';
import type { PublishRequest } from './publication.ts';
import type { PlannedImage } from './publish-edit.ts';
import { type RetentionOutcome, retainVersions } from './retention-edit.ts';

/**
 * Applies to each product what the images published into it say; a product that one of them says nothing of stays as it
 * is. What this run publishes stays, also where it is listed already as an old version.
 * @param documents with the images in them
 * @throws InputError YES_REQUIRED
 */
export function retainPublished(
  request: PublishRequest,
  images: readonly PlannedImage[],
  documents: ReadonlyMap<string, Products>,
  now: Date,
): Edited<RetentionOutcome> {
  const products = new Map<string, PlannedImage[]>();
  for (const planned of images) {
    const key = keyOf(planned.image.contentId, planned.image.product);
    products.set(key, [...(products.get(key) ?? []), planned]);
  }
  const of = (contentId: string, product: string) => {
    const published = products.get(keyOf(contentId, product)) ?? [];
    const policies = policiesOf(published, request);
    if (policies === undefined) return undefined;
    const serials = new Set(published.map(({ serial }) => serial));
    const added = new Set(published.flatMap(({ isNew, serial }) => (isNew ? [serial] : []))).size;
    return { policies, added, isOpen: ({ serial }: PlacedVersion) => !serials.has(serial) };
  };
  return retainVersions(documents, of, { ...request, now });
}

function policiesOf(
  published: readonly PlannedImage[],
  { retention }: PublishRequest,
): readonly RetentionPolicy[] | undefined {
  const policies = published.flatMap(({ image }) => image.request.retention ?? retention ?? []);
  const isComplete = policies.length > 0 && policies.length === published.length;
  return isComplete ? policies : undefined;
}

function keyOf(contentId: string, product: string): string {
  return JSON.stringify([contentId, product]);
}
