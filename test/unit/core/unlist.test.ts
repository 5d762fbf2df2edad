import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Products } from '../../../src/core/document.ts';
import { shareOf } from '../../../src/core/listed-bytes.ts';
import { placedProducts, unlistVersions } from '../../../src/core/unlist.ts';

/** A document in which every version has one file, of as many bytes as given, at a path of its own. */
function document(contentId: string, products: Record<string, Record<string, number>>): Products {
  const entries = Object.entries(products).map(([name, versions]) => {
    const listed = Object.entries(versions).map(([serial, size]) => {
      const path = `${contentId}/${name}/${serial}`;
      return [serial, { label: 'l', items: { squashfs: { path, size, odd: [1] } } }];
    });
    return [name, { os: 'Alpine', odd: { kept: true }, versions: Object.fromEntries(listed) }];
  });
  return {
    format: 'products:1.0',
    content_id: contentId,
    odd: 7,
    products: Object.fromEntries(entries),
  };
}

const documents = new Map([
  ['images', document('images', { a: { '1': 10, '2': 20 }, b: { '1': 30 } })],
  ['other', document('other', { c: { '1': 40 } })],
]);

test('a version goes, and everything else stays as it is', () => {
  const place = { contentId: 'images', product: 'a', serial: '1' };
  expect(unlistVersions(documents, [place])).toEqual({
    changed: new Map([['images', document('images', { a: { '2': 20 }, b: { '1': 30 } })]]),
    removed: new Set(),
  });
});

test('a product goes with its last version, and a document with its last product', () => {
  const places = [
    { contentId: 'images', product: 'b', serial: '1' },
    { contentId: 'other', product: 'c', serial: '1' },
  ];
  expect(unlistVersions(documents, places)).toEqual({
    changed: new Map([['images', document('images', { a: { '1': 10, '2': 20 } })]]),
    removed: new Set(['other']),
  });
});

test('nothing is taken off nothing', () => {
  expect(unlistVersions(documents, [])).toEqual({ changed: new Map(), removed: new Set() });
});

test('taking versions off one after the other, in any order, is taking them off at once', () => {
  const all = placedProducts(documents).flatMap(({ versions }) => versions);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (places) => {
      let left: ReadonlyMap<string, Products> = documents;
      for (const place of places) {
        const { changed, removed } = unlistVersions(left, [place]);
        left = new Map([...left, ...changed].filter(([contentId]) => !removed.has(contentId)));
      }
      const { changed, removed } = unlistVersions(documents, places);
      const once = [...documents, ...changed].filter(([contentId]) => !removed.has(contentId));
      expect(left).toEqual(new Map(once));
      const rest = placedProducts(left).flatMap(({ versions }) => versions);
      expect(rest).toHaveLength(all.length - places.length);
    }),
  );
});

test('a file that a version shares with one that stays is not gone', () => {
  const shared = document('images', { a: { '1': 10, '2': 20 } });
  const a = shared.products.a;
  const twice = { ...a, versions: { ...a?.versions, '3': a?.versions?.['2'] ?? {} } };
  const root = new Map([['images', { ...shared, products: { a: twice } }]]);
  const place = (serial: string) => ({ contentId: 'images', product: 'a', serial });
  expect(shareOf(root, [place('1')])).toEqual({ listed: 30, gone: 10 });
  expect(shareOf(root, [place('2')])).toEqual({ listed: 30, gone: 0 });
  expect(shareOf(root, [place('2'), place('3')])).toEqual({ listed: 30, gone: 20 });
});
