import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFile } from '../../../src/adapters/scratch-file.ts';
import { sha256 } from '../../../src/adapters/sha256.ts';

const MiB = 2 ** 20;

async function makeScratch({ inParts = true, signal = new AbortController().signal } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-scratch-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, scratch: scratchFile({ folder, inParts, signal }) };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function contentOf(bytes: Uint8Array) {
  return { size: bytes.length, sha256: sha256(bytes) };
}

test('what was taken in can be read again, and no name of it is left in the folder', async () => {
  const { folder, scratch } = await makeScratch();
  const bytes = randomBytes(100_003);
  const source = await scratch.hold(contentOf(bytes), pieces(bytes, 4099), 'a file');
  expect(await readdir(folder)).toEqual([]);
  const read = new Uint8Array(50_000);
  await source.read(40_001, read);
  expect(Buffer.from(read).equals(bytes.subarray(40_001, 90_001))).toBe(true);
  expect(source.parts).toEqual([{ offset: 0, ...contentOf(bytes) }]);
  await scratch.clear();
  await expect(source.read(0, read)).rejects.toThrow();
});

test('a large file has the digest of each part that an upload sends, wherever the pieces end', async () => {
  const { scratch } = await makeScratch();
  const bytes = randomBytes(33 * MiB + 7);
  const source = await scratch.hold(contentOf(bytes), pieces(bytes, 5 * MiB + 1), 'a file');
  const expected = [0, 16 * MiB, 32 * MiB].map((offset) => {
    const part = bytes.subarray(offset, offset + 16 * MiB);
    const digest = createHash('sha256').update(part).digest('hex');
    return { offset, size: part.length, sha256: digest };
  });
  expect(source.parts).toEqual(expected);
  await scratch.clear();
});

test('where the store takes a file in one, it is one part', async () => {
  const { scratch } = await makeScratch({ inParts: false });
  const bytes = randomBytes(17 * MiB);
  const source = await scratch.hold(contentOf(bytes), pieces(bytes, MiB), 'a file');
  expect(source.parts).toHaveLength(1);
  await scratch.clear();
});

test('other bytes, fewer and more are refused by name', async () => {
  const { folder, scratch } = await makeScratch();
  const bytes = randomBytes(10_000);
  const other = Uint8Array.from(bytes);
  other.set([(bytes[9_999] ?? 0) ^ 1], 9_999);
  for (const wrong of [other, bytes.subarray(1), Buffer.concat([bytes, bytes])]) {
    const held = scratch.hold(contentOf(bytes), pieces(wrong, 999), 'x/disk in s3://images');
    await expect(held).rejects.toMatchObject({
      code: 'DIGEST_MISMATCH',
      message: expect.stringContaining('x/disk in s3://images'),
    });
  }
  await scratch.clear();
  expect(await readdir(folder)).toEqual([]);
});

test('a signal ends it with its reason', async () => {
  const controller = new AbortController();
  const { scratch } = await makeScratch({ signal: controller.signal });
  const bytes = randomBytes(10_000);
  async function* interrupted() {
    yield bytes.subarray(0, 5_000);
    controller.abort(new Error('enough'));
    yield bytes.subarray(5_000);
  }
  await expect(scratch.hold(contentOf(bytes), interrupted(), 'a file')).rejects.toThrow('enough');
  await scratch.clear();
});

test('a folder that is not there is an error of the store that says what to do', async () => {
  const { folder } = await makeScratch();
  const { signal } = new AbortController();
  const scratch = scratchFile({ folder: join(folder, 'none'), inParts: true, signal });
  const held = scratch.hold(contentOf(new Uint8Array(1)), pieces(new Uint8Array(1), 1), 'a file');
  await expect(held).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringContaining('TMPDIR'),
  });
});
