import { expect, onTestFinished, test } from 'vitest';
import { s3Store } from '../../src/adapters/s3/store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { readAsClient } from '../fakes/reader.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { startS3Server } from '../fakes/s3/server.ts';
import { publishBuild } from '../fakes/scene.ts';

const signing = hmacSigning('publisher');
const stall = 20_000;

test.each([
  ['the head', /index\.sjson$/],
  ['a document', /images\.[0-9a-f]{32}\.json$/],
  ['an image', /rootfs/],
])('a server that stalls for 20 s at the PUT of %s is waited for', async (_, what) => {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  const { bucket, endpoint } = server;
  const { signal } = new AbortController();
  const store = await s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter: false, signal });
  server.faults = async ({ operation, key }) => {
    if (operation !== 'PutObject' || !what.test(key)) return undefined;
    server.faults = undefined;
    await new Promise((resolve) => setTimeout(resolve, stall));
    return undefined;
  };
  const begun = performance.now();
  const report = await publishBuild(store, '1', { signing, now: () => new Date() });
  expect(report).toMatchObject({ changed: true, generation: 1 });
  expect(performance.now() - begun).toBeGreaterThan(stall - 100);
  expect((await readAsClient(store, 'sjson', signing)).generation).toBe(1);
});
