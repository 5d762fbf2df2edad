import type { Products, Version } from './document.ts';

/** Which version of which product in which document. */
export interface VersionPlace {
  readonly contentId: string;
  readonly product: string;
  readonly serial: string;
}

/** What documents become without some of their versions. */
export interface WithoutVersions {
  /** Those that list something still, by content id. */
  readonly changed: ReadonlyMap<string, Products>;
  /** Those that list nothing any more. */
  readonly removed: ReadonlySet<string>;
}

/**
 * Takes versions off documents. With its last version a product goes, and with its last product a document: MAAS 3.8
 * rejects a source in which one is empty (rule MAAS-021). Everything else stays as it is.
 */
export function unlistVersions(
  documents: ReadonlyMap<string, Products>,
  versions: readonly VersionPlace[],
): WithoutVersions {
  const changed = new Map<string, Products>();
  const removed = new Set<string>();
  for (const [contentId, inDocument] of groupBy(versions, (place) => place.contentId)) {
    const document = documents.get(contentId);
    if (document === undefined) continue;
    const left = withoutVersions(document, inDocument);
    if (Object.keys(left.products).length > 0) changed.set(contentId, left);
    else removed.add(contentId);
  }
  return { changed, removed };
}

function withoutVersions(document: Products, versions: readonly VersionPlace[]): Products {
  const products = { ...document.products };
  for (const [name, ofProduct] of groupBy(versions, (place) => place.product)) {
    const product = products[name];
    if (product === undefined) continue;
    const gone = new Set(ofProduct.map(({ serial }) => serial));
    const left = Object.entries(product.versions ?? {}).filter(([serial]) => !gone.has(serial));
    if (left.length > 0) products[name] = { ...product, versions: Object.fromEntries(left) };
    else delete products[name];
  }
  return { ...document, products };
}

function groupBy(
  places: readonly VersionPlace[],
  keyOf: (place: VersionPlace) => string,
): ReadonlyMap<string, readonly VersionPlace[]> {
  const groups = new Map<string, VersionPlace[]>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

/** A version that stands in a document. */
export interface PlacedVersion extends VersionPlace {
  readonly document: Products;
  readonly version: Version;
}

/** A product with its versions. */
export interface PlacedProduct {
  readonly contentId: string;
  readonly product: string;
  readonly versions: readonly PlacedVersion[];
}

/** Every product of these documents. */
export function placedProducts(documents: ReadonlyMap<string, Products>): readonly PlacedProduct[] {
  return [...documents].flatMap(([contentId, document]) =>
    Object.entries(document.products).map(([product, { versions = {} }]) => {
      const placed = Object.entries(versions).map(([serial, version]) => {
        return { contentId, document, product, serial, version };
      });
      return { contentId, product, versions: placed };
    }),
  );
}
