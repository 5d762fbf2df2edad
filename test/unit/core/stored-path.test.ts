import { describe, expect, test } from 'vitest';
import { nestedRoots, storedPath } from '../../../src/core/stored-path.ts';

const digest = '0123456789abcdef0123456789abcdef';

describe('what lies at a path', () => {
  test.each([
    ['streams/v1/index.json', 'kept'],
    ['streams/v1/index.sjson', 'kept'],
    ['streams/v1/index.json.gpg', 'kept'],
    ['streams/v1/prune.json', 'kept'],
    ['keyring.gpg', 'kept'],
    ['keyring.asc', 'kept'],
    [`streams/v1/index.${digest}.sjson`, 'copy'],
    [`streams/v1/index.${digest}.json`, 'copy'],
    [`streams/v1/keyring.${digest}.gpg`, 'ring'],
    [`streams/v1/keyring.${digest}-01234567.gpg`, 'ring'],
    [`streams/v1/images.${digest}.json`, 'document'],
    [`streams/v1/com.example.maas:stable:v3:download.${digest}.sjson`, 'document'],
    ['streams/v1/images.json', 'customary'],
    ['streams/v1/com.example.maas:stable:v3:download.sjson', 'customary'],
    ['streams/v1/staged/4711/container-amd64.sjson', 'staged'],
    [`alpine/3.20/amd64/default/20261120_1504/${digest}/rootfs.squashfs`, 'image'],
    [`ubuntu/noble/amd64/20261120/${digest}-89abcdef/root-image.gz`, 'image'],
  ])('%s is ours: %s', (path, kind) => {
    expect(storedPath(path)?.kind).toBe(kind);
  });

  test.each([
    'index.json',
    'streams/v2/index.json',
    'streams/v1/images.json.gz',
    `streams/v1/index.${digest}.gpg`,
    `streams/v1/keyring.${digest}.json`,
    `streams/v1/images.${digest}.gpg`,
    'streams/v1/staged/4711/a/b.json',
    'streams/v1/staged/4711',
    'streams/v1/sub/images.json',
    `images/${digest}.squashfs`,
    `alpine/3.20/amd64/20261120_1504/${digest}`,
    `alpine/3.20/amd64/default/more/20261120_1504/${digest}/rootfs.squashfs`,
    `alpine/3.20/amd64/default/latest/${digest}/rootfs.squashfs`,
    `alpine/3.20/amd64/default/20261320/${digest}/rootfs.squashfs`,
    `alpine/3.20/amd64/default/20261120/${digest.slice(1)}/rootfs.squashfs`,
    `alpine/3.20/amd64/default/20261120/${digest.toUpperCase()}/rootfs.squashfs`,
    `a b/3.20/amd64/default/20261120/${digest}/rootfs.squashfs`,
    '../streams/v1/images.json',
    '',
  ])('%j is not', (path) => {
    expect(storedPath(path)).toBeUndefined();
  });

  test('the digest is that of the bytes, without what tells two copies apart', () => {
    const path = `a/b/c/20261120/${digest}-01234567/f`;
    expect(storedPath(path)).toEqual({ kind: 'image', path, digest });
  });
});

test('a prefix with an index of its own is another root', () => {
  const paths = ['streams/v1/index.json', 'a/b/streams/v1/index.json', 'a/b/x', 'c/streams/v1/x'];
  expect(nestedRoots(paths)).toEqual(['a/b/', 'c/']);
});
