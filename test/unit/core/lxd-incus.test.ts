import { describe, expect, test } from 'vitest';
import type { HashedFile } from '../../../src/core/consumers/layout.ts';
import { layOut, sortFiles } from '../../../src/core/consumers/lxd-incus-layout.ts';
import {
  defaultProductName,
  identify,
  productTags,
} from '../../../src/core/consumers/lxd-incus-product.ts';
import { parseSha256 } from '../../../src/core/digest.ts';
import type { Product } from '../../../src/core/document.ts';
import type { ImageFacts, ImageMetadata } from '../../../src/core/images/facts.ts';
import { noTags } from '../../fakes/no-tags.ts';

const metadata: ImageMetadata = {
  architecture: 'x86_64',
  creationDate: 0,
  os: 'Alpine',
  release: '3.20',
  variant: undefined,
  description: undefined,
};

function file(path: string, facts: ImageFacts, digit: string): HashedFile {
  const sha256 = parseSha256(digit.repeat(64));
  const combined = parseSha256(`c${digit}`.repeat(32));
  if (sha256 === undefined) throw new Error(`${digit} is no digit`);
  return { path, facts, size: 1, sha256, combined, md5: undefined };
}

const tarball = file('lxd.tar.xz', { kind: 'metadata', compression: 'xz', metadata }, '1');
const squashfs = file('rootfs.squashfs', { kind: 'squashfs' }, '2');
const rootfs = file('rootfs.tar.gz', { kind: 'rootfs', compression: 'gzip' }, '3');
const qcow2 = file('disk.img', { kind: 'qcow2' }, '4');
const unified = file(
  'u.tar.zst',
  { kind: 'unified', compression: 'zstd', metadata, virtualMachine: true },
  '5',
);

describe('the layout', () => {
  test('lists the metadata tarball once for each program, with every combined hash', () => {
    const items = layOut(sortFiles([squashfs, tarball, qcow2]), ['lxd', 'incus'], false);
    expect(items.map(({ name, storedAs }) => [name, storedAs])).toEqual([
      ['lxd.tar.xz', 'metadata.tar.xz'],
      ['incus.tar.xz', 'metadata.tar.xz'],
      ['squashfs', 'rootfs.squashfs'],
      ['disk-kvm.img', 'disk.qcow2'],
    ]);
    const combined = {
      combined_squashfs_sha256: 'c2'.repeat(32),
      'combined_disk-kvm-img_sha256': 'c4'.repeat(32),
    };
    expect(items.map(({ tags }) => tags)).toEqual([combined, combined, {}, {}]);
  });

  test('calls a root tarball root.tar.xz, whatever compresses it', () => {
    const items = layOut(sortFiles([tarball, rootfs]), ['incus'], false);
    expect(items.map(({ name, storedAs }) => [name, storedAs])).toEqual([
      ['incus.tar.xz', 'metadata.tar.xz'],
      ['root.tar.xz', 'rootfs.tar.gz'],
    ]);
    expect(items[0]?.tags).toEqual({
      combined_rootxz_sha256: 'c3'.repeat(32),
      combined_sha256: 'c3'.repeat(32),
    });
  });

  test('lists a unified tarball for each program', () => {
    const items = layOut(sortFiles([unified]), ['lxd', 'incus'], false);
    expect(items.map(({ name, storedAs, tags }) => [name, storedAs, tags])).toEqual([
      ['lxd_combined.tar.gz', 'image.tar.zst', { combined_type: 'virtual-machine' }],
      ['incus_combined.tar.gz', 'image.tar.zst', { combined_type: 'virtual-machine' }],
    ]);
  });

  test.each([
    ['no metadata tarball', [squashfs], /no metadata tarball/],
    ['no root', [tarball], /no root goes with it/],
    [
      'two of a kind',
      [tarball, squashfs, { ...squashfs, path: 'b' }],
      /rootfs\.squashfs and b are both a squashfs/,
    ],
    ['a unified tarball with more', [unified, squashfs], /whole image.*rootfs\.squashfs/],
  ])('refuses files with %s', (_, files, message) => {
    expect(() => sortFiles(files)).toThrow(
      expect.objectContaining({ code: 'IMAGE_INVALID', message: expect.stringMatching(message) }),
    );
  });
});

describe('the product', () => {
  test('takes its tags from the image, its name in the alphabet of paths, and aliases from both', () => {
    const identity = identify(noTags, metadata);
    expect(identity).toEqual({ os: 'Alpine', release: '3.20', arch: 'amd64', variant: 'default' });
    const name = defaultProductName(identity);
    expect(name).toBe('alpine:3.20:amd64:default');
    expect(productTags(name, undefined, identity, noTags)).toEqual({
      ...identity,
      release_title: '3.20',
      aliases: 'alpine/3.20,alpine/3.20/default',
    });
  });

  test('names every tag that is missing at once', () => {
    const bare = { ...metadata, os: undefined, release: undefined, architecture: 'quantum' };
    expect(() => identify(noTags, bare)).toThrow(
      expect.objectContaining({
        problems: [
          expect.stringContaining('properties.os'),
          expect.stringContaining('properties.release'),
          expect.stringContaining('quantum'),
        ],
      }),
    );
  });

  test('writes requirements for both programs, and keeps what it does not know', () => {
    const identity = identify(noTags, metadata);
    const present: Product = { ...identity, aliases: 'edge', support_eol: '2030-01-01' };
    const requirements = { secureboot: 'false' };
    const tags = productTags(defaultProductName(identity), present, identity, {
      ...noTags,
      requirements,
    });
    expect(tags).toMatchObject({
      requirements,
      lxd_requirements: requirements,
      aliases: 'edge',
      support_eol: '2030-01-01',
    });
  });

  test('is not turned into another one', () => {
    const identity = identify(noTags, metadata);
    const present = { ...identity, arch: 'arm64', os: 'Debian' };
    expect(() => productTags(defaultProductName(identity), present, identity, noTags)).toThrow(
      expect.objectContaining({
        problems: [expect.stringContaining('os "Debian"'), expect.stringContaining('arch "arm64"')],
      }),
    );
  });
});
