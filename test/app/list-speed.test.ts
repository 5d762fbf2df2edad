import { expect, test } from 'vitest';
import { rootWith } from '../fakes/checking.ts';
import { indexOf } from '../fakes/foreign-roots.ts';
import { listOf } from '../fakes/listing.ts';
import { sumOf } from '../unit/rules/fixtures/draft.ts';

/** A root of `count` items, four in each version and a hundred versions in each product. */
function rootOf(count: number) {
  const products = Object.fromEntries(
    numbered(count / 400, (p) => [
      `alpine:3.${p}:amd64:default`,
      {
        aliases: `alpine/3.${p}`,
        arch: 'amd64',
        os: 'alpine',
        release: `3.${p}`,
        versions: versionsOf(p),
      },
    ]),
  );
  const document = {
    content_id: 'images',
    datatype: 'image-downloads',
    format: 'products:1.0',
    products,
  };
  return rootWith({ 'index.json': indexOf(document, 'streams/v1/a.json'), 'a.json': document });
}

function versionsOf(p: number) {
  return Object.fromEntries(
    numbered(100, (v) => {
      const serial = `202601${String((v % 28) + 1).padStart(2, '0')}_${1000 + v}`;
      const items = numbered(4, (i): [string, object] => {
        const path = `alpine/3.${p}/amd64/default/${serial}/${sumOf(`${p} ${v} ${i}`, 32)}/file`;
        return [`${i}`, { ftype: `file-${i}`, path, size: 784, sha256: sumOf(path) }];
      });
      return [serial, { items: Object.fromEntries(items) }];
    }),
  );
}

function numbered<T>(count: number, make: (n: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

/** Of a list with everything it can tell; the least of three. */
async function milliseconds(count: number): Promise<number> {
  const root = await rootOf(count);
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3; n++) {
    const start = performance.now();
    const report = await listOf(root, { store: root, filters: ['ftype~3$', 'os=alpine'] });
    least = Math.min(least, performance.now() - start);
    expect(report.selected.files).toBe(count);
  }
  return least;
}

test('the time a list takes grows with the number of items, and no faster', async () => {
  const few = await milliseconds(8_000);
  const many = await milliseconds(40_000);
  expect(many / few).toBeLessThan(5 * 2);
});
