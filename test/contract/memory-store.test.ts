import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { RelativePath } from '../../src/core/path.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { describeStore } from './store-contract.ts';
import { bytes, head, image, immutable, mutable } from './store-fixture.ts';

describeStore(
  'a memory store',
  async () => {
    const store = memoryStore();
    return {
      store,
      neighbour: async () => memoryStore(),
      foreign: async (path, bytes) => {
        const about = { headers: immutable, revision: '"foreign"', modified: new Date() };
        store.objects.set(path as RelativePath, { ...about, bytes, sha256: sha256(bytes) });
      },
      leaveUpload: async (path) => {
        const id = `upload ${store.uploads.size + 1}`;
        store.uploads.set(id, { url: `${store.url}/${path}`, path, id, since: new Date() });
        return id;
      },
      dispose: async () => undefined,
    };
  },
  { tellsSha256: true, emptySegments: true },
);

test('a memory store shows its objects with their headers, and counts its calls', async () => {
  const at = new Date('2026-11-20T15:04:05Z');
  const store = memoryStore({ now: () => at });
  await store.create(image, bytesSource(bytes('image')), immutable);
  await store.replace(head, bytes('head'), undefined, mutable);
  await store.stat(image);
  expect([...store.objects.keys()]).toEqual([image, head]);
  expect(store.objects.get(image)).toMatchObject({ headers: immutable, modified: at });
  expect(store.objects.get(head)).toMatchObject({ headers: mutable, bytes: bytes('head') });
  expect(store.calls).toMatchObject({ read: 0, stat: 1, create: 1, replace: 1 });
});

test('a memory store ages its objects by the clock it was given', async () => {
  let now = new Date('2026-11-20T15:04:05Z');
  const store = memoryStore({ now: () => now });
  await store.replace(head, bytes('head'), undefined, mutable);
  now = new Date('2026-11-21T15:04:05Z');
  const found = await store.stat(head);
  expect(Number(found?.now) - Number(found?.modified)).toBe(24 * 60 * 60 * 1000);
});

test('a memory store keeps its bytes when the caller changes its own', async () => {
  const store = memoryStore();
  const sent = bytes('head');
  const sending = store.replace(head, sent, undefined, mutable);
  sent.fill(0);
  await sending;
  const found = await store.read(head, 100);
  found?.bytes.fill(0);
  expect(store.objects.get(head)?.bytes).toEqual(bytes('head'));
});

test('two calls on a memory store interleave', async () => {
  const store = memoryStore();
  const order: string[] = [];
  const reading = store
    .read(head, 100)
    .then((found) => order.push(found ? 'read new' : 'read old'));
  const writing = store
    .replace(head, bytes('head'), undefined, mutable)
    .then(() => order.push('replaced'));
  expect(store.objects.size).toBe(0);
  await Promise.all([reading, writing]);
  expect(order).toEqual(['read old', 'replaced']);
});
