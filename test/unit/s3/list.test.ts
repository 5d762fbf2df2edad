import { describe, expect, test } from 'vitest';
import { image } from '../../contract/store-fixture.ts';
import { aws } from '../../fakes/s3/behaviour.ts';
import type { S3Server } from '../../fakes/s3/server.ts';
import { openScene } from './scene.ts';

function put({ objects }: S3Server, keys: readonly string[]): void {
  for (const key of keys) {
    objects.set(key, { bytes: Buffer.from(key), etag: '"0"', modified: new Date(), headers: {} });
  }
}

/** The server answers the list with these elements, whatever was asked. */
function answerWith(server: S3Server, ...elements: readonly string[]): void {
  const body = `<ListBucketResult>${elements.join('')}</ListBucketResult>`;
  server.faults = ({ operation }) =>
    operation === 'ListObjectsV2' ? { status: 200, body } : undefined;
}

function object(key: string): string {
  return `<Contents><Key>${key}</Key><Size>1</Size><LastModified>2026-11-20T15:04:05.000Z</LastModified></Contents>`;
}

const truncated = '<IsTruncated>true</IsTruncated>';

describe('the list of a root in a bucket', () => {
  test('has all of thousands of objects, by a request for each thousand', async () => {
    const { server, store, open } = await openScene();
    const names = Array.from({ length: 2345 }, (_, index) => `alpine/${index}`);
    put(server, names);
    put(
      server,
      names.map((name) => `lxd/${name}`),
    );
    const { objects } = await store.list();
    expect(objects.map(({ path }) => path)).toEqual(names.toSorted());
    expect(server.count('ListObjectsV2')).toBe(3);
    const whole = await (await open({ prefix: '' })).list();
    expect(whole.objects).toHaveLength(2 * names.length);
    expect(server.count('ListObjectsV2')).toBe(8);
  });

  test('has nothing of a neighbour, and a marker of the folder itself by no name', async () => {
    const { server, store } = await openScene({ pageSize: 1 });
    put(server, ['lxd', 'lxd/', 'lxd/a', 'lxd0', 'lxd2/a', 'lxd-old/a', 'old/lxd/a']);
    const { objects } = await store.list();
    expect(objects.map(({ path }) => path)).toEqual(['', 'a']);
  });

  test('has nothing of a neighbour of whom a server tells that overlooks the prefix', async () => {
    const { server, store } = await openScene();
    answerWith(server, object('lxd/a'), object('lxd2/a'), object('maas/a'));
    expect((await store.list()).objects).toMatchObject([{ path: 'a' }]);
  });

  test('takes keys for what they are where a server does not escape them', async () => {
    const { server, store } = await openScene();
    answerWith(server, object('lxd/a+b'), object('lxd/50%25'));
    const paths = (await store.list()).objects.map(({ path }) => path);
    expect(paths).toEqual(['50%25', 'a+b']);
  });

  test('takes a key that is no text for one all the same', async () => {
    const { server, store } = await openScene();
    answerWith(server, '<EncodingType>url</EncodingType>', object('lxd/latin%E9'));
    expect((await store.list()).objects).toMatchObject([{ path: 'latin\uFFFD' }]);
  });

  test.for([
    ['no way to the next page', truncated, 'NextContinuationToken'],
    [
      'the same page for ever',
      `${truncated}<NextContinuationToken>again</NextContinuationToken>`,
      'NextContinuationToken',
    ],
    ['no size', object('lxd/a').replace(/<Size>.*<\/Size>/, ''), 'Size'],
    ['no date', object('lxd/a').replace(/<LastModified>.*<\/LastModified>/, ''), 'LastModified'],
  ] as const)('is refused with %s: it is not S3’s', async ([, answer, missing]) => {
    const { server, store } = await openScene();
    answerWith(server, answer);
    await expect(store.list()).rejects.toMatchObject({
      name: 'StoreError',
      code: 'STORE_FAILED',
      message: expect.stringContaining(`has no ${missing}`),
    });
  });

  test('is dated by the clock of the server, not after it was begun', async () => {
    const { server, store } = await openScene({ pageSize: 1 });
    put(server, ['lxd/a', 'lxd/b', 'lxd/c']);
    const ahead = 10 * 60 * 1000;
    server.clock = () => new Date(Date.now() + ahead);
    await store.stat(image);
    server.faults = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 1_200));
    const begun = Date.now() + ahead;
    const { now } = await store.list();
    expect(now.getTime()).toBeLessThanOrEqual(begun);
    expect(now.getTime()).toBeGreaterThan(begun - 5_000);
  });

  test('is asked for again when a page fails for a passing reason', async () => {
    const { server, store } = await openScene({ pageSize: 1 });
    put(server, ['lxd/a', 'lxd/b']);
    let failures = 0;
    server.faults = ({ query }) =>
      query.has('continuation-token') && ++failures === 1
        ? { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }
        : undefined;
    expect((await store.list()).objects).toHaveLength(2);
  });

  test('names the right that is missing, and the bucket', async () => {
    const { server, store } = await openScene();
    server.denied.add('s3:ListBucket');
    await expect(store.list()).rejects.toMatchObject({
      name: 'StoreError',
      code: 'STORE_DENIED',
      message: expect.stringContaining('allow s3:ListBucket on arn:aws:s3:::images'),
    });
  });

  test('ends with the run', async () => {
    const ending = new AbortController();
    const { server, store } = await openScene({ pageSize: 1 }, { signal: ending.signal });
    put(server, ['lxd/a', 'lxd/b', 'lxd/c']);
    const reason = new Error('SIGTERM');
    server.onEffect = () => ending.abort(reason);
    await expect(store.list()).rejects.toBe(reason);
    expect(server.count('ListObjectsV2')).toBe(1);
  });
});

describe('what is removed', () => {
  test.for([
    [undefined, false],
    ['Enabled', true],
    // What was stored before the suspension is kept.
    ['Suspended', true],
  ] as const)('with versioning %s stays as an older version: %s', async ([versioning, kept]) => {
    const behaviour = versioning === undefined ? aws : { ...aws, versioning };
    const { store } = await openScene({ behaviour });
    expect(await store.keepsVersions()).toBe(kept);
  });

  test('may stay or not where the store does not say, or may not be asked', async () => {
    const { server, store } = await openScene();
    server.denied.add('s3:GetBucketVersioning');
    expect(await store.keepsVersions()).toBeUndefined();
    server.denied.clear();
    server.faults = () => ({ status: 501, body: '<Error><Code>NotImplemented</Code></Error>' });
    expect(await store.keepsVersions()).toBeUndefined();
  });
});
