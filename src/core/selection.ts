import type { Product, Products, Version } from './document.ts';
import { InputError } from './error.ts';
import { type Filter, formatFilter, isSelected } from './filter.ts';
import type { ProductName } from './name.ts';
import { compareSerials, type Serial } from './serial.ts';

/** Which versions of a root are meant. */
export interface Selection {
  readonly filters: readonly Filter[];
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
  const selected = [...documents]
    .sort(([a], [b]) => compareSerials(a, b))
    .flatMap(([contentId, document]) =>
      Object.keys(document.products)
        .sort(compareSerials)
        .flatMap((productName) => selectVersion(contentId, document, productName, selection)),
    );
  if (selected.length === 0) throw nothingSelected(documents, selection, root);
  return selected;
}

function selectVersion(
  contentId: string,
  document: Products,
  productName: string,
  { filters, product: wanted, serial: given }: Selection,
): readonly SelectedVersion[] {
  const product = document.products[productName];
  if (product === undefined || (wanted !== undefined && wanted !== productName)) return [];
  const serial = Object.keys(product.versions ?? {})
    .filter((candidate) => given === undefined || given === candidate)
    .filter((candidate) =>
      isSelected(filters, { document, product: productName, serial: candidate }),
    )
    .sort(compareSerials)
    .at(-1);
  const version = serial === undefined ? undefined : product.versions?.[serial];
  if (serial === undefined || version === undefined) return [];
  return [{ contentId, document, productName, product, serial, version }];
}

function nothingSelected(
  documents: ReadonlyMap<string, Products>,
  { filters, product, serial }: Selection,
  root: string,
): InputError {
  const names = [...documents.values()].flatMap(({ products }) => Object.keys(products));
  if (product !== undefined && !names.includes(product)) {
    return new InputError(
      'NOT_LISTED',
      `${root} lists no product ${product}; see what is there with list`,
    );
  }
  const which = [
    'version',
    ...(product === undefined ? [] : [`of product ${product}`]),
    ...(serial === undefined ? [] : [`with the serial ${serial}`]),
    ...(filters.length === 0 ? [] : [`that satisfies ${filters.map(formatFilter).join(' ')}`]),
  ];
  return new InputError(
    'NOT_LISTED',
    `${root} lists no ${which.join(' ')}; see what is there with list`,
  );
}
