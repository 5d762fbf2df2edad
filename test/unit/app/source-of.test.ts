import { expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';

test('the SHA-256 of bytes is 64 lower-case hexadecimal digits', () => {
  expect(sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('bytes in memory are a source of one part', async () => {
  const bytes = new Uint8Array(17 * 2 ** 20).fill(7);
  const source = bytesSource(bytes);
  expect(source).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
  expect(source.parts).toEqual([{ offset: 0, size: bytes.length, sha256: sha256(bytes) }]);
});

test('a source gives its bytes from any place, and none beyond its end', async () => {
  const source = bytesSource(Uint8Array.of(1, 2, 3, 4));
  const target = new Uint8Array(2);
  await source.read(1, target);
  expect([...target]).toEqual([2, 3]);
  await expect(source.read(3, target)).rejects.toThrow(RangeError);
});
