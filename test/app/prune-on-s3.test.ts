import { setMaxListeners } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { s3Store } from '../../src/adapters/s3/store.ts';
import { aws } from '../fakes/s3/behaviour.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { neededFor, type Permission } from '../fakes/s3/policy.ts';
import { type S3Server, startS3Server } from '../fakes/s3/server.ts';
import { hour, noteOldVersions, type PruneScene, pruneInACrowd, pruneNow } from './prune-scene.ts';

interface BucketScene extends PruneScene {
  readonly server: S3Server;
}

async function openScene(singleWriter: boolean): Promise<BucketScene> {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  const { bucket, endpoint } = server;
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const store = await s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter, signal });
  let ahead = 0;
  server.clock = () => new Date(Date.now() + ahead);
  const pass = async (hours: number) => {
    ahead += hours * hour;
  };
  return { server, store, now: () => server.clock(), pass };
}

async function notedRoot(products: number, singleWriter = false): Promise<BucketScene> {
  const scene = await openScene(singleWriter);
  await noteOldVersions(scene, products);
  return scene;
}

function keysIn({ server }: BucketScene): readonly string[] {
  return [...server.objects.keys()].sort();
}

test('a prune beside eight publishers and a reader that began before', async () => {
  const scene = await notedRoot(3);
  const { server } = scene;
  const { report } = await pruneInACrowd(scene);
  expect(server.count('DeleteObject')).toBe(report.reaped.length);
}, 60_000);

test('uploads that nobody finished are ended after a week, and those at work are not', async () => {
  const scene = await notedRoot(1);
  const { server } = scene;
  const path = `lxd/alpine/1/amd64/default/20261120_1201/${'0'.repeat(32)}/rootfs.squashfs`;
  const begin = (id: string, key: string, days: number) => {
    const initiated = new Date(server.clock().getTime() - days * 24 * hour);
    const parts = new Map();
    server.uploads.set(id, { key, headers: {}, parts, initiated, algorithm: undefined });
  };
  begin('old', path, 8);
  begin('young', path, 6);
  begin('foreign', 'lxd/holiday.mov', 100);
  begin('neighbour', path.replace('lxd/', 'lxd2/'), 100);
  const { report } = await pruneNow(scene);
  expect(report.uploads.map(({ url }) => url)).toEqual([`s3://${server.bucket}/${path}`]);
  expect([...server.uploads.keys()].sort()).toEqual(['foreign', 'neighbour', 'young']);
});

test('a bucket that keeps versions keeps the bytes, and that is said', async () => {
  const scene = await notedRoot(1, true);
  scene.server.behaviour = { ...aws, versioning: 'Enabled' };
  const { report, said } = await pruneNow(scene);
  expect(report.reaped.length).toBeGreaterThan(2);
  expect(said.join('\n')).toMatch(/the bytes of what was reaped stay, and are paid for, until/);
});

test.each<[Permission, RegExp]>([
  ['s3:ListBucket', /s3:ListBucket/],
  ['s3:DeleteObject', /s3:DeleteObject/],
])('without %s nothing is removed, and the right is named', async (permission, words) => {
  const scene = await notedRoot(1);
  const before = keysIn(scene);
  scene.server.faults = ({ operation }) =>
    neededFor(operation) === permission
      ? { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
      : undefined;
  await expect(pruneNow(scene)).rejects.toMatchObject({
    code: 'STORE_DENIED',
    message: expect.stringMatching(words),
  });
  expect(keysIn(scene).filter((key) => !before.includes(key))).toEqual([]);
  expect(before.filter((key) => !keysIn(scene).includes(key))).toEqual([]);
});

test('without the right to list uploads they stay, and the right is named', async () => {
  const scene = await notedRoot(1);
  scene.server.faults = ({ operation }) =>
    operation === 'ListMultipartUploads'
      ? { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
      : undefined;
  const { report, said } = await pruneNow(scene);
  expect(report.reaped.length).toBeGreaterThan(2);
  expect(said.join('\n')).toMatch(
    /uploads, or some of them, were left.*s3:ListBucketMultipartUploads/,
  );
});
