import { expect, test } from 'vitest';
import { bytes, image, immutable } from '../../contract/store-fixture.ts';
import { changedAt, pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { aws } from '../../fakes/s3/behaviour.ts';
import { openScene } from './scene.ts';

const key = `lxd/${image}`;
const large = pattern((20 << 20) + 3);
const source = sourceInParts(large);
const small = bytesSource(bytes('image'));

test('a large source goes up in its parts, each signed with the digest it was hashed with', async () => {
  const { server, store } = await openScene();
  expect(await store.create(image, source, immutable)).toBe('created');
  const parts = server.log.filter(({ request }) => request.operation === 'UploadPart');
  const signed = parts.map(({ request }) => request.headers['x-amz-content-sha256']);
  expect(signed.sort()).toEqual(source.parts.map(({ sha256 }) => sha256).sort());
  expect(server.objects.get(key)?.headers).toEqual({
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-amz-meta-sha256': source.sha256,
  });
});

test('what lies there already costs no image byte', async () => {
  const { server, store } = await openScene();
  await store.create(image, source, immutable);
  server.log.length = 0;
  expect(await store.create(image, source, immutable)).toBe('present');
  expect(server.log.map(({ request }) => request.operation)).toEqual(['HeadObject']);
});

test('what lies there without our sha256 is different', async () => {
  const { server, store } = await openScene();
  await store.create(image, small, immutable);
  const object = server.objects.get(key);
  if (object === undefined) throw new Error('nothing was stored');
  server.objects.set(key, { ...object, headers: {} });
  expect(await store.create(image, small, immutable)).toBe('different');
});

test.each([0, large.length - 1])(
  'the server refuses a part that changed at byte %i, and nothing is left of the upload',
  async (position) => {
    const { server, store } = await openScene();
    const sent = store.create(image, changedAt(source, position), immutable);
    await expect(sent).rejects.toMatchObject({ code: 'FILE_CHANGED', exitCode: 2 });
    expect(server.log.map(({ status }) => status)).toContain(400);
    expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
  },
);

test('an unfinished upload that may not be aborted is told', async () => {
  const { server, store } = await openScene();
  server.denied.add('s3:AbortMultipartUpload');
  const sent = store.create(image, changedAt(source, 0), immutable);
  await expect(sent).rejects.toMatchObject({
    code: 'FILE_CHANGED',
    message: expect.stringMatching(/unfinished multipart upload .*s3:AbortMultipartUpload/),
  });
});

test('a run that ends in the middle of an upload leaves nothing, and throws its own reason', async () => {
  const { server, open } = await openScene();
  const end = new AbortController();
  const store = await open({ signal: end.signal });
  const started = performance.now();
  const stuck = new Promise<undefined>(() => undefined);
  server.faults = ({ operation }) => (operation === 'UploadPart' ? stuck : undefined);
  setTimeout(() => end.abort(new Error('ended')), 300);
  await expect(store.create(image, source, immutable)).rejects.toThrow('ended');
  expect(performance.now() - started).toBeLessThan(4000);
  expect(server.count('CreateMultipartUpload')).toBe(1);
  expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
});

test('a run that ends while an upload is being created still aborts it', async () => {
  const { server, open } = await openScene();
  const end = new AbortController();
  const store = await open({ signal: end.signal });
  server.faults = async ({ operation }) => {
    if (operation === 'CreateMultipartUpload') end.abort(new Error('ended'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return undefined;
  };
  await expect(store.create(image, source, immutable)).rejects.toThrow('ended');
  expect(server.log.at(-1)?.request.operation).toBe('AbortMultipartUpload');
  expect(server.uploads.size).toBe(0);
});

test.each(['refused', 'invalid'] as const)(
  'with conditions %s only a single writer may create, and never over what is there',
  async (conditions) => {
    const { server, store, open } = await openScene({ behaviour: { ...aws, conditions } });
    for (const each of [small, source]) {
      await expect(store.create(image, each, immutable)).rejects.toMatchObject({
        code: 'STORE_NO_COMPARE_AND_SWAP',
      });
    }
    expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
    const single = await open({ singleWriter: true });
    expect(await single.create(image, source, immutable)).toBe('created');
    const other = await open({ singleWriter: true });
    expect(await other.create(image, small, immutable)).toBe('different');
    expect(server.objects.get(key)?.bytes.byteLength).toBe(large.length);
  },
);

test('parts carry the checksums that Amazon expects back', async () => {
  const { server, open } = await openScene();
  process.env.AWS_ENDPOINT_URL_S3 = server.endpoint;
  const store = await open({ endpoint: undefined, region: 'us-east-1' });
  expect(await store.create(image, source, immutable)).toBe('created');
  const part = server.log.find(({ request }) => request.operation === 'UploadPart');
  expect(part?.request.headers['x-amz-checksum-crc32']).toBeDefined();
  expect(await store.create(image, source, immutable)).toBe('present');
});
