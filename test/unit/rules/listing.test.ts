import { expect, test } from 'vitest';
import { listRoot } from '../../../src/core/consumers/listing.ts';

test('a version may have more items than a call may have arguments', () => {
  const count = 300_000;
  const items = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`item${n}`, { ftype: 'squashfs' }]),
  );
  const products = { 'alpine:3.20:amd64:default': { versions: { '20261120_1504': { items } } } };
  const document = { format: 'products:1.0', datatype: 'image-downloads', products };
  const view = { index: undefined, signed: false, documents: new Map([['images', document]]) };
  expect(listRoot(view).all.items).toHaveLength(count);
});
