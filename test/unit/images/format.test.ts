import { describe, expect, test } from 'vitest';
import { recogniseFormat } from '../../../src/core/images/format.ts';
import { partSizeOf } from '../../../src/core/images/part-size.ts';
import { qcow2Problems } from '../../../src/core/images/qcow2.ts';
import { squashfsProblems } from '../../../src/core/images/squashfs.ts';
import { zstdWindowProblem } from '../../../src/core/images/zstd-window.ts';
import { tarball } from '../../fakes/tarball.ts';
import { type Qcow2Fields, qcow2, squashfs } from './headers.ts';

const MiB = 2 ** 20;

function bytesAt(at: number, text: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.alloc(at), Buffer.from(text, 'latin1')]));
}

describe('the first bytes tell', () => {
  test.for([
    ['hsqs', 'squashfs'],
    ['QFI\xfb', 'qcow2'],
  ] as const)('%j is a %s', ([text, kind]) => {
    expect(recogniseFormat(bytesAt(0, text))).toEqual({ kind });
  });

  test.for([
    [bytesAt(0, '\x1f\x8b\x08'), 'gzip'],
    [bytesAt(0, '\xfd7zXZ\0'), 'xz'],
    [bytesAt(0, '\x28\xb5\x2f\xfd'), 'zstd'],
    [tarball([{ name: 'a' }]), 'none'],
    [bytesAt(257, 'ustar  \0'), 'none'],
  ] as const)('a tarball and its compression: %#', ([head, compression]) => {
    expect(recogniseFormat(head)).toEqual({ kind: 'tarball', compression });
  });

  test.for([
    [bytesAt(0, 'BZh9'), /bzip2/, /recompress/],
    [bytesAt(0, ']\0\0\x80'), /lzma/, /recompress/],
    [bytesAt(0, '\x04\x22\x4d\x18'), /lz4/, /recompress/],
    [bytesAt(0, 'PK\x03\x04'), /zip/, /unzip/],
    [bytesAt(0, 'KDMV'), /VMDK/, /qemu-img/],
    [bytesAt(1080, '\x53\xef'), /ext/, /squashfs/],
    [bytesAt(0, 'version https://git-lfs.github.com/spec/v1'), /LFS/, /git lfs pull/],
  ] as const)('what cannot be used, and what to do: %#', ([head, found, advice]) => {
    expect(recogniseFormat(head)).toMatchObject({
      kind: 'other',
      found: expect.stringMatching(found),
      advice: expect.stringMatching(advice),
    });
  });

  test.for([
    [bytesAt(0x202, 'HdrS'), 'kernel'],
    [bytesAt(56, 'ARMd'), 'kernel'],
    [bytesAt(0, '\x7fELF'), 'kernel'],
    [bytesAt(0, '070701'), 'initrd'],
    [bytesAt(510, '\x55\xaa'), 'disk'],
    [bytesAt(512, 'EFI PART'), 'disk'],
    [bytesAt(0, 'linux-image-generic 6.8.0-45\n'), 'text'],
    [bytesAt(0, 'naïve\tlist\r\n'.normalize()), 'other'],
  ] as const)('what a machine boots, and text: %#', ([head, kind]) => {
    expect(recogniseFormat(head).kind).toBe(kind);
  });

  test('a kernel is one although its head is also a boot sector', () => {
    const head = bytesAt(0x202, 'HdrS');
    head.set([0x55, 0xaa], 510);
    expect(recogniseFormat(head)).toEqual({ kind: 'kernel' });
  });

  test('an ISO image with a boot sector is not taken for a raw disk', () => {
    const head = bytesAt(0x8001, 'CD001');
    head.set([0x55, 0xaa], 510);
    expect(recogniseFormat(head)).toMatchObject({ found: 'an ISO 9660 image' });
  });

  test('anything else is shown by its first bytes, however few', () => {
    expect(recogniseFormat(bytesAt(0, '\x01\xfe'))).toMatchObject({
      found: 'of an unknown format (it begins 01 fe)',
    });
  });
});

describe('a qcow2', () => {
  test.for([2, 3])('of version %i is usable', (version) => {
    expect(qcow2Problems(qcow2({ version }))).toEqual([]);
  });

  test.for<[Qcow2Fields, RegExp]>([
    [{ version: 1 }, /version 1/],
    [{ version: 4 }, /version 4/],
    [{ backingOffset: 400n }, /backing file/],
    [{ virtualSize: 0n }, /virtual size 0/],
    [{ virtualSize: 2n ** 63n }, /damaged/],
    [{ encryption: 2 }, /encrypted/],
    [{ incompatible: 2n }, /corrupt/],
    [{ incompatible: 4n }, /another file/],
  ])('is refused: %#', ([fields, problem]) => {
    expect(qcow2Problems(qcow2(fields)).join('\n')).toMatch(problem);
  });

  test('of version 2 has no feature bits', () => {
    expect(qcow2Problems(qcow2({ version: 2, incompatible: 6n }))).toEqual([]);
  });

  test.for([4, 7, 71, 103])('of %i bytes is truncated', (size) => {
    expect(qcow2Problems(qcow2().subarray(0, size)).join()).toMatch(/truncated/);
  });
});

describe('a squashfs', () => {
  test('with all of its bytes and padding is usable', () => {
    expect(squashfsProblems(squashfs({ used: 4000 }), 4096)).toEqual([]);
  });

  test('is refused when it is truncated or of another version', () => {
    expect(squashfsProblems(squashfs({ used: 4097 }), 4096).join()).toMatch(
      /truncated.*4097.*4096/,
    );
    expect(squashfsProblems(squashfs().subarray(0, 95), 95).join()).toMatch(/truncated/);
    expect(squashfsProblems(squashfs({ version: 3 }), 4096).join()).toMatch(/version 3/);
  });
});

describe('a zstd window', () => {
  const frame = (...bytes: readonly number[]) =>
    new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, ...bytes, 0, 0, 0, 0, 0, 0, 0, 0]);

  test.for([
    ['128 MiB', frame(0x00, 17 << 3), true],
    ['144 MiB', frame(0x00, (17 << 3) | 1), false],
    ['a frame of 255 bytes', frame(0x20, 255), true],
    ['a frame of 2 GiB after a dictionary id', frame(0xa3, 1, 2, 3, 4, 0, 0, 0, 0x80), false],
    ['a frame of 16 MiB of 64-bit size', frame(0xe0, 0, 0, 0, 1, 0, 0, 0, 0), true],
  ] as const)('of %s', ([, head, usable]) => {
    expect(zstdWindowProblem(head) === undefined).toBe(usable);
  });
});

describe('the size of a part', () => {
  test('is 16 MiB up to 10,000 parts', () => {
    expect(partSizeOf(1)).toBe(16 * MiB);
    expect(partSizeOf(160_000 * MiB)).toBe(16 * MiB);
  });

  test.for([160_000 * MiB + 1, 5 * 2 ** 40])('grows by whole MiB for %i bytes', (size) => {
    const part = partSizeOf(size);
    expect(part % MiB).toBe(0);
    expect(size / part).toBeLessThanOrEqual(10_000);
    expect(size / (part - MiB)).toBeGreaterThan(10_000);
  });
});
