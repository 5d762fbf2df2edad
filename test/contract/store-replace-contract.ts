import { describe, expect, test } from 'vitest';
import type { Revision, Store } from '../../src/ports/store.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import {
  bytes,
  head,
  image,
  immutable,
  limit,
  type MakeStore,
  mutable,
  type StoreTraits,
  storeFor,
  textAt,
} from './store-fixture.ts';

const eight = Array.from({ length: 8 }, (_, index) => index);

/** `replace`, and the revisions that `read` tells. */
export function describeReplace(makeStore: MakeStore, { doubtsLosers = false }: StoreTraits): void {
  const lost = doubtsLosers ? ['conflict', 'unknown'] : ['conflict'];

  describe('replacing', () => {
    test('makes an object where there must be none, once', async () => {
      const store = await storeFor(makeStore);
      expect(await write(store, 'one', undefined)).toMatchObject({ outcome: 'replaced' });
      expect(await write(store, 'two', undefined)).toEqual({ outcome: 'conflict' });
      expect(await textAt(store)).toBe('one');
    });

    test('replaces the revision it was given, and answers with the new one', async () => {
      const store = await storeFor(makeStore);
      const first = await revisionOf(write(store, 'one', undefined));
      expect(await revisionAt(store)).toBe(first);
      const second = await revisionOf(write(store, 'two', first));
      expect(second).not.toBe(first);
      expect(await revisionAt(store)).toBe(second);
      expect(await textAt(store)).toBe('two');
    });

    test('leaves another revision alone, whatever the bytes', async () => {
      const store = await storeFor(makeStore);
      const first = await revisionOf(write(store, 'one', undefined));
      const second = await revisionOf(write(store, 'two', first));
      const { modified } = (await store.stat(head)) ?? {};
      for (const text of ['three', 'two', 'one']) {
        expect(await write(store, text, first)).toEqual({ outcome: 'conflict' });
      }
      expect(await revisionAt(store)).toBe(second);
      expect(await textAt(store)).toBe('two');
      expect((await store.stat(head))?.modified).toEqual(modified);
    });

    test('makes nothing where the object is gone', async () => {
      const store = await storeFor(makeStore);
      const elsewhere = await revisionOf(store.replace(image, bytes('x'), undefined, mutable));
      expect(await write(store, 'one', elsewhere)).toEqual({ outcome: 'conflict' });
      expect(await textAt(store)).toBeUndefined();
    });

    test('replaces what was created, by the revision that was read', async () => {
      const store = await storeFor(makeStore);
      await store.create(head, bytesSource(bytes('one')), immutable);
      expect(await write(store, 'two', await revisionAt(store))).toMatchObject({
        outcome: 'replaced',
      });
      expect(await textAt(store)).toBe('two');
    });

    test('takes no bytes for an object', async () => {
      const store = await storeFor(makeStore);
      const first = await revisionOf(write(store, '', undefined));
      expect(await textAt(store)).toBe('');
      expect(await write(store, 'two', undefined)).toEqual({ outcome: 'conflict' });
      const second = await revisionOf(write(store, 'two', first));
      expect(await write(store, '', second)).toMatchObject({ outcome: 'replaced' });
      expect(await textAt(store)).toBe('');
    });

    test('lets one of eight at once make an object', async () => {
      const store = await storeFor(makeStore);
      const answers = await Promise.all(
        eight.map((index) => write(store, `head ${index}`, undefined)),
      );
      const outcomes = answers.map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
      expect(outcomes.filter((outcome) => lost.includes(outcome))).toHaveLength(7);
      expect(await textAt(store)).toBe(`head ${outcomes.indexOf('replaced')}`);
    });

    test('lets one of eight at once replace a revision', async () => {
      const store = await storeFor(makeStore);
      const first = await revisionOf(write(store, 'head', undefined));
      const answers = await Promise.all(eight.map((index) => write(store, `head ${index}`, first)));
      const outcomes = answers.map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
      expect(outcomes.filter((outcome) => lost.includes(outcome))).toHaveLength(7);
      expect(await textAt(store)).toBe(`head ${outcomes.indexOf('replaced')}`);
    });

    test('loses nothing when eight add to one object, each again after a conflict', async () => {
      const store = await storeFor(makeStore);
      await Promise.all(eight.map((index) => append(store, `${index} `)));
      const words = (await textAt(store))?.trim().split(' ').sort();
      expect(words).toEqual(eight.map(String));
    });
  });
}

function write(store: Store, text: string, revision: Revision | undefined) {
  return store.replace(head, bytes(text), revision, mutable);
}

async function append(store: Store, word: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = await store.read(head, limit);
    const text = found === undefined ? '' : new TextDecoder().decode(found.bytes);
    const { outcome } = await write(store, text + word, found?.revision);
    if (outcome === 'replaced') return;
  }
  throw new Error(`${word} could not be added`);
}

async function revisionAt(store: Store): Promise<Revision | undefined> {
  return (await store.read(head, limit))?.revision;
}

async function revisionOf(answer: ReturnType<Store['replace']>): Promise<Revision> {
  const replaced = await answer;
  expect(replaced.outcome).toBe('replaced');
  return replaced.outcome === 'replaced' ? replaced.revision : '';
}
