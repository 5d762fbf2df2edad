import { expect, test } from 'vitest';
import { checkListing } from '../../../src/core/consumers/check.ts';
import { consumerNames, everyRelease } from '../../../src/core/consumers/consumer.ts';
import { listRoot } from '../../../src/core/consumers/listing.ts';
import { productReaders } from '../../../src/core/consumers/product-readers.ts';
import { type Draft, sumOf } from './fixtures/draft.ts';
import {
  bootloaderRoot,
  containers,
  diskRoot,
  file,
  lxdRoot,
  singleRoot,
  ubuntuRoot,
  unifiedRoot,
} from './fixtures/roots.ts';

/** The readers of each product, by name. */
function readersOf(root: Draft): Readonly<Record<string, string>> {
  const listing = listRoot(root.view());
  const findings = checkListing(listing, consumerNames.map(everyRelease));
  const readers = productReaders(findings, consumerNames);
  return Object.fromEntries(
    listing.all.products.map((product) => [product.name, readers(product).join(' ')]),
  );
}

/** A product of one qcow2 disk for Glance. */
function disk() {
  const path = 'noble/amd64/20261120/disk1.img';
  const item = file('disk1.img', path, { md5: sumOf(path, 32) });
  const tags = { arch: 'amd64', os: 'ubuntu', release: 'noble', version: '24.04' };
  return { ...tags, versions: { '20261120': { pubname: 'noble', items: { 'disk1.img': item } } } };
}

const alpine = 'alpine:3.22:amd64:default';

test('containers are read by LXD, Incus and sstream-mirror, split or unified', () => {
  expect(readersOf(lxdRoot())).toEqual({ [alpine]: 'lxd incus sstream' });
  expect(Object.values(readersOf(unifiedRoot()))).toEqual(['lxd incus sstream']);
});

test('each program reads what is meant for it, and passes over the rest', () => {
  const root = lxdRoot();
  root.addProduct('com.example:noble:amd64', disk());
  expect(readersOf(root)).toEqual({
    [alpine]: 'lxd incus sstream',
    'com.example:noble:amd64': 'glance sstream',
  });
});

test('a product with an error of its own is not read, and the others are', () => {
  const root = lxdRoot();
  root.addProduct('debian:13:amd64:default', {
    ...containers('debian'),
    release: '13',
    aliases: 'debian/13',
    arch: 'vax',
  });
  expect(readersOf(root)).toEqual({
    [alpine]: 'lxd incus sstream',
    'debian:13:amd64:default': 'sstream',
  });
});

test('an error that stops a program in the middle of a root leaves it nothing', () => {
  const root = lxdRoot();
  root.addProduct('com.example:noble:amd64', disk());
  const broken = disk();
  for (const version of Object.values(broken.versions)) delete version.items['disk1.img'].md5;
  root.addProduct('com.example:jammy:amd64', { ...broken, release: 'jammy' });
  expect(readersOf(root)).toEqual({
    [alpine]: 'lxd incus sstream',
    'com.example:noble:amd64': 'sstream',
    'com.example:jammy:amd64': 'sstream',
  });
});

test.each([
  ['a system with kernel and initrd', ubuntuRoot],
  ['a root tarball', singleRoot],
  ['a boot loader', bootloaderRoot],
])('MAAS reads %s, and nothing where an image of LXD is listed beside it', (_, make) => {
  const root = make();
  expect(readersOf(root)).toEqual({ [root.name]: 'maas sstream' });
  root.addProduct(alpine, containers());
  expect(readersOf(root)[root.name]).toBe('sstream');
  expect(readersOf(root)[alpine]).not.toMatch(/maas/);
});

test('nobody reads what has no files', () => {
  const root = diskRoot();
  root.addProduct('com.example:empty', { versions: {} });
  expect(readersOf(root)).toEqual({ [root.name]: 'glance sstream', 'com.example:empty': '' });
});
