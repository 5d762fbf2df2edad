import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { StoreError } from '../../src/core/error.ts';
import { joinPath, type RelativePath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import {
  bytes,
  head,
  image,
  immutable,
  type MakeStore,
  madeFor,
  mutable,
  type StoreTraits,
  storeFor,
} from './store-fixture.ts';
import { pattern, sourceInParts } from './synthetic-source.ts';

const large = pattern(17 * 1024 * 1024 + 3);

/** `digest` and `stream`. */
export function describeStream(makeStore: MakeStore, { tellsSha256 }: StoreTraits): void {
  describe('the digest', () => {
    test('is that of the bytes, however they were stored', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, sourceInParts(large), immutable);
      await store.replace(head, bytes('head'), undefined, mutable);
      expect(await store.digest(image)).toBe(sha256(large));
      expect(await store.digest(head)).toBe(sha256(bytes('head')));
    });

    test('is none where nothing lies', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      expect(await store.digest(head)).toBeUndefined();
      expect(await store.digest(joinPath(image, 'below'))).toBeUndefined();
    });

    test('of what another program put there is never a wrong one', async () => {
      const { store, foreign } = await madeFor(makeStore);
      await foreign(image, bytes('foreign'));
      // A store in memory is filled as this program would fill it.
      expect([undefined, sha256(bytes('foreign'))]).toContain(await store.digest(image));
      if (!tellsSha256) expect(await store.digest(image)).toBe(sha256(bytes('foreign')));
    });
  });

  describe('streaming', () => {
    test('gives every byte in order', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, sourceInParts(large), immutable);
      await store.create(head, bytesSource(new Uint8Array()), immutable);
      expect((await bytesOf(store, image)).equals(large)).toBe(true);
      expect(await bytesOf(store, head)).toHaveLength(0);
    });

    test('gives bytes that are the reader’s own', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      for await (const chunk of store.stream(image)) chunk.fill(0);
      expect((await bytesOf(store, image)).toString()).toBe('image');
    });

    test('can be given up in the middle, and begun again', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, sourceInParts(large), immutable);
      for (let round = 0; round < 3; round += 1) {
        for await (const chunk of store.stream(image)) {
          expect(chunk.length).toBeGreaterThan(0);
          break;
        }
      }
      expect((await bytesOf(store, image)).equals(large)).toBe(true);
    });

    test('of what is not there says so', async () => {
      const store = await storeFor(makeStore);
      const failure = await bytesOf(store, image).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StoreError);
      expect(failure).toMatchObject({ code: 'STORE_FAILED' });
      expect(String(failure)).toMatch(/alpine\/3\.22\/.*rootfs\.squashfs is not /);
    });
  });
}

async function bytesOf(store: Store, path: RelativePath): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of store.stream(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
