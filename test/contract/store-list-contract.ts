import { describe, expect, test } from 'vitest';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
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
} from './store-fixture.ts';

/** Each is one that some encoding on the way to a store and back would spoil. */
const oddNames = [
  'a b',
  ' lead/trail ',
  'a+b',
  '50%',
  '%41%2F%zz',
  'a%20b',
  'ümläut',
  'u\u0308mla\u0308ut',
  '日本/語',
  '😀',
  '\uffee',
  `&amp;<b>"'`,
  'new\nline',
  '\n',
  'carriage\rreturn',
  'bell\u0007',
  'back\\slash?query#fragment',
  '..x',
];

/** Only where a name is a string and no path. */
const emptySegments = ['/lead', 'a//b', 'folder/', '//'];

/** `list`. */
export function describeList(makeStore: MakeStore, traits: StoreTraits): void {
  describe('listing', () => {
    test('tells of nothing where no root is', async () => {
      const store = await storeFor(makeStore);
      expect((await store.list()).objects).toEqual([]);
    });

    test('tells every object with its size and its age, sorted by path', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      await store.replace(head, bytes('head 1'), undefined, mutable);
      await store.create(joinPath(`${image}.2`), bytesSource(bytes('')), immutable);
      await store.create(joinPath('index.html'), bytesSource(bytes('page')), immutable);
      const { objects, now } = await store.list();
      expect(objects.map(({ path, size }) => [path, size])).toEqual([
        [image, 5],
        [`${image}.2`, 0],
        ['index.html', 4],
        [head, 6],
      ]);
      const found = await store.stat(image);
      for (const { modified } of objects) {
        // Lists tell milliseconds, the headers of an answer seconds.
        expect(Math.abs(Number(modified) - Number(found?.modified))).toBeLessThan(5_000);
        expect(Number(now) - Number(modified)).toBeLessThan(60_000);
      }
    });

    test('is dated by the clock of the store, not after it was begun', async () => {
      const store = await storeFor(makeStore);
      await store.create(image, bytesSource(bytes('image')), immutable);
      const { now } = await store.list();
      const later = await store.stat(image);
      expect(Number(now)).toBeLessThanOrEqual(Number(later?.now) + 1_000);
      expect(Number(later?.now) - Number(now)).toBeLessThan(60_000);
    });

    test('tells the names that others gave, as they are', async (context) => {
      if (traits.plainNames) skipBecause(context, 'it takes plain names only');
      const { store, foreign } = await madeFor(makeStore);
      const names = [...oddNames, ...(traits.emptySegments ? emptySegments : [])];
      for (const name of names) await foreign(name, bytes(name));
      const { objects } = await store.list();
      const told = objects.map(({ path, size }) => [path, size]);
      expect(told).toEqual(names.toSorted().map((name) => [name, bytes(name).length]));
    });

    test('leaves out what lies beside the root, also where the name begins alike', async (context) => {
      if (traits.holdsNeighbours) skipBecause(context, 'nothing lies beside a whole bucket');
      const { store, neighbour } = await madeFor(makeStore);
      const other = await neighbour();
      await other.create(image, bytesSource(bytes('neighbour')), immutable);
      expect(await paths(store)).toEqual([]);
      await store.create(head, bytesSource(bytes('head')), immutable);
      expect(await paths(store)).toEqual([head]);
      expect(await paths(other)).toEqual([image]);
    });

    test('follows what is replaced and removed', async () => {
      const store = await storeFor(makeStore);
      const first = await store.replace(head, bytes('one'), undefined, mutable);
      const revision = first.outcome === 'replaced' ? first.revision : undefined;
      await store.replace(head, bytes('longer'), revision, mutable);
      await store.create(image, bytesSource(bytes('image')), immutable);
      await store.remove(image);
      const { objects } = await store.list();
      expect(objects).toMatchObject([{ path: head, size: 6 }]);
    });
  });
}

async function paths(store: Store): Promise<readonly string[]> {
  return (await store.list()).objects.map(({ path }) => path);
}
