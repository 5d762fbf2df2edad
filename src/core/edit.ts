import type { Product, Products, Version } from './document.ts';
import { ConflictError, InputError } from './error.ts';
import type { ProductName } from './name.ts';
import { compareSerials, nthSerial, type Serial } from './serial.ts';

/** A document without products, to begin with. */
export function emptyProducts(contentId: string): Products {
  return {
    format: 'products:1.0',
    content_id: contentId,
    datatype: 'image-downloads',
    products: {},
  };
}

/**
 * The serial of the version that holds exactly these bytes, by the digest of each item. Mirrors decide per serial and
 * LXD breaks when a fingerprint is listed twice: bytes that are listed are never listed again.
 * @param digests item name → sha256
 */
export function findVersion(
  product: Product | undefined,
  digests: ReadonlyMap<string, string>,
): string | undefined {
  return Object.entries(product?.versions ?? {}).find(([, version]) =>
    holdsExactly(version, digests),
  )?.[0];
}

/** True when the version's items are these and no others: item name → sha256. */
export function holdsExactly(
  version: Version,
  digests: ReadonlyMap<string, string | undefined>,
): boolean {
  const items = Object.entries(version.items ?? {});
  return (
    items.length === digests.size &&
    items.every(([name, item]) => digests.has(name) && item.sha256 === digests.get(name))
  );
}

/**
 * The serial for bytes that are not listed yet.
 * @param given by the user; else `derived` is taken, with `_02`, `_03`, … where it is taken already
 * @param derivedFrom in words, for the error
 * @throws ConflictError VERSION_EXISTS when `given` names other bytes
 * @throws InputError SERIAL_NOT_NEWEST when it does not sort after the newest: clients would never see it
 */
export function chooseSerial(
  name: ProductName,
  product: Product | undefined,
  given: Serial | undefined,
  derived: Serial,
  derivedFrom = 'from the image',
): Serial {
  const listed = Object.keys(product?.versions ?? {}).sort(compareSerials);
  if (given !== undefined && listed.includes(given)) {
    throw new ConflictError(
      'VERSION_EXISTS',
      `product ${name} lists version ${given} with other files, and a version never changes; give another serial`,
    );
  }
  const serial = given ?? firstFree(derived, listed);
  const newest = listed.at(-1);
  if (newest !== undefined && compareSerials(serial, newest) <= 0) {
    throw new InputError(
      'SERIAL_NOT_NEWEST',
      `serial ${serial} ${given === undefined ? `(${derivedFrom}) ` : ''}does not sort after ${newest}, the newest version of product ${name}, so no client would take it; give a later serial`,
    );
  }
  return serial;
}

function firstFree(derived: Serial, listed: readonly string[]): Serial {
  for (let n = 1; ; n++) {
    const serial = nthSerial(derived, n);
    if (!listed.includes(serial)) return serial;
  }
}

/** The document with one more version; `product` has the tags that stand after it. */
export function addVersion(
  document: Products,
  name: ProductName,
  product: Product,
  serial: Serial,
  version: Version,
): Products {
  const versions = { ...product.versions, [serial]: version };
  return { ...document, products: { ...document.products, [name]: { ...product, versions } } };
}

/** item name → sha256. */
export function digestsOf({ items = {} }: Version): ReadonlyMap<string, string | undefined> {
  return new Map(Object.entries(items).map(([name, { sha256 }]) => [name, sha256]));
}

/** The document with the product's tags replaced. */
export function putProduct(document: Products, name: ProductName, product: Product): Products {
  return { ...document, products: { ...document.products, [name]: product } };
}
