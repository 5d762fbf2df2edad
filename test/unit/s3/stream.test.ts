import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import type { Store } from '../../../src/ports/store.ts';
import { bytes, head, image, immutable, mutable } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { openScene } from './scene.ts';

const large = sourceInParts(pattern(12 << 20));

async function passed(store: Store, onChunk: () => void = () => undefined) {
  let count = 0;
  try {
    for await (const chunk of store.stream(image)) {
      count += chunk.length;
      onChunk();
    }
    return { count, failure: undefined };
  } catch (failure) {
    return { count, failure };
  }
}

describe('the stream of an object', () => {
  test('that breaks off says where, and is not begun again', async () => {
    const { server, store } = await openScene();
    await store.create(image, large, immutable);
    server.faults = ({ operation }) => (operation === 'GetObject' ? 'truncate' : undefined);
    const { count, failure } = await passed(store);
    expect(count).toBeLessThanOrEqual(large.size / 2);
    expect(failure).toMatchObject({ name: 'StoreError', code: 'STORE_FAILED' });
    expect(String(failure)).toMatch(
      new RegExp(
        `s3:GetObject of s3://images/lxd/${image} .*the answer broke off after ${count} of ${large.size} bytes`,
      ),
    );
    expect(server.count('GetObject')).toBe(1);
  });

  test('that ends before its end is not taken for whole', async () => {
    const { server, store } = await openScene();
    const headers = { 'content-length': '100', connection: 'close', etag: '"0"' };
    server.faults = () => ({ status: 200, headers, body: 'too short' });
    const { count, failure } = await passed(store);
    expect(count).toBeLessThan(100);
    expect(failure).toMatchObject({ code: 'STORE_FAILED' });
    expect(String(failure)).toContain('of 100 bytes');
  });

  test('is asked for again while the server is busy', async () => {
    const { server, store } = await openScene();
    await store.create(image, large, immutable);
    let requests = 0;
    server.faults = ({ operation }) =>
      operation === 'GetObject' && ++requests === 1 ? { status: 503, body: '' } : undefined;
    expect(await passed(store)).toEqual({ count: large.size, failure: undefined });
  });

  test('of what is not there, or may not be read, says which', async () => {
    const { server, store } = await openScene();
    const absent = (await passed(store)).failure;
    expect(absent).toMatchObject({ name: 'StoreError', code: 'STORE_FAILED' });
    expect(String(absent)).toContain(`s3://images/lxd/${image} is not there`);
    server.denied.add('s3:GetObject');
    const denied = (await passed(store)).failure;
    expect(denied).toMatchObject({ name: 'StoreError', code: 'STORE_DENIED' });
    expect(String(denied)).toContain(
      `allow s3:GetObject on arn:aws:s3:::images/lxd/${image} and s3:ListBucket`,
    );
  });

  test('ends with the run', async () => {
    const ending = new AbortController();
    const { store } = await openScene({}, { signal: ending.signal });
    await store.create(image, large, immutable);
    const reason = new Error('SIGTERM');
    const { count, failure } = await passed(store, () => ending.abort(reason));
    expect(failure).toBe(reason);
    expect(count).toBeLessThan(large.size);
  });
});

test('the digest of an object is asked for by HEAD, and no byte is read', async () => {
  const { server, store } = await openScene();
  await store.create(image, large, immutable);
  await store.replace(head, bytes('head'), undefined, mutable);
  server.log.length = 0;
  expect(await store.digest(image)).toBe(large.sha256);
  expect(await store.digest(head)).toBe(sha256(bytes('head')));
  expect(server.log.map(({ request }) => request.operation)).toEqual(['HeadObject', 'HeadObject']);
});

test('the digest of an object that another program stored is none', async () => {
  const { server, store } = await openScene();
  const foreign = { bytes: bytes('x'), etag: '"0"', modified: new Date() };
  for (const headers of [{}, { 'x-amz-meta-sha256': 'not one' }]) {
    server.objects.set(`lxd/${image}`, { ...foreign, headers });
    expect(await store.digest(image)).toBeUndefined();
  }
});
