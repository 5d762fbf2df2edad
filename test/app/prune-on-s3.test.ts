import { setMaxListeners } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { s3Store } from '../../src/adapters/s3/store.ts';
import { prune } from '../../src/app/prune.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient, readWhole } from '../fakes/reader.ts';
import { aws } from '../fakes/s3/behaviour.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { neededFor, type Permission } from '../fakes/s3/policy.ts';
import { type S3Server, startS3Server } from '../fakes/s3/server.ts';
import { portsOn, publishBuild } from '../fakes/scene.ts';
import { signing } from './publishers.ts';

const hour = 60 * 60 * 1000;

interface Scene {
  readonly server: S3Server;
  readonly store: Store;
  /** Hours by which the server's clock is ahead. */
  ahead: number;
}

async function openScene(singleWriter: boolean): Promise<Scene> {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  const { bucket, endpoint } = server;
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const store = await s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter, signal });
  const scene = { server, store, ahead: 0 };
  server.clock = () => new Date(Date.now() + scene.ahead * hour);
  return scene;
}

let runs = 0;
function optionsOf(scene: Scene) {
  runs += 1;
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 100));
  return { signing, run: `run ${runs}`, now: () => scene.server.clock(), sleep };
}

function publishRelease(scene: Scene, release: string, minute: number) {
  const created = new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString();
  const files = containerImage(`${release} ${minute}`, { release, created });
  return publishBuild(scene.store, release, { ...optionsOf(scene), files });
}

function pruneNow(scene: Scene, keep?: number) {
  const retention = keep === undefined ? undefined : { keep, keepFor: undefined, pins: [] };
  const request = { retention, filters: [], consumers: undefined, allow: [], yes: true };
  const ports = portsOn(scene.store, optionsOf(scene));
  return prune({ ...request, grace: 24 * hour, dryRun: false }, ports).then((report) => ({
    report,
    said: ports.said,
  }));
}

/** A root of so many products, of two versions each, of which the older was taken off and noted. */
async function notedRoot(products: number, singleWriter = false): Promise<Scene> {
  const scene = await openScene(singleWriter);
  for (let release = 1; release <= products; release++) {
    for (const minute of [1, 2]) await publishRelease(scene, `${release}`, minute);
  }
  await pruneNow(scene, 1);
  scene.ahead += 49;
  expect((await pruneNow(scene)).report.waiting.length).toBeGreaterThan(2 * products);
  scene.ahead += 25;
  return scene;
}

function keysIn({ server }: Scene): readonly string[] {
  return [...server.objects.keys()].sort();
}

test('a prune beside eight publishers and a reader that began before', async () => {
  const scene = await notedRoot(3);
  const { store, server } = scene;
  const { paths } = await readWhole(store, 'sjson', signing);
  let ended = false;
  async function readAgainAndAgain(): Promise<number> {
    let reads = 0;
    for (; !ended; reads++) await readAsClient(store, reads % 2 ? 'json' : 'sjson', signing);
    return reads;
  }
  /** One who began before, and asks for one object after the other. */
  async function readOn(): Promise<void> {
    for (const path of paths) {
      expect(await store.read(joinPath(path), 2 ** 20), path).toBeDefined();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const reading = readAgainAndAgain();
  const releases = ['5', '6', '7', '8', '9', '10', '11', '12'];
  const [{ report }, published] = await Promise.all([
    pruneNow(scene),
    Promise.all(releases.map((release) => publishRelease(scene, release, 5))),
    readOn(),
  ]);
  ended = true;
  expect(await reading).toBeGreaterThan(0);
  expect(report.reaped.length).toBeGreaterThan(6);
  expect(server.count('DeleteObject')).toBe(report.reaped.length);
  expect(published.every(({ changed }) => changed)).toBe(true);
  const { versions } = await readAsClient(store, 'sjson', signing);
  expect(Object.keys(versions)).toHaveLength(11);
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
  expect(said.join('\n')).toMatch(/uploads were left.*s3:ListBucketMultipartUploads/);
});
