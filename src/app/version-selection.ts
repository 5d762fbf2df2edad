import type { Products } from '../core/document.ts';
import { InputError } from '../core/error.ts';
import { type Filter, formatFilter, isSelected } from '../core/filter.ts';
import { nearest } from '../core/nearest.ts';
import { printable } from '../core/schema/problem.ts';
import { compareSerials } from '../core/serial.ts';
import { type PlacedProduct, placedProducts } from '../core/unlist.ts';

/** Which versions are meant: those for which everything holds that is given. */
export interface VersionSelection {
  readonly product: string | undefined;
  readonly serial: string | undefined;
  readonly filters: readonly Filter[];
}

/** A product with versions that are meant. */
export interface SelectedProduct extends PlacedProduct {
  readonly selected: PlacedProduct['versions'];
}

/**
 * Finds what is meant.
 * @param root for people
 * @throws InputError NOT_LISTED when nothing is, with what is listed that is near
 */
export function selectVersions(
  selection: VersionSelection,
  documents: ReadonlyMap<string, Products>,
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
  if (found.length > 0) return found;
  throw new InputError('NOT_LISTED', whyNothing(selection, products, root));
}

function whyNothing(
  { product, serial, filters }: VersionSelection,
  products: readonly PlacedProduct[],
  root: string,
): string {
  if (products.length === 0) return `${root} lists nothing`;
  const names = [...new Set(products.map((placed) => placed.product))];
  if (product !== undefined && !names.includes(product)) {
    return `${root} lists no product ${product}: ${meant(product, names)}`;
  }
  const found = products.filter((placed) => product === undefined || placed.product === product);
  const serials = serialsOf(found);
  const where = product === undefined ? root : `product ${product} in ${root}`;
  if (serial !== undefined && !serials.includes(serial)) {
    return `${where} lists no version ${serial}: ${meant(serial, serials)}`;
  }
  const asked = [
    ...(serial === undefined ? [] : [`version_name=${serial}`]),
    ...filters.map(formatFilter),
  ];
  const listed = product === undefined ? names : serials;
  return `${where} lists no version with ${asked.join(' and ')}: it lists ${shorten(listed)}`;
}

/** Newest first. */
function serialsOf(products: readonly PlacedProduct[]): readonly string[] {
  const serials = products.flatMap(({ versions }) => versions.map(({ serial }) => serial));
  return [...new Set(serials)].sort(compareSerials).reverse();
}

function meant(name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  const listed = `it lists ${shorten(known)}`;
  return guess === undefined ? listed : `did you mean ${printable(guess)}? ${listed}`;
}

/** As many names as people read. */
const longestList = 10;

function shorten(names: readonly string[]): string {
  const more = names.length - longestList;
  const first = names.slice(0, longestList).map(printable).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}
