import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { InputError } from '../../src/core/error.ts';
import { joinPath } from '../../src/core/path.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { skipBecause } from '../process/support/skip.ts';
import {
  bytes,
  image,
  immutable,
  limit,
  type MakeStore,
  type StoreTraits,
  storeFor,
  tally,
  textAt,
} from './store-fixture.ts';
import { changedAt, pattern, sourceInParts } from './synthetic-source.ts';

const eight = Array.from({ length: 8 }, (_, index) => index);
const large = pattern(17 * 1024 * 1024 + 3);

/** `create`, `read` and `stat` of immutable objects. */
export function describeCreate(makeStore: MakeStore, traits: StoreTraits): void {
  describe('reading', () => {
    test('tells an absent object from an empty one', async () => {
      const store = await storeFor(makeStore);
      expect(await store.read(image, limit)).toBeUndefined();
      expect(await store.stat(image)).toBeUndefined();
      expect(await store.create(image, bytesSource(new Uint8Array()), immutable)).toBe('created');
      expect(await textAt(store, image)).toBe('');
      expect((await store.stat(image))?.size).toBe(0);
    });

    test('takes what lies beside or under an object for absent', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      expect(await store.stat(joinPath(`${image}.2`))).toBeUndefined();
      expect(await store.stat(joinPath(image, 'below'))).toBeUndefined();
      expect(await store.read(joinPath(image, 'below'), limit)).toBeUndefined();
    });

    test('tells size and age by the clock of the store', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      const stat = await store.stat(image);
      const read = await store.read(image, limit);
      expect(stat?.size).toBe(5);
      for (const found of [stat, read]) {
        expect(found).toBeDefined();
        const age = Number(found?.now) - Number(found?.modified);
        // Servers date in whole seconds, and kernels by the last tick.
        expect(age).toBeGreaterThan(-2000);
        expect(age).toBeLessThan(60_000);
      }
    });

    test('tells the sha256 of an object where it is kept, and never another one', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      const stat = await store.stat(image);
      expect(stat).toBeDefined();
      expect(stat?.sha256).toBe(traits.tellsSha256 ? sha256(bytes('image')) : undefined);
    });

    test('refuses more bytes than the limit, and takes as many', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('0123456789')), immutable);
      await expect(store.read(image, 9)).rejects.toMatchObject({
        name: 'TrustError',
        code: 'DOCUMENT_TOO_LARGE',
      });
      expect((await store.read(image, 10))?.bytes.length).toBe(10);
    });
  });

  describe('creating', () => {
    test('stores what is absent, and tells every byte that passes', async () => {
      const store = await storeFor(makeStore);
      const passed: number[] = [];
      const outcome = await store.create(image, bytesSource(bytes('image')), immutable, (count) =>
        passed.push(count),
      );
      expect(outcome).toBe('created');
      expect(passed.reduce((sum, count) => sum + count, 0)).toBe(5);
      expect(await textAt(store, image)).toBe('image');
    });

    test('leaves the same bytes and other bytes alone, and tells which they are', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      const before = await store.stat(image);
      expect(await store.create(image, bytesSource(bytes('image')), immutable)).toBe('present');
      expect(await store.create(image, bytesSource(bytes('other')), immutable)).toBe('different');
      expect(await store.create(image, bytesSource(bytes('longer')), immutable)).toBe('different');
      expect(await textAt(store, image)).toBe('image');
      expect((await store.stat(image))?.modified).toEqual(before?.modified);
    });

    test('takes every character that a path may have', async () => {
      const store = await storeFor(makeStore);
      for (const path of [
        'a~b/c:d/E.f-g_h',
        '~/:',
        '-/--x',
        '.hidden/..x',
        'com.example:stable:download',
      ]) {
        await store.create(joinPath(path), bytesSource(bytes(path)), immutable);
        expect(await textAt(store, joinPath(path))).toBe(path);
      }
    });

    test('lets one of eight at once create, and tells the others by their bytes', async () => {
      const store = await storeFor(makeStore);
      const outcomes = await Promise.all(
        eight.map((index) => store.create(image, bytesSource(bytes(`image ${index}`)), immutable)),
      );
      expect(tally(outcomes)).toEqual({ created: 1, different: 7 });
      expect(await textAt(store, image)).toBe(`image ${outcomes.indexOf('created')}`);
    });

    test('lets one of eight at once create when all have the same bytes', async () => {
      const store = await storeFor(makeStore);
      const outcomes = await Promise.all(
        eight.map(() => store.create(image, bytesSource(bytes('image')), immutable)),
      );
      expect(tally(outcomes)).toEqual({ created: 1, present: 7 });
    });

    test('stores a large object of several parts, byte for byte', async () => {
      const store = await storeFor(makeStore);
      const passed: number[] = [];
      const source = sourceInParts(large);
      expect(await store.create(image, source, immutable, (count) => passed.push(count))).toBe(
        'created',
      );
      expect(passed.reduce((sum, count) => sum + count, 0)).toBe(large.length);
      expect((await store.stat(image))?.size).toBe(large.length);
      const found = await store.read(image, large.length);
      expect(Buffer.from(found?.bytes ?? []).equals(large)).toBe(true);
      expect(await store.create(image, source, immutable)).toBe('present');
      expect(await store.create(image, sourceInParts(pattern(large.length, 1)), immutable)).toBe(
        'different',
      );
    });

    test('lets one of two at once create of several parts', async (context) => {
      if (traits.losesPartRaces) {
        skipBecause(context, 'it ignores conditions on CompleteMultipartUpload: the last one wins');
      }
      const store = await storeFor(makeStore);
      const outcomes = await Promise.all(
        [0, 1].map((seed) =>
          store.create(image, sourceInParts(pattern(large.length, seed)), immutable),
        ),
      );
      expect(tally(outcomes)).toEqual({ created: 1, different: 1 });
      const found = await store.read(image, large.length);
      const winner = pattern(large.length, outcomes.indexOf('created'));
      expect(Buffer.from(found?.bytes ?? []).equals(winner)).toBe(true);
    });

    test('stores nothing of a source that changed after it was hashed', async () => {
      const store = await storeFor(makeStore);
      const changed = [
        changedAt(bytesSource(bytes('image')), 2),
        changedAt(sourceInParts(large), 0),
        changedAt(sourceInParts(large), large.length - 1),
      ];
      for (const source of changed) {
        await expect(store.create(image, source, immutable)).rejects.toMatchObject({
          name: 'InputError',
          code: 'FILE_CHANGED',
        });
        expect(await store.stat(image)).toBeUndefined();
      }
      expect(await store.create(image, bytesSource(bytes('image')), immutable)).toBe('created');
    });

    test('passes on what a source says of itself, and stores nothing', async () => {
      const store = await storeFor(makeStore);
      const reason = new InputError('FILE_CHANGED', 'rootfs.squashfs has become shorter');
      for (const source of [bytesSource(bytes('image')), sourceInParts(large)]) {
        const changed = { ...source, read: () => Promise.reject(reason) };
        await expect(store.create(image, changed, immutable)).rejects.toBe(reason);
        expect(await store.stat(image)).toBeUndefined();
      }
    });
  });
}
