import { describe, expect, test } from 'vitest';
import type { S3Server } from '../../fakes/s3/server.ts';
import { openScene } from './scene.ts';

function leave({ uploads }: S3Server, id: string, key: string): void {
  const initiated = new Date('2026-11-01T15:04:05Z');
  uploads.set(id, { key, initiated, headers: {}, algorithm: undefined, parts: new Map() });
}

describe('unfinished uploads in a bucket', () => {
  test('are told page by page, also several of one object', async () => {
    const { server, store } = await openScene({ pageSize: 2 });
    for (let n = 0; n < 5; n += 1) leave(server, `disk ${n}`, 'lxd/alpine/disk');
    for (let n = 0; n < 4; n += 1) leave(server, `other ${n}`, `lxd/alpine/${n}`);
    leave(server, 'neighbour', 'lxd2/alpine/disk');
    leave(server, 'beside', 'lxd');
    const found = await store.unfinished();
    expect(found.map(({ id }) => id)).toEqual([
      ...[0, 1, 2, 3].map((n) => `other ${n}`),
      ...[0, 1, 2, 3, 4].map((n) => `disk ${n}`),
    ]);
    expect(found.at(-1)).toEqual({
      url: 's3://images/lxd/alpine/disk',
      path: 'alpine/disk',
      id: 'disk 4',
      since: new Date('2026-11-01T15:04:05Z'),
    });
    expect(server.count('ListMultipartUploads')).toBe(5);
  });

  test('are those of the whole bucket where that is the root', async () => {
    const { server, open } = await openScene({ pageSize: 2 });
    for (const key of ['a', 'b/c', 'lxd/d']) leave(server, key, key);
    const found = await (await open({ prefix: '' })).unfinished();
    expect(found.map(({ path, url }) => [path, url])).toEqual([
      ['a', 's3://images/a'],
      ['b/c', 's3://images/b/c'],
      ['lxd/d', 's3://images/lxd/d'],
    ]);
  });

  test.for(['', '<NextKeyMarker>lxd/a</NextKeyMarker><NextUploadIdMarker>1</NextUploadIdMarker>'])(
    'are not taken for all when a page has no way to the next: %j',
    async (marker) => {
      const { server, store } = await openScene();
      const body = `<ListMultipartUploadsResult><IsTruncated>true</IsTruncated>${marker}</ListMultipartUploadsResult>`;
      server.faults = () => ({ status: 200, body });
      await expect(store.unfinished()).rejects.toMatchObject({
        code: 'STORE_FAILED',
        message: expect.stringContaining('has no NextKeyMarker'),
      });
    },
  );

  test('are none where the server has no list of them', async () => {
    const { server, store } = await openScene();
    server.faults = () => ({ status: 501, body: '<Error><Code>NotImplemented</Code></Error>' });
    expect(await store.unfinished()).toEqual([]);
  });

  test('name the rights that are missing, to list them and to end them', async () => {
    const { server, store } = await openScene();
    leave(server, 'disk', 'lxd/alpine/disk');
    const [upload] = await store.unfinished();
    if (upload === undefined) throw new Error('the upload is not told');
    server.denied.add('s3:ListBucketMultipartUploads').add('s3:AbortMultipartUpload');
    await expect(store.unfinished()).rejects.toMatchObject({
      code: 'STORE_DENIED',
      message: expect.stringContaining(
        'allow s3:ListBucketMultipartUploads on arn:aws:s3:::images',
      ),
    });
    await expect(store.abort(upload)).rejects.toMatchObject({
      code: 'STORE_DENIED',
      message: expect.stringContaining(
        'allow s3:AbortMultipartUpload on arn:aws:s3:::images/lxd/alpine/disk',
      ),
    });
    expect(server.uploads.size).toBe(1);
  });
});
