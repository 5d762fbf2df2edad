import type { Product, Products, Version } from './document.ts';
import { type Filter, isSelected } from './filter.ts';
import type { ProductName } from './name.ts';
import { notListed } from './not-listed.ts';
import { compareSerials, type Serial } from './serial.ts';
import { type PlacedProduct, placedProducts } from './unlist.ts';

/** Which versions are meant: those for which everything holds that is given. */
export interface VersionSelection {
  readonly filters: readonly Filter[];
  readonly product: string | undefined;
  readonly serial: string | undefined;
}

/** A product with versions that are meant. */
export interface SelectedProduct extends PlacedProduct {
  readonly selected: PlacedProduct['versions'];
}

/**
 * Every version that is meant, by product.
 * @param root names the root in the error
 * @throws InputError NOT_LISTED when there is none, with what is listed that is near
 */
export function selectAll(
  documents: ReadonlyMap<string, Products>,
  selection: VersionSelection,
  root: string,
): readonly SelectedProduct[] {
  const { product, serial, filters } = selection;
  const products = placedProducts(documents);
  const found = products.flatMap((placed): readonly SelectedProduct[] => {
    if (product !== undefined && product !== placed.product) return [];
    const selected = placed.versions.filter(
      (place) => (serial === undefined || serial === place.serial) && isSelected(filters, place),
    );
    return selected.length === 0 ? [] : [{ ...placed, selected }];
  });
  if (found.length === 0) throw notListed(selection, products, root);
  return found;
}

/** Which version of each product is meant. */
export interface Selection extends VersionSelection {
  /** Absent: every product. */
  readonly product: ProductName | undefined;
  /** Absent: the newest of each product that satisfies the filters. */
  readonly serial: Serial | undefined;
}

/** A version, with what is above it. */
export interface SelectedVersion {
  readonly contentId: string;
  readonly document: Products;
  readonly productName: string;
  readonly product: Product;
  readonly serial: string;
  readonly version: Version;
}

/**
 * One version of each product that has one which is meant; in the order of the names.
 * @param root names the root in the error
 * @throws InputError NOT_LISTED when there is none
 */
export function selectVersions(
  documents: ReadonlyMap<string, Products>,
  selection: Selection,
  root: string,
): readonly SelectedVersion[] {
  return selectAll(documents, selection, root)
    .flatMap(({ selected }) => newestOf(selected) ?? [])
    .sort((a, b) => compareSerials(a.contentId, b.contentId) || compareNames(a, b));
}

function compareNames(a: SelectedVersion, b: SelectedVersion): number {
  return compareSerials(a.productName, b.productName);
}

function newestOf(places: SelectedProduct['selected']): SelectedVersion | undefined {
  const newest = places.toSorted((a, b) => compareSerials(a.serial, b.serial)).at(-1);
  const product = newest?.document.products[newest.product];
  if (newest === undefined || product === undefined) return undefined;
  return { ...newest, productName: newest.product, product };
}
