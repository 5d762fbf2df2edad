import { createHash } from 'node:crypto';
import { open, rename, truncate, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { imageFiles } from '../../../src/adapters/images/image-files.ts';
import type { ImageFile } from '../../../src/ports.ts';
import { tarball } from '../../fakes/tarball.ts';
import { fileOf, inputErrorOf, testImages } from './files.ts';
import { squashfs } from './headers.ts';
import { metadataText } from './samples.ts';

const MiB = 2 ** 20;

const metadataBytes = tarball([{ name: 'metadata.yaml', content: metadataText }]);

function digest(...pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** A squashfs without two alike MiB. */
function largeSquashfs(size: number): Uint8Array {
  const bytes = squashfs({ size });
  for (let at = 4096; at < size; at += 4096) bytes[at] = Math.floor(at / 4096) % 251;
  return bytes;
}

async function opened(...contents: readonly Uint8Array[]) {
  const images = testImages();
  const paths = await Promise.all(contents.map((bytes) => fileOf(bytes)));
  return { images, paths, files: await images.open(paths) };
}

function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('expected one');
  return first;
}

async function hashedOne(bytes: Uint8Array): Promise<{ path: string; file: ImageFile }> {
  const { images, paths, files } = await opened(bytes);
  return {
    path: only(paths),
    file: only(await images.hash(files, { metadata: undefined, md5: false })),
  };
}

describe('hashing image files', () => {
  test('gives a small file one part, of the digest of the file', async () => {
    const bytes = squashfs();
    const { file } = await hashedOne(bytes);
    expect(file).toMatchObject({ size: 4096, sha256: digest(bytes), facts: { kind: 'squashfs' } });
    expect(file.parts).toEqual([{ offset: 0, size: 4096, sha256: digest(bytes) }]);
    expect(file.combined).toBeUndefined();
  });

  test.for([16 * MiB, 16 * MiB + 1, 32 * MiB, 37 * MiB + 5])(
    'covers %i bytes by parts of 16 MiB',
    async (size) => {
      const bytes = largeSquashfs(size);
      const { file } = await hashedOne(bytes);
      expect(file.sha256).toBe(digest(bytes));
      const starts = Array.from({ length: Math.ceil(size / (16 * MiB)) }, (_, i) => i * 16 * MiB);
      expect(file.parts).toEqual(
        starts.map((offset) => {
          const part = bytes.subarray(offset, offset + 16 * MiB);
          return { offset, size: part.length, sha256: digest(part) };
        }),
      );
    },
  );

  test('puts the metadata tarball in front of every other file', async () => {
    const [small, large] = [squashfs(), largeSquashfs(17 * MiB)];
    const { images, files } = await opened(large, metadataBytes, small);
    const metadata = files.find(({ facts }) => facts.kind === 'metadata');
    const hashed = await images.hash(files, { metadata, md5: false });
    expect(hashed.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(hashed.map(({ sha256 }) => sha256)).toEqual([
      digest(large),
      digest(metadataBytes),
      digest(small),
    ]);
    expect(hashed.map(({ combined }) => combined)).toEqual([
      digest(metadataBytes, large),
      undefined,
      digest(metadataBytes, small),
    ]);
  });

  test('takes a metadata tarball that is not among the files', async () => {
    const { images, files } = await opened(metadataBytes, squashfs());
    const counted: number[] = [];
    const hashed = await images.hash(files.slice(1), { metadata: files[0], md5: false }, (count) =>
      counted.push(count),
    );
    expect(only(hashed).combined).toBe(digest(metadataBytes, squashfs()));
    expect(counted).toEqual([4096]);
  });

  test('tells every byte once as it passes', async () => {
    const { images, files } = await opened(metadataBytes, largeSquashfs(9 * MiB));
    let total = 0;
    await images.hash(files, { metadata: files[0], md5: false }, (count) => {
      total += count;
    });
    expect(total).toBe(metadataBytes.length + 9 * MiB);
  });

  test('never hashes another file that has taken the name', async () => {
    const { images, paths, files } = await opened(squashfs());
    await rename(await fileOf(largeSquashfs(8192)), only(paths));
    const hashing = images
      .hash(files, { metadata: undefined, md5: false })
      .then((hashed) => only(hashed).sha256);
    // Losing its last name may show in the ctime of the file that was opened.
    const outcome = await hashing.catch((error: unknown) => error);
    expect([digest(squashfs()), expect.objectContaining({ code: 'FILE_CHANGED' })]).toContainEqual(
      outcome,
    );
  });

  test('stops at an aborted signal', async () => {
    const abort = new AbortController();
    const images = testImages(abort);
    const files = await images.open([await fileOf(largeSquashfs(40 * MiB))]);
    let seen = 0;
    const hashing = images.hash(files, { metadata: undefined, md5: false }, (count) => {
      seen += count;
      abort.abort(new Error('stop'));
    });
    await expect(hashing).rejects.toThrow('stop');
    expect(seen).toBeLessThanOrEqual(8 * MiB);
  });

  test('ends cleanly when the listener throws', async () => {
    const { images, files } = await opened(largeSquashfs(20 * MiB));
    const hashing = images.hash(files, { metadata: undefined, md5: false }, () => {
      throw new Error('listener');
    });
    await expect(hashing).rejects.toThrow('listener');
    await images.close();
  });
});

describe('a file that changed is refused by name', () => {
  test.for<[string, (path: string) => Promise<void>, RegExp]>([
    ['cut', (path) => truncate(path, 100), /ends at byte 100 now/],
    ['grown', (path) => writeFile(path, 'more', { flag: 'a' }), /4096 bytes became 4100/],
    ['touched', (path) => utimes(path, 1, 1), /written to at/],
    ['overwritten', overwrite, /written to at/],
  ])('when it was %s before it was hashed', async ([, change, message]) => {
    const { images, paths, files } = await opened(squashfs());
    await change(only(paths));
    const error = await inputErrorOf(images.hash(files, { metadata: undefined, md5: false }));
    expect(error.code).toBe('FILE_CHANGED');
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`${paths[0]} changed during the run`);
  });

  test.for<[string, (path: string) => Promise<void>]>([
    ['cut', (path) => truncate(path, 100)],
    ['overwritten', overwrite],
  ])('when it was %s after it was hashed and is read again', async ([, change]) => {
    const { path, file } = await hashedOne(squashfs());
    await change(path);
    const error = await inputErrorOf(file.read(96, new Uint8Array(100)));
    expect(error).toMatchObject({ code: 'FILE_CHANGED', message: expect.stringContaining(path) });
  });
});

test('a hashed file gives its bytes from any place', async () => {
  const bytes = largeSquashfs(3 * MiB);
  const { file } = await hashedOne(bytes);
  const target = new Uint8Array(MiB);
  await file.read(1_500_000, target);
  expect(Buffer.compare(target, bytes.subarray(1_500_000, 1_500_000 + MiB))).toBe(0);
});

async function overwrite(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write('x', 200);
  await handle.close();
}

describe('files large enough for threads', () => {
  test('have the digests they have without', async () => {
    const [one, other] = [largeSquashfs(33 * MiB + 5), largeSquashfs(16 * MiB + 1)];
    const { images, files } = await opened(one, metadataBytes, other);
    let total = 0;
    const hashed = await images.hash(files, { metadata: files[1], md5: true }, (count) => {
      total += count;
    });
    expect(total).toBe(one.length + metadataBytes.length + other.length);
    expect(hashed.map(({ sha256 }) => sha256)).toEqual(
      [one, metadataBytes, other].map((bytes) => digest(bytes)),
    );
    expect(hashed.map(({ combined }) => combined)).toEqual([
      digest(metadataBytes, one),
      undefined,
      digest(metadataBytes, other),
    ]);
    expect(hashed[0]?.md5).toBe(createHash('md5').update(one).digest('hex'));
    expect(hashed[0]?.parts.map(({ sha256 }) => sha256)).toEqual(
      [0, 16, 32].map((at) => digest(one.subarray(at * MiB, (at + 16) * MiB))),
    );
  });

  test('are left at an aborted signal', async () => {
    const abort = new AbortController();
    const images = testImages(abort);
    const files = await images.open([await fileOf(largeSquashfs(64 * MiB))]);
    let seen = 0;
    const hashing = images.hash(files, { metadata: undefined, md5: false }, (count) => {
      seen += count;
      abort.abort(new Error('stop'));
    });
    await expect(hashing).rejects.toThrow('stop');
    expect(seen).toBeLessThan(64 * MiB);
  });
});

test('a store that takes files whole costs no digests of parts', async () => {
  const images = imageFiles({ inParts: false });
  const bytes = largeSquashfs(17 * MiB);
  const files = await images.open([await fileOf(bytes)]);
  const file = only(await images.hash(files, { metadata: undefined, md5: false }));
  await images.close();
  expect(file.parts).toEqual([{ offset: 0, size: bytes.length, sha256: digest(bytes) }]);
});
