import type { Index, Products } from '../document.ts';
import { TrustError } from '../error.ts';
import { isIndex } from './generated/is-index.js';
import { isProducts } from './generated/is-products.js';
import { parseJsonText } from './json-text.ts';
import { validated } from './validated.ts';

const itemLimit = 1_000_000;

/**
 * `text` as an index.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN, TrustError DOCUMENT_TOO_LARGE: as {@link parseJsonText} and {@link validateIndex}
 */
export function parseIndex(text: string, place: string): Index {
  return validateIndex(parseJsonText(text, place), place);
}

/**
 * `text` as a products document.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN, TrustError DOCUMENT_TOO_LARGE: as {@link parseJsonText} and
 *   {@link validateProducts}, or with more than a million items
 */
export function parseProducts(text: string, place: string): Products {
  const document = validateProducts(parseJsonText(text, place), place);
  const items = countItems(document);
  if (items <= itemLimit) return document;
  throw new TrustError(
    'DOCUMENT_TOO_LARGE',
    `${place} lists ${items} items, more than the ${itemLimit} that are taken for real; split it`,
  );
}

/**
 * `value` as an index, by `index.schema.json`.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateIndex(value: unknown, place: string): Index {
  return validated(value, isIndex, 'an index:1.0', place);
}

/**
 * `value` as a products document, by `products.schema.json`.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateProducts(value: unknown, place: string): Products {
  return validated(value, isProducts, 'a products:1.0', place);
}

function countItems({ products }: Products): number {
  let count = 0;
  for (const { versions = {} } of Object.values(products)) {
    for (const { items = {} } of Object.values(versions)) count += Object.keys(items).length;
  }
  return count;
}
