import { describe, expect, type TestContext, test } from 'vitest';
import { joinPath } from '../../src/core/path.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { skipBecause } from '../process/support/skip.ts';
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
  textAt,
} from './store-fixture.ts';
import { pattern, sourceInParts } from './synthetic-source.ts';

const eight = Array.from({ length: 8 }, (_, index) => index);

/** `remove`, `keepsVersions`, and the uploads that nobody finishes. */
export function describeRemove(makeStore: MakeStore, traits: StoreTraits): void {
  describe('removing', () => {
    test('takes one object away, and what is not there is removed too', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      expect(await store.remove(image)).toBe('removed');
      expect(await store.stat(image)).toBeUndefined();
      expect(await store.read(image, 100)).toBeUndefined();
      expect(await store.remove(image)).toBe('removed');
      expect(await store.remove(joinPath('never/was/there'))).toBe('removed');
    });

    test('takes what is still the same, and leaves what has been replaced', async () => {
      const store = await storeFor(makeStore);
      const first = await store.replace(head, bytes('one'), undefined, mutable);
      const old = first.outcome === 'replaced' ? first.revision : '';
      const second = await store.replace(head, bytes('two'), old, mutable);
      const left = traits.removesWhateverIsThere === true ? undefined : 'two';
      expect(await store.remove(head, old)).toBe(left === undefined ? 'removed' : 'conflict');
      expect(await textAt(store)).toBe(left);
      const present = second.outcome === 'replaced' ? second.revision : '';
      expect(await store.remove(head, present)).toBe('removed');
      expect(await store.stat(head)).toBeUndefined();
      expect(['removed', 'conflict']).toContain(await store.remove(head, present));
    });

    test('leaves alone what lies beside and above', async () => {
      const store = await storeFor(makeStore);
      const kept = [joinPath(`${image}.2`), joinPath('alpine', 'x'), head];
      for (const path of [image, ...kept]) {
        await store.create(path, bytesSource(bytes(path)), immutable);
      }
      await store.remove(image);
      for (const path of kept) expect(await textAt(store, path)).toBe(path);
    });

    test('makes place for another object, by every way of making one', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      await store.remove(image);
      expect(await store.create(image, bytesSource(bytes('other')), immutable)).toBe('created');
      await store.remove(image);
      const made = await store.replace(image, bytes('third'), undefined, mutable);
      expect(made.outcome).toBe('replaced');
      expect(await textAt(store, image)).toBe('third');
    });

    test('disturbs nobody who makes objects beside at the same time', async () => {
      const store = await storeFor(makeStore);
      const paths = eight.map((index) => joinPath('alpine', '3.22', `${index}`));
      for (let round = 0; round < 5; round += 1) {
        const odd = (index: number) => (index + round) % 2 === 1;
        await Promise.all(
          paths.map(async (path, index) => {
            if (odd(index)) await store.create(path, bytesSource(bytes(path)), immutable);
            else expect(await store.remove(path)).toBe('removed');
          }),
        );
        const found = await Promise.all(paths.map((path) => textAt(store, path)));
        expect(found).toEqual(paths.map((path, index) => (odd(index) ? path : undefined)));
      }
    });

    test('leaves no older version', async () => {
      const store = await storeFor(makeStore);
      expect(await store.keepsVersions()).toBe(false);
    });
  });

  describe('unfinished uploads', () => {
    test('are none before and after an object is made, also of several parts', async () => {
      const store = await storeFor(makeStore);
      expect(await store.unfinished()).toEqual([]);
      await store.create(image, sourceInParts(pattern(17 << 20)), immutable);
      expect(await store.unfinished()).toEqual([]);
    });

    test('are told, of whatever name, and end when they are aborted', async (context) => {
      const { store, leaveUpload = noUploads(context) } = await madeFor(makeStore);
      const names = ['alpine/disk', 'alpine/disk', 'a b+%', 'ümläut'];
      const left = [];
      for (const path of names) left.push({ path, id: await leaveUpload(path) });
      const found = await store.unfinished();
      const order = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(found.map(({ path, id }) => ({ path, id })).toSorted(order)).toEqual(
        left.toSorted(order),
      );
      for (const { url, path, since } of found) {
        expect(url).toBe(`${store.url}/${path}`);
        expect(Math.abs(Date.now() - Number(since))).toBeLessThan(60_000);
      }
      await Promise.all(found.slice(1).map((upload) => store.abort(upload)));
      expect(await store.unfinished()).toEqual(found.slice(0, 1));
    });

    test('are no objects, and one that is gone has ended', async (context) => {
      const { store, leaveUpload = noUploads(context) } = await madeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      await leaveUpload(image);
      expect(await textAt(store, image)).toBe('image');
      expect((await store.list()).objects).toHaveLength(1);
      const [upload] = await store.unfinished();
      if (upload === undefined) throw new Error('the upload is not told');
      await store.abort(upload);
      await store.abort(upload);
      expect(await textAt(store, image)).toBe('image');
      expect(await store.unfinished()).toEqual([]);
    });

    test('of a neighbour are not told', async (context) => {
      const { neighbour, leaveUpload = noUploads(context) } = await madeFor(makeStore);
      await leaveUpload('alpine/disk');
      expect(await (await neighbour()).unfinished()).toEqual([]);
    });
  });
}

function noUploads(context: TestContext): never {
  return skipBecause(context, 'it lists no uploads');
}
