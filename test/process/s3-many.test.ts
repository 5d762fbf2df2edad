import { expect, test } from 'vitest';
import { canonicalProducts, indexOf } from '../fakes/foreign-roots.ts';
import { makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';

test('reads a bucket of many documents without a word of Node about listeners', async () => {
  const scene = await makeBucketScene(await bundleCli());
  const { server } = scene;
  const put = (key: string, document: unknown) =>
    server.objects.set(key, {
      bytes: new TextEncoder().encode(JSON.stringify(document)),
      etag: `"${key}"`,
      modified: new Date(),
      headers: {},
    });
  const { index, ...rest } = indexOf(canonicalProducts, 'streams/v1/0.json');
  const [entry] = Object.values(index);
  const entries = Array.from({ length: 30 }, (_, n) => {
    const path = `streams/v1/${n}.json`;
    put(`lxd/${path}`, { ...canonicalProducts, content_id: `images-${n}` });
    return [`images-${n}`, { ...entry, path }] as const;
  });
  put('lxd/streams/v1/index.json', { ...rest, index: Object.fromEntries(entries) });
  const { code, stderr } = await scene.publish({ command: 'list' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Listeners') });
});
