import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import {
  bytes,
  image,
  immutable,
  type MakeStore,
  madeFor,
  type StoreTraits,
  tally,
  textAt,
} from './store-fixture.ts';
import { pattern, sourceInParts } from './synthetic-source.ts';

const elsewhere = joinPath('alpine', '3.22', 'amd64', '20261121_1504', 'rootfs.squashfs');
const source = bytesSource(bytes('image'));
const eight = Array.from({ length: 8 }, (_, index) => index);

/** `copy`, between two roots and inside of one. */
export function describeCopy(makeStore: MakeStore, traits: StoreTraits): void {
  describe('copying', () => {
    test('makes the same object in another root, and in the same one', async () => {
      const { store, neighbour } = await madeFor(makeStore);
      const other = await neighbour();
      await store.create(image, source, immutable);
      const from = { store, path: image };
      expect(await other.copy(from, elsewhere, source, immutable)).toBe('created');
      expect(await store.copy(from, elsewhere, source, immutable)).toBe('created');
      for (const copied of [other, store]) {
        expect(await textAt(copied, elsewhere)).toBe('image');
        expect(await copied.digest(elsewhere)).toBe(source.sha256);
      }
      expect(await textAt(store, image)).toBe('image');
    });

    test('of a large object keeps every byte, and does without the first one', async () => {
      const { store, neighbour } = await madeFor(makeStore);
      const other = await neighbour();
      const large = pattern(17 * 1024 * 1024 + 3);
      const content = sourceInParts(large);
      await store.create(image, content, immutable);
      const outcome = await other.copy({ store, path: image }, image, content, immutable);
      expect(outcome).toBe(traits.sendsLargeCopies ? 'impossible' : 'created');
      if (outcome === 'impossible') await other.create(image, content, immutable);
      await store.remove(image);
      const found = await other.read(image, large.length);
      expect(sha256(found?.bytes ?? bytes(''))).toBe(content.sha256);
    });

    test('leaves alone what is there, and tells what it is', async () => {
      const { store, neighbour } = await madeFor(makeStore);
      const other = await neighbour();
      await store.create(image, source, immutable);
      await other.create(image, bytesSource(bytes('other')), immutable);
      const from = { store, path: image };
      expect(await other.copy(from, image, source, immutable)).toBe('different');
      expect(await textAt(other, image)).toBe('other');
      await other.copy(from, elsewhere, source, immutable);
      expect(await other.copy(from, elsewhere, source, immutable)).toBe('present');
      expect(await store.copy(from, image, source, immutable)).toBe('present');
    });

    test('is impossible when the object is gone, or another one, or in another kind of store', async () => {
      const { store, neighbour } = await madeFor(makeStore);
      const other = await neighbour();
      await store.create(image, source, immutable);
      const attempts: readonly [Store, typeof image, string][] = [
        [store, elsewhere, 'image'],
        [store, image, 'other'],
        [store, image, 'longer'],
        [{ ...store }, image, 'image'],
      ];
      for (const [origin, path, text] of attempts) {
        const content = bytesSource(bytes(text));
        const copy = other.copy({ store: origin, path }, elsewhere, content, immutable);
        expect(await copy).toBe('impossible');
        expect(await other.stat(elsewhere)).toBeUndefined();
      }
    });

    test('by eight at once makes one object', async () => {
      const { store, neighbour } = await madeFor(makeStore);
      const other = await neighbour();
      await store.create(image, source, immutable);
      const outcomes = await Promise.all(
        eight.map(() => other.copy({ store, path: image }, elsewhere, source, immutable)),
      );
      const { created = 0, present = 0 } = tally(outcomes);
      expect(created + present).toBe(8);
      if (traits.overwritesByCopy) expect(created).toBeGreaterThan(0);
      else expect(created).toBe(1);
      expect(await textAt(other, elsewhere)).toBe('image');
    });
  });
}
