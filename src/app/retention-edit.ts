import type { Consumer } from '../core/consumers/consumer.ts';
import { readersOfDocuments } from '../core/consumers/readers.ts';
import { overlap, parseReleases } from '../core/consumers/releases.ts';
import type { Products } from '../core/document.ts';
import { type Filter, formatFilter, isSelected } from '../core/filter.ts';
import {
  describeBounds,
  describePin,
  isPinned,
  type Pin,
  type RetentionPolicy,
  type RetentionTerms,
  retain,
  type WhyKept,
} from '../core/retention.ts';
import {
  type PlacedProduct,
  type PlacedVersion,
  placedProducts,
  unlistVersions,
} from '../core/unlist.ts';
import { documentsAfter, type Edit, type Edited } from './edit.ts';
import { refuseMostOfRoot } from './most-of-root.ts';
import { judge } from './publish-findings.ts';
import { type UnlistedVersion, unlistedVersion } from './unlisted.ts';

/** What retention did to the products it was applied to. */
export interface RetentionOutcome {
  readonly unlisted: readonly UnlistedVersion[];
  /** How many versions stay, by the reason; one that filters pass over is not among them. */
  readonly kept: Readonly<Partial<Record<WhyKept, number>>>;
  /** What the user should know, one line each. */
  readonly remarks: readonly string[];
}

export interface RetentionRequest {
  /** `undefined`: those that read the root without an error. */
  readonly consumers: readonly Consumer[] | undefined;
  /** To take off more than half of the bytes that the root lists. */
  readonly yes: boolean;
  /** What ages are counted from. */
  readonly now: Date;
}

/**
 * The edit "apply this policy to every product". A version that a filter passes over stays, and counts.
 * @throws InputError YES_REQUIRED
 * @throws FindingError FINDINGS
 */
export function retentionEdit(
  policy: RetentionPolicy,
  filters: readonly Filter[],
  request: RetentionRequest & { readonly allow: readonly string[] },
): Edit<RetentionOutcome> {
  const isOpen = (place: PlacedVersion) => isSelected(filters, place);
  return (documents) => {
    const consumers = request.consumers ?? readersOfDocuments(documents);
    const product = { policies: [policy], added: 0, isOpen };
    const edited = retainVersions(documents, () => product, { ...request, consumers });
    const { outcome } = edited;
    const findings =
      outcome.unlisted.length === 0
        ? remarksOnFilters(filters, documents)
        : judge({ ...request, consumers }, documents, documentsAfter(documents, edited));
    return { ...edited, outcome: { ...outcome, remarks: [...outcome.remarks, ...findings] } };
  };
}

/** What retention may do to a product. */
export interface RetainedProduct {
  /** A version is taken off where each of them says so; there is one at least. */
  readonly policies: readonly RetentionPolicy[];
  /** How many versions this run adds: that as many make room for them needs no `yes`. */
  readonly added: number;
  isOpen(place: PlacedVersion): boolean;
}

/**
 * Takes off what the policies of each product say, and looks at nothing else.
 * @param of what holds for a product; `undefined`: it stays as it is
 * @throws InputError YES_REQUIRED
 */
export function retainVersions(
  documents: ReadonlyMap<string, Products>,
  of: (contentId: string, product: string) => RetainedProduct | undefined,
  { consumers, yes, now }: RetentionRequest & { readonly consumers: readonly Consumer[] },
): Edited<RetentionOutcome> {
  const terms = { now, two: consumers.some(needsTwo) };
  const products = placedProducts(documents).flatMap((placed) => {
    const retained = of(placed.contentId, placed.product);
    return retained === undefined ? [] : [{ ...retained, ...verdictsOf(placed, retained, terms) }];
  });
  const counted = products.flatMap(({ gone, added }) => gone.slice(added));
  if (!yes && counted.length > 0) refuseMostOfRoot(documents, counted);
  const unlisted = products.flatMap(({ gone, policies }) =>
    gone.map((place) => unlistedVersion(place, describeBounds(policies))),
  );
  const kept = products.flatMap((product) => product.kept);
  const pins = products.flatMap(({ policies }) => policies.flatMap((policy) => policy.pins));
  const remarks = [...remarksOnTwo(kept), ...remarksOnPins(pins, documents)];
  const outcome = { unlisted, kept: countsOf(kept), remarks };
  return { outcome, ...unlistVersions(documents, unlisted), files: [] };
}

interface KeptVersion {
  readonly place: PlacedVersion;
  readonly why: WhyKept;
}

/** Of the versions that may be taken off, the newest first. */
function verdictsOf(
  { product, versions }: PlacedProduct,
  { policies, isOpen }: RetainedProduct,
  terms: RetentionTerms,
): { readonly gone: readonly PlacedVersion[]; readonly kept: readonly KeptVersion[] } {
  const open = new Map(versions.filter(isOpen).map((place) => [place.serial, place]));
  const gone: PlacedVersion[] = [];
  const kept: KeptVersion[] = [];
  const serials = versions.map(({ serial }) => serial);
  for (const { serial, kept: why } of retain(product, serials, policies, terms)) {
    const place = open.get(serial);
    if (place === undefined) continue;
    if (why === undefined) gone.push(place);
    else kept.push({ place, why });
  }
  return { gone, kept };
}

/** Up to 3.7 it reads the documents once more while it imports, and takes only versions that it saw before. */
function needsTwo({ name, releases }: Consumer): boolean {
  const old = parseReleases('<=3.7');
  return name === 'maas' && old !== undefined && overlap(releases, old);
}

function remarksOnTwo(kept: readonly KeptVersion[]): readonly string[] {
  const second = kept.filter(({ why }) => why === 'two').map(({ place }) => place);
  if (second.length === 0) return [];
  const names = second.map(({ product, serial }) => `${product} ${serial}`).join(', ');
  return [
    `two versions stay listed, since MAAS up to 3.7 imports nothing of a product whose only version is replaced while it reads: ${names}`,
  ];
}

/** One that is mistyped would protect nothing without a word. */
function remarksOnPins(
  pins: readonly Pin[],
  documents: ReadonlyMap<string, Products>,
): readonly string[] {
  if (pins.length === 0) return [];
  const listed = placedProducts(documents).flatMap(({ versions }) => versions);
  const lost = [...new Set(pins)].filter(
    (pin) => !listed.some(({ product, serial }) => isPinned([pin], product, serial)),
  );
  const names = new Set(lost.map(describePin));
  return [...names].map((name) => `pin ${name} matches no version that is listed`);
}

/** Nor would a filter that is mistyped unlist anything, ever. */
function remarksOnFilters(
  filters: readonly Filter[],
  documents: ReadonlyMap<string, Products>,
): readonly string[] {
  const listed = placedProducts(documents).flatMap(({ versions }) => versions);
  if (listed.length === 0 || listed.some((place) => isSelected(filters, place))) return [];
  const given = filters.map(formatFilter).join(' and ');
  return [`no version that is listed satisfies ${given}, so none of them can be unlisted`];
}

function countsOf(kept: readonly KeptVersion[]): RetentionOutcome['kept'] {
  const counts: Partial<Record<WhyKept, number>> = {};
  for (const { why } of kept) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}
