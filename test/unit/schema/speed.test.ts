import { expect, test } from 'vitest';
import { isProducts } from '../../../src/core/schema/generated/is-products.js';
import { sha256 } from './documents.ts';

/** 100,000 items in one document, as text. */
function largeDocument(size: unknown): string {
  const item = { ftype: 'squashfs', path: 'images/alpine/20261120_1504/root', sha256, size };
  const items = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, item]));
  const versions = numbered('20261120_', 20, { items });
  const products = numbered('alpine:', 1000, { arch: 'amd64', versions });
  return JSON.stringify({ format: 'products:1.0', content_id: 'images', products }, null, 1);
}

function numbered(prefix: string, count: number, value: object): object {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${n}`, value]));
}

function milliseconds(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** How long validation takes, in times the parsing of the same text; the best of three. */
function ratio(text: string, valid: boolean): number {
  const ratios = [1, 2, 3].map(() => {
    let document: unknown;
    const parsing = milliseconds(() => {
      document = JSON.parse(text);
    });
    return milliseconds(() => expect(isProducts(document)).toBe(valid)) / parsing;
  });
  return Math.min(...ratios);
}

test('a document of 100,000 items is validated in the order of the time it takes to parse', () => {
  expect(ratio(largeDocument(12_345), true)).toBeLessThan(10);
});

test('so is one in which every item is broken, all problems counted', () => {
  expect(ratio(largeDocument('12345'), false)).toBeLessThan(40);
  expect(isProducts.errors).toHaveLength(100_000);
});
