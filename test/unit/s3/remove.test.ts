import { describe, expect, test } from 'vitest';
import { bytes, image, immutable } from '../../contract/store-fixture.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { aws } from '../../fakes/s3/behaviour.ts';
import type { Fault } from '../../fakes/s3/server.ts';
import { openScene, storedText } from './scene.ts';

const key = `lxd/${image}`;

async function withImage(...options: Parameters<typeof openScene>) {
  const scene = await openScene(...options);
  await scene.store.create(image, bytesSource(bytes('image')), immutable);
  const answer = (fault: Fault) => {
    scene.server.faults = ({ operation }) => (operation === 'DeleteObject' ? fault : undefined);
  };
  return { ...scene, answer };
}

function error(code: string): string {
  return `<Error><Code>${code}</Code></Error>`;
}

describe('an object of a bucket', () => {
  test.for([
    ['cut before it was sent', 'drop', 'image'],
    ['lost its answer', 'drop-after', undefined],
    ['met a fault of the server', { status: 500, body: error('InternalError') }, 'image'],
    ['met a busy server', { status: 503, body: error('SlowDown') }, 'image'],
    ['timed out in a proxy', { status: 408, body: '' }, 'image'],
  ] as const)(
    'is removed by one request: one that %s is not sent again',
    async ([, fault, left]) => {
      const { server, store, answer } = await withImage();
      answer(fault);
      expect(await store.remove(image)).toBe('unknown');
      expect(server.count('DeleteObject')).toBe(1);
      expect(storedText(server, key)).toBe(left);
    },
  );

  test('that is not there is removed, also where the server says 404', async () => {
    const { store, answer } = await withImage();
    answer({ status: 404, body: error('NoSuchKey') });
    expect(await store.remove(image)).toBe('removed');
  });

  test.for([
    [{ status: 404, body: error('NoSuchBucket') }, 'there is no bucket images'],
    [{ status: 404, body: '<html>not found</html>' }, 'does not answer as S3 does'],
    [{ status: 405, body: error('MethodNotAllowed') }, 'refused the request'],
  ] as const)('is not taken for removed after %o', async ([fault, message]) => {
    const { server, store, answer } = await withImage();
    answer(fault);
    await expect(store.remove(image)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'STORE_FAILED',
      message: expect.stringContaining(message),
    });
    expect(storedText(server, key)).toBe('image');
  });

  test('that may not be removed names the right that is missing, and the object', async () => {
    const { server, store } = await withImage();
    server.denied.add('s3:DeleteObject');
    await expect(store.remove(image)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'STORE_DENIED',
      message: expect.stringContaining(`allow s3:DeleteObject on arn:aws:s3:::images/${key}`),
    });
    expect(storedText(server, key)).toBe('image');
  });

  test.for([
    ['replaced since', { status: 412, body: error('PreconditionFailed') }],
    ['being replaced', { status: 409, body: error('ConditionalRequestConflict') }],
  ] as const)('that is %s is left', async ([, fault]) => {
    const { server, store, answer } = await withImage();
    answer(fault);
    expect(await store.remove(image, '"of before"')).toBe('conflict');
    expect(server.count('DeleteObject')).toBe(1);
  });

  test.for(['refused', 'invalid'] as const)(
    'is removed whatever it is, where the condition is %s',
    async (conditions) => {
      const { server, store } = await withImage();
      server.behaviour = { ...aws, conditions };
      expect(await store.remove(image, '"of before"')).toBe('removed');
      expect(storedText(server, key)).toBeUndefined();
    },
  );

  test('is not removed any more when the run has ended', async () => {
    const ending = new AbortController();
    const { server, store } = await withImage({}, { signal: ending.signal });
    const reason = new Error('SIGTERM');
    ending.abort(reason);
    await expect(store.remove(image)).rejects.toBe(reason);
    expect(server.count('DeleteObject')).toBe(0);
  });

  test('is gone for readers where versions are kept, and takes up space', async () => {
    const { server, store } = await withImage({ behaviour: { ...aws, versioning: 'Enabled' } });
    expect(await store.remove(image)).toBe('removed');
    expect(await store.stat(image)).toBeUndefined();
    expect((await store.list()).objects).toEqual([]);
    expect(server.noncurrent.get(key)).toMatchObject([{ bytes: Buffer.from('image') }]);
  });
});
