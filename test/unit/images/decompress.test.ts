import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decompress } from '../../../src/adapters/images/decompress.ts';
import type { Compression } from '../../../src/core/images/facts.ts';
import { tarball } from '../../fakes/tarball.ts';
import { inputErrorOf, recognised, refusal } from './files.ts';
import {
  metadataText,
  xz,
  xzLargeDictionary,
  xzSha256,
  xzX86,
  xzZeros,
  zstd,
  zstdLong,
  zstdZeros,
} from './samples.ts';

const gzip = new Uint8Array(gzipSync(tarball([{ name: 'metadata.yaml', content: metadataText }])));
const gzipZeros = new Uint8Array(gzipSync(new Uint8Array(2 ** 20)));

const formats = [
  { compression: 'gzip', sample: gzip, zeros: gzipZeros },
  { compression: 'xz', sample: xz, zeros: xzZeros },
  { compression: 'zstd', sample: zstd, zeros: zstdZeros },
] as const;

async function* chunksOf(...chunks: readonly Uint8Array[]) {
  yield* chunks;
}

async function expand(compression: Compression, ...chunks: readonly Uint8Array[]): Promise<string> {
  const expanded: Uint8Array[] = [];
  for await (const chunk of decompress(compression, chunksOf(...chunks))) expanded.push(chunk);
  return Buffer.concat(expanded).toString();
}

/** The sample goes on for ever: every format allows several streams one after the other. */
async function* endless(sample: Uint8Array, given: { bytes: number }) {
  for (;;) {
    given.bytes += sample.length;
    yield sample.slice();
  }
}

describe.for(formats)('$compression', ({ compression, sample, zeros }) => {
  test('is recognised and expanded', async () => {
    expect(await recognised(sample)).toMatchObject({
      kind: 'metadata',
      compression,
      metadata: { release: '3.20' },
    });
  });

  test('is expanded whatever the chunks', async () => {
    const bytes = Array.from(sample, (byte) => Uint8Array.of(byte));
    expect(await expand(compression, ...bytes)).toContain(metadataText);
  });

  test('may be several streams one after the other', async () => {
    expect(await expand(compression, zeros, sample)).toContain(metadataText);
  });

  test('is refused wherever it is truncated', async () => {
    for (let length = 20; length < sample.length; length += 7) {
      const error = await inputErrorOf(expand(compression, sample.subarray(0, length)));
      expect(error.message).toMatch(new RegExp(`truncated: its ${compression} data breaks off`));
    }
    expect(await refusal(sample.slice(0, -1))).toMatch(/truncated/);
  });

  test('is refused when it is damaged', async () => {
    const damaged = sample.slice();
    damaged.fill(0xff, 30, 60);
    expect(await refusal(damaged)).toMatch(/make or fetch it again/);
  });

  test('is expanded no further than is asked for, and its source is ended', async () => {
    const given = { bytes: 0 };
    let expanded = 0;
    for await (const chunk of decompress(compression, endless(zeros, given))) {
      expanded += chunk.length;
      if (expanded > 4 * 2 ** 20) break;
    }
    expect(given.bytes / zeros.length).toBeLessThan(200);
    expect(expanded).toBeLessThan(7 * 2 ** 20);
    expect(await expand(compression, sample)).toContain(metadataText);
  });

  test('lets an error of its source through', async () => {
    async function* failing() {
      yield sample.subarray(0, 40);
      throw new RangeError('the source');
    }
    const reading = (async () => {
      for await (const _ of decompress(compression, failing()));
    })();
    await expect(reading).rejects.toThrow(new RangeError('the source'));
    expect(await expand(compression, sample)).toContain(metadataText);
  });

  test('of anything but a tarball is refused', async () => {
    expect(await refusal(zeros)).toMatch(/compressed, but holds no tar archive/);
  });
});

test.for([
  ['a sha256 check', xzSha256, /--check=sha256.*recompress/],
  ['a filter', xzX86, /--x86.*recompress/],
  ['a large dictionary', xzLargeDictionary, /dictionary over 64 MiB; recompress/],
  ['a large window', zstdLong, /window over 128 MiB.*recompress/],
] as const)('%s is refused with the way out', async ([, bytes, message]) => {
  expect(await refusal(bytes)).toMatch(message);
});

test('what follows xz data is other streams or padding of zeros, else it is refused', async () => {
  const followed = (bytes: Uint8Array) => Uint8Array.from([...xz, ...bytes]);
  expect(await recognised(followed(new Uint8Array(2 ** 20)))).toMatchObject({ kind: 'metadata' });
  const other = new Uint8Array(4096).fill(0x67);
  expect(await refusal(followed(other))).toMatch(/is xz-compressed, and other data follows it/);
  expect(await refusal(followed(new Uint8Array(3)))).toMatch(
    /damaged: its xz data is broken; make/,
  );
});
