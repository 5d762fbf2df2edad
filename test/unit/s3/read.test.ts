import { getEventListeners, setMaxListeners } from 'node:events';
import { expect, test } from 'vitest';
import { bytes, head, limit, mutable } from '../../contract/store-fixture.ts';
import { openScene } from './scene.ts';

test('tells the age of an object by the clock of the server', async () => {
  const { server, store } = await openScene();
  server.clock = () => new Date('2026-11-20T15:04:05Z');
  // More than 15 minutes from this machine's clock: the first request teaches the store the difference.
  await store.read(head, limit);
  await store.replace(head, bytes('one'), undefined, mutable);
  server.clock = () => new Date('2026-11-20T15:14:05Z');
  const times = {
    modified: new Date('2026-11-20T15:04:05Z'),
    now: new Date('2026-11-20T15:14:05Z'),
  };
  expect(await store.read(head, limit)).toMatchObject(times);
  expect(await store.stat(head)).toMatchObject(times);
});

test('a 403 is never taken for "absent"', async () => {
  const { server, store } = await openScene();
  server.denied.add('s3:ListBucket');
  for (const look of [() => store.read(head, limit), () => store.stat(head)]) {
    await expect(look()).rejects.toMatchObject({
      code: 'STORE_DENIED',
      message: expect.stringMatching(
        /s3:GetObject of s3:\/\/images\/lxd.*403.*s3:ListBucket on arn/,
      ),
    });
  }
});

test('a bucket that is not there is not an empty one', async () => {
  const { open } = await openScene();
  const store = await open({ bucket: 'other' });
  await expect(store.read(head, limit)).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringContaining('there is no bucket other'),
  });
});

test('a web server\'s own 404 is not taken for "absent"', async () => {
  const { server, store } = await openScene();
  const headers = { 'content-type': 'text/html' };
  server.faults = () => ({ status: 404, headers, body: '<html><body>Not Found</body></html>' });
  await expect(store.read(head, limit)).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringContaining('does not answer as S3 does'),
  });
});

test('a page with status 200 is no object', async () => {
  const { server, store } = await openScene();
  server.faults = () => ({ status: 200, headers: {}, body: '<html>welcome</html>' });
  for (const look of [() => store.read(head, limit), () => store.stat(head)]) {
    await expect(look()).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining("not S3's"),
    });
  }
});

test('asks again when an answer breaks off', async () => {
  const { server, store } = await openScene();
  await store.replace(head, bytes('one and two'), undefined, mutable);
  let left = 2;
  server.faults = () => (left-- > 0 ? 'truncate' : undefined);
  const found = await store.read(head, limit);
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe('one and two');
  expect(server.count('GetObject')).toBe(3);
});

test('gives up on an answer that breaks off every time', async () => {
  const { server, store } = await openScene();
  await store.replace(head, bytes('one and two'), undefined, mutable);
  server.faults = () => 'truncate';
  await expect(store.read(head, limit)).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringContaining('the answer broke off after'),
  });
  expect(server.count('GetObject')).toBe(3);
});

test('an object over the limit is refused without being fetched whole', async () => {
  const { server, store } = await openScene();
  await store.replace(head, new Uint8Array(8 << 20), undefined, mutable);
  await expect(store.read(head, limit)).rejects.toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
  expect(server.count('GetObject')).toBe(1);
});

test('an ended run stops reading with its own reason', async () => {
  const { server, open } = await openScene();
  const end = new AbortController();
  const store = await open({ signal: end.signal });
  server.faults = () => {
    end.abort(new Error('ended'));
    return new Promise(() => undefined);
  };
  await expect(store.read(head, limit)).rejects.toThrow('ended');
});

test('a request that is over listens no more for the end of the run', async () => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const { server, store } = await openScene({}, { signal });
  await store.replace(head, bytes('one'), undefined, mutable);
  let most = 0;
  server.faults = () => {
    most = Math.max(most, getEventListeners(signal, 'abort').length);
    return undefined;
  };
  const asked = Array.from({ length: 12 }, (_, n) =>
    n % 2 ? store.stat(head) : store.read(head, limit),
  );
  await Promise.all(asked);
  expect(most).toBeGreaterThan(0);
  await expect.poll(() => getEventListeners(signal, 'abort').length).toBe(0);
});
