import { describe, expect, test } from 'vitest';
import { bytes, image, immutable } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import type { Operation } from '../../fakes/s3/request.ts';
import type { Fault, Faults } from '../../fakes/s3/server.ts';
import { openScene } from './scene.ts';

const small = bytesSource(bytes('image'));
const large = sourceInParts(pattern(17 << 20));

const phases: readonly (readonly [Operation, typeof small])[] = [
  ['PutObject', small],
  ['CreateMultipartUpload', large],
  ['UploadPart', large],
  ['CompleteMultipartUpload', large],
];

describe.each(phases)('while %s is under way', (operation, source) => {
  test.each(['drop', 'drop-after'] as const)(
    'one cut connection (%s) does no harm',
    async (how) => {
      const { server, store } = await openScene();
      server.faults = once(operation, how);
      // What was stored before its answer was lost is found there afterwards.
      const lost = how === 'drop-after' && /Put|Complete/.test(operation);
      expect(await store.create(image, source, immutable)).toBe(lost ? 'present' : 'created');
      expect(server.objects.size).toBe(1);
      const orphan = how === 'drop-after' && operation === 'CreateMultipartUpload';
      expect(server.uploads.size).toBe(orphan ? 1 : 0);
    },
  );

  test('a connection that is always cut ends the upload, and nothing is left', async () => {
    const { server, store } = await openScene();
    server.faults = (request) => (request.operation === operation ? 'drop' : undefined);
    await expect(store.create(image, source, immutable)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      exitCode: 5,
      message: expect.stringMatching(/s3:PutObject of s3:\/\/images\/lxd.*the connection to/),
    });
    expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
  });
});

test('the loser of a race whom an old Ceph answers 500 finds what the winner stored', async () => {
  const { server, store } = await openScene();
  server.faults = async ({ operation, key }) => {
    if (operation !== 'PutObject') return undefined;
    const winner = { bytes: bytes('image'), etag: '"1"', modified: new Date() };
    server.objects.set(key, { ...winner, headers: { 'x-amz-meta-sha256': small.sha256 } });
    return { status: 500, body: '<Error><Code>UnknownError</Code></Error>' };
  };
  expect(await store.create(image, small, immutable)).toBe('present');
});

test('a 409 that left nothing behind is worth another upload', async () => {
  const { server, store } = await openScene();
  const body = '<Error><Code>ConditionalRequestConflict</Code></Error>';
  server.faults = once('CompleteMultipartUpload', { status: 409, body });
  expect(await store.create(image, large, immutable)).toBe('created');
  expect(server.count('CreateMultipartUpload')).toBe(2);
  expect(server.uploads.size).toBe(0);
});

test('an error in an answer with status 200 completes nothing', async () => {
  const { server, store } = await openScene();
  const body = '<?xml version="1.0"?><Error><Code>InternalError</Code></Error>';
  server.faults = ({ operation }) =>
    operation === 'CompleteMultipartUpload' ? { status: 200, body } : undefined;
  await expect(store.create(image, large, immutable)).rejects.toMatchObject({
    code: 'STORE_FAILED',
  });
  expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
});

function once(operation: Operation, fault: Fault): Faults {
  let left = 1;
  return (request) => (request.operation === operation && left-- > 0 ? fault : undefined);
}
