import { expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { bytes, head, mutable } from '../../contract/store-fixture.ts';
import { aws, oldCeph } from '../../fakes/s3/behaviour.ts';
import type { Fault } from '../../fakes/s3/server.ts';
import { openScene, storedText } from './scene.ts';

const key = 'lxd/streams/v1/index.json';
const put = (store: Store, text: string, revision?: string) =>
  store.replace(head, bytes(text), revision, mutable);

async function first(store: Store): Promise<string> {
  const answer = await put(store, 'one');
  if (answer.outcome !== 'replaced') throw new Error(answer.outcome);
  return answer.revision;
}

test('sends the bytes once, signed, with their headers and their sha256', async () => {
  const { server, store } = await openScene();
  await first(store);
  expect(server.count('PutObject')).toBe(1);
  expect(server.log[0]?.request.headers['x-amz-content-sha256']).toMatch(/^[0-9a-f]{64}$/);
  expect(server.objects.get(key)?.headers).toEqual({
    'content-type': 'application/json',
    'cache-control': 'no-cache',
    'x-amz-meta-sha256': '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
  });
});

test('on a server that compares bare hashes, asks again unquoted, and keeps to that', async () => {
  const { server, store } = await openScene({ behaviour: oldCeph });
  const one = await first(store);
  const two = await put(store, 'two', one);
  expect(two.outcome).toBe('replaced');
  expect(server.count('PutObject')).toBe(3);
  expect(await put(store, 'three', two.outcome === 'replaced' ? two.revision : '')).toMatchObject({
    outcome: 'replaced',
  });
  expect(server.count('PutObject')).toBe(4);
  expect(await put(store, 'four', one)).toEqual({ outcome: 'conflict' });
  expect(storedText(server, key)).toBe('three');
});

test('after a real mismatch sends nothing again', async () => {
  const { server, store } = await openScene();
  const one = await first(store);
  await put(store, 'two', one);
  expect(await put(store, 'three', one)).toEqual({ outcome: 'conflict' });
  expect(server.count('PutObject')).toBe(3);
});

test.each(['refused', 'invalid'] as const)(
  'a server with conditions %s is no store for several publishers',
  async (conditions) => {
    const { server, store } = await openScene({ behaviour: { ...aws, conditions } });
    await expect(put(store, 'one')).rejects.toMatchObject({
      code: 'STORE_NO_COMPARE_AND_SWAP',
      message: expect.stringContaining('single-writer: true'),
    });
    expect(server.objects.size).toBe(0);
  },
);

test('a single writer compares by itself where the server refuses conditions', async () => {
  const behaviour = { ...aws, conditions: 'refused' } as const;
  const { server, store } = await openScene({ behaviour }, { singleWriter: true });
  const one = await first(store);
  expect(await put(store, 'other')).toEqual({ outcome: 'conflict' });
  expect(await put(store, 'two', one)).toMatchObject({ outcome: 'replaced' });
  expect(await put(store, 'three', one)).toEqual({ outcome: 'conflict' });
  expect(storedText(server, key)).toBe('two');
  // The refused one, and the two that were sent without a condition.
  expect(server.count('PutObject')).toBe(3);
});

test('a single writer still uses conditions where there are some', async () => {
  const { server, store } = await openScene({}, { singleWriter: true });
  await first(store);
  expect(await put(store, 'two')).toEqual({ outcome: 'conflict' });
  expect(server.count('HeadObject')).toBe(0);
});

const faults: readonly (readonly [string, Fault, string | undefined])[] = [
  ['a connection cut before the request was read', 'drop', undefined],
  ['a lost answer', 'drop-after', 'one'],
  ['a fault of the server', { status: 500 }, undefined],
  ['a busy server', { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }, undefined],
  ['an answer without an ETag', { status: 200, body: 'welcome' }, undefined],
];

test.each(faults)('%s leaves the outcome unknown, and nothing is sent again', async (...each) => {
  const [, fault, stored] = each;
  const { server, store } = await openScene();
  server.faults = () => fault;
  const answer = await put(store, 'one');
  expect(answer).toMatchObject({ outcome: 'unknown', cause: { name: 'StoreError' } });
  expect(server.log.length).toBe(1);
  expect(storedText(server, key)).toBe(stored);
});

test('the loser of a race on an old Ceph does not know its fate', async () => {
  const { server, store } = await openScene({ behaviour: oldCeph });
  server.faults = async ({ operation }) => {
    if (operation !== 'PutObject') return undefined;
    server.faults = undefined;
    await put(store, 'other');
    return undefined;
  };
  expect(await put(store, 'one')).toMatchObject({ outcome: 'unknown' });
  expect(storedText(server, key)).toBe('other');
});

test('a denied write tells the rights that it needs', async () => {
  const { server, store } = await openScene();
  server.denied.add('s3:PutObject');
  await expect(put(store, 'one')).rejects.toMatchObject({
    code: 'STORE_DENIED',
    message: expect.stringMatching(
      /s3:PutObject of s3:\/\/images\/lxd\/streams\/v1\/index.json .*403 AccessDenied.*s3:PutObject on arn:aws:s3:::images\/lxd\/streams/,
    ),
  });
});

test('without the right to read, a conditional write is denied, not a conflict', async () => {
  const { server, store } = await openScene();
  const one = await first(store);
  server.denied.add('s3:GetObject');
  await expect(put(store, 'two', one)).rejects.toMatchObject({
    code: 'STORE_DENIED',
    message: expect.stringContaining('s3:GetObject'),
  });
});

test('an ended run sends nothing', async () => {
  const { server, open } = await openScene();
  const store = await open({ signal: AbortSignal.abort(new Error('ended')) });
  await expect(put(store, 'one')).rejects.toThrow('ended');
  expect(server.log).toEqual([]);
});

test('a run that ends during the request waits a little for the answer', async () => {
  const { server, open } = await openScene();
  const end = new AbortController();
  const store = await open({ signal: end.signal });
  server.faults = async () => {
    end.abort(new Error('ended'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return undefined;
  };
  expect(await put(store, 'one')).toMatchObject({ outcome: 'replaced' });
  server.faults = () => new Promise(() => undefined);
  const stuck = new AbortController();
  const other = await open({ signal: stuck.signal });
  const started = performance.now();
  const answer = put(other, 'two');
  setTimeout(() => stuck.abort(new Error('ended')), 100);
  expect(await answer).toMatchObject({ outcome: 'unknown' });
  expect(performance.now() - started).toBeLessThan(4000);
});
