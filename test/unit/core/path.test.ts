import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSha256 } from '../../../src/core/digest.ts';
import { parseRelativePath, pathSegment } from '../../../src/core/path.ts';
import { besidePath, imagePath, objectHeaders } from '../../../src/core/root.ts';

const sha256 = parseSha256('ab'.repeat(32));

describe('a relative path', () => {
  test.each(['a', 'a/b.c', 'streams/v1/com.example:stable:download.json', '~x/_y-z', '....'])(
    'may be %s',
    (text) => {
      expect(parseRelativePath(text)).toBe(text);
    },
  );

  test.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    '../a',
    'a/../b',
    'a/./b',
    'a/.../b',
    'a b',
    'a%2e',
    'a+b',
    'a\\b',
    'a\0b',
    'é',
    'a?b',
    'a#b',
    'x'.repeat(1025),
    7,
    undefined,
  ])('may not be %j', (text) => {
    expect(parseRelativePath(text)).toBeUndefined();
  });

  test('comes out of any tag as a segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }), (tag) => {
        expect(parseRelativePath(`a/${pathSegment(tag)}/b`)).toBeDefined();
      }),
    );
  });
});

describe('the path of an image file', () => {
  if (sha256 === undefined) throw new Error('not a digest');
  const place = {
    os: 'Alpine Linux',
    release: '3.20',
    arch: 'amd64',
    serial: '20261120_1504',
    sha256,
    file: 'rootfs.squashfs',
  };
  const digest = 'ab'.repeat(16);

  test('holds the tags in the alphabet of paths, the serial and the digest', () => {
    const path = imagePath({ ...place, variant: 'default' });
    expect(path).toBe(`alpine-linux/3.20/amd64/default/20261120_1504/${digest}/rootfs.squashfs`);
    expect(besidePath(path, 'f00')).toBe(
      `alpine-linux/3.20/amd64/default/20261120_1504/${digest}-f00/rootfs.squashfs`,
    );
    expect(imagePath({ ...place, variant: undefined })).toBe(
      `alpine-linux/3.20/amd64/20261120_1504/${digest}/rootfs.squashfs`,
    );
  });

  test('is cached for ever, and no image has a type that something might decode', () => {
    const headers = objectHeaders(imagePath({ ...place, variant: 'default' }), 'immutable');
    expect(headers).toEqual({
      contentType: 'application/octet-stream',
      cacheControl: 'public, max-age=31536000, immutable',
    });
  });
});
