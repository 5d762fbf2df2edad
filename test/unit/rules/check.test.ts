import { expect, test } from 'vitest';
import { checkRoot } from '../../../src/core/consumers/check.ts';
import { everyRelease } from '../../../src/core/consumers/consumer.ts';
import type { RootView } from '../../../src/core/consumers/listing.ts';
import { describeFinding } from '../../../src/core/finding.ts';
import type { DraftProduct } from './fixtures/draft.ts';
import { container, containers, lxdRoot, singleRoot } from './fixtures/roots.ts';

const both = [everyRelease('lxd'), everyRelease('incus')];

test('errors come before warnings, and warnings before notes', () => {
  const root = singleRoot();
  root.signed = false;
  root.product.os = 'custom';
  delete root.product.label;
  const severities = checkRoot(root.view(), [everyRelease('maas')]).map((one) => one.severity);
  expect(severities).toEqual(['error', 'error', 'warning', 'note']);
});

test('a finding names those it holds for, of those that were asked for', () => {
  const root = lxdRoot();
  root.product.arch = 'AMD64';
  expect(checkRoot(root.view(), both)).toMatchObject([{ consumers: ['lxd', 'incus'] }]);
  expect(checkRoot(root.view(), both.slice(1))).toMatchObject([{ consumers: ['incus'] }]);
});

test('a finding can be told in one line', () => {
  const root = lxdRoot();
  root.product.versions['20261121_0800'] = root.version;
  const lines = checkRoot(root.view(), both).map(describeFinding);
  expect(lines).toEqual([
    expect.stringMatching(
      /^LXD-006 images · alpine:3\.22:amd64:default · 20261121_0800: .*images · alpine:3\.22:amd64:default · 20261120_0800 too, .* \("More than one match for the provided partial fingerprint"\); publish only/,
    ),
  ]);
});

test('images of LXD that clash do not concern Incus', () => {
  const root = lxdRoot();
  const twice = { ...container('20261121_0800').items };
  const { 'lxd.tar.xz': old } = root.version.items;
  const combined = old?.combined_squashfs_sha256;
  twice['lxd.tar.xz'] = { ...twice['lxd.tar.xz'], combined_squashfs_sha256: combined };
  root.product.versions['20261121_0800'] = { items: twice };
  expect(checkRoot(root.view(), both.slice(1))).toEqual([]);
  expect(checkRoot(root.view(), both.slice(0, 1))).toMatchObject([{ code: 'LXD-006' }]);
});

test('a document that the index does not name is read by nobody', () => {
  const root = lxdRoot();
  const stray = { ...root.document, products: { stray: { ...containers(), arch: '' } } };
  const documents = new Map([...root.documents, ['stray', stray]]);
  expect(checkRoot({ ...root.view(), documents }, both)).toEqual([]);
  expect(checkRoot({ ...root.view(), documents, index: undefined }, both)).toMatchObject([
    { code: 'LXD-014', place: { document: 'stray', product: 'stray' } },
  ]);
});

test('an alias may be that of a container and of a virtual machine, and of two architectures', () => {
  const root = lxdRoot();
  root.addProduct('arm', { ...containers('arm'), aliases: 'alpine/3.22', arch: 'arm64' });
  const machine = containers('machine');
  for (const { items } of Object.values(machine.versions)) {
    const { 'lxd.tar.xz': lxd, 'incus.tar.xz': incus, squashfs } = items;
    for (const item of [lxd, incus]) {
      if (item) item['combined_disk-kvm-img_sha256'] = item.combined_squashfs_sha256;
    }
    if (squashfs) squashfs.ftype = 'disk-kvm.img';
  }
  root.addProduct('machine', { ...machine, aliases: 'alpine/3.22' });
  expect(checkRoot(root.view(), both)).toEqual([]);
});

test.each([
  ['nothing at all', {}],
  ['lists for maps', { products: { a: { versions: [{ items: [] }] } } }],
  ['null everywhere', { products: { a: null, b: { arch: null, versions: { '20261120': null } } } }],
  ['text for all', { products: 'text', datatype: 1 }],
])('a document of %s is told of, and no rule stumbles over it', (_, document) => {
  const entry = { path: 1, datatype: 'image-downloads', products: 'x' };
  const view: RootView = {
    index: { index: { a: entry, b: null } },
    signed: false,
    documents: new Map([['a', document]]),
  };
  const everybody = (['lxd', 'incus', 'maas', 'glance', 'sstream'] as const).map(everyRelease);
  expect(checkRoot(view, everybody).map(({ code }) => code)).toContain('LXD-021');
});

/** 100,000 items: 1,000 products of 25 versions of 4 items. */
function largeRoot(): RootView {
  const products: Record<string, DraftProduct> = {};
  for (let n = 0; n < 1000; n++) {
    const versions = Array.from({ length: 25 }, (_, day) => {
      const serial = `202611${String(day + 1).padStart(2, '0')}_0800`;
      const made = container(serial, `alpine${n}`);
      made.items.manifest = { ftype: 'manifest', path: `alpine${n}/${serial}/manifest` };
      return [serial, made] as const;
    });
    products[`p${n}`] = { ...containers(`alpine${n}`), versions: Object.fromEntries(versions) };
  }
  const document = { format: 'products:1.0', content_id: 'images', datatype: 'image-downloads' };
  const documents = new Map([['images', { ...document, products }]]);
  return { index: undefined, signed: true, documents };
}

test('100,000 items are checked for LXD and Incus in the order of the time it takes to parse them', () => {
  const view = largeRoot();
  const text = JSON.stringify(Object.fromEntries(view.documents), null, 1);
  const milliseconds = (action: () => void) => {
    const start = performance.now();
    action();
    return performance.now() - start;
  };
  const ratios = [1, 2, 3].map(() => {
    const checking = milliseconds(() => expect(checkRoot(view, both)).toEqual([]));
    return checking / milliseconds(() => JSON.parse(text));
  });
  expect(Math.min(...ratios)).toBeLessThan(8);
});
