import { expect, test } from 'vitest';
import { checkDocuments } from '../../../src/app/next-documents.ts';
import type { Product, Products } from '../../../src/core/document.ts';

/** Of a type that no client reads, which types alone would not let pass. */
const broken: Product = JSON.parse('{"versions": {"20260101_0400": {"items": []}}}');
const plain: Product = { arch: 'amd64' };

function document(products: Record<string, Product>, datatype = 'image-downloads'): Products {
  return { format: 'products:1.0', content_id: 'images', datatype, products };
}

function check(before: Products | undefined, after: Products): void {
  checkDocuments(
    new Map(before === undefined ? [] : [['images', before]]),
    new Map([['images', after]]),
  );
}

test.each([
  ['in a new document', undefined],
  ['beside a product that was there', document({ plain })],
  ['in the place of a product that was there', document({ plain, broken: plain })],
])('a product that breaks the schema is refused %s', (_, before) => {
  expect(() => check(before, document({ plain, broken }))).toThrow(
    /the new images .*\n {2}\/products\/broken\/versions\/20260101_0400\/items: must be an object/,
  );
});

test('what depends on the datatype is judged anew with it', () => {
  const supported: Product = { supported: 'True' };
  const before = document({ supported }, 'image-ids');
  expect(() => check(before, document({ ...before.products, plain }, 'image-ids'))).not.toThrow();
  expect(() => check(before, document(before.products))).toThrow('/products/supported/supported');
});

test('a line too long for gpgv is refused, also of a product that was there', () => {
  const before = document({ long: { note: 'x'.repeat(19_993) } });
  expect(() => check(before, document({ ...before.products, plain }))).toThrow(
    /line 7 of the new images \("note": "xxx/,
  );
});
