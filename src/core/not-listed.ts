import { InputError } from './error.ts';
import { formatFilter } from './filter.ts';
import { nearest } from './nearest.ts';
import { printable } from './schema/problem.ts';
import type { VersionSelection } from './selection.ts';
import { compareSerials } from './serial.ts';
import type { PlacedProduct } from './unlist.ts';

/**
 * Says that nothing that was asked for is listed, and what is listed that is near.
 * @param products all that there are
 */
export function notListed(
  { product, serial, filters }: VersionSelection,
  products: readonly PlacedProduct[],
  root: string,
): InputError {
  const names = [...new Set(products.map((placed) => placed.product))];
  if (products.length === 0) return failure(`${root} lists nothing`);
  if (product !== undefined && !names.includes(product)) {
    return failure(`${root} lists no product ${product}: ${meant(product, names)}`);
  }
  const found = products.filter((placed) => product === undefined || placed.product === product);
  const serials = serialsOf(found);
  const where = product === undefined ? root : `product ${product} in ${root}`;
  if (serial !== undefined && !serials.includes(serial)) {
    return failure(`${where} lists no version ${serial}: ${meant(serial, serials)}`);
  }
  const asked = [
    ...(serial === undefined ? [] : [`version_name=${serial}`]),
    ...filters.map(formatFilter),
  ];
  const listed = shorten(product === undefined ? names : serials);
  return failure(`${where} lists no version with ${asked.join(' and ')}: it lists ${listed}`);
}

function failure(what: string): InputError {
  return new InputError('NOT_LISTED', what);
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
