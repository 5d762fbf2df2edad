import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { neededFor, type Permission } from '../fakes/s3/policy.ts';
import { type BucketScene, makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';
import { writeDisk } from './support/disk.ts';
import { type ImageFiles, writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { allows, documentedPolicy, type Statement } from './support/policy.ts';

const bucket = 'images.example.com';
const ofBucket: readonly Permission[] = [
  's3:ListBucket',
  's3:ListBucketMultipartUploads',
  's3:GetBucketVersioning',
];

let cli: string;
let key: string;
let publishing: readonly Statement[];
let pruning: readonly Statement[];
let reading: readonly Statement[];
beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
  publishing = await documentedPolicy('The least a publisher needs on AWS');
  pruning = await documentedPolicy('The least that pruning needs on AWS');
  reading = await documentedPolicy('The least that reading needs on AWS');
});

/** Has the server allow what a policy allows, but `without` one of its actions. */
function restrict(
  { server }: BucketScene,
  policy: readonly Statement[],
  without?: Permission,
): void {
  const isAllowed = (action: Permission, key: string) => {
    const resource = ofBucket.includes(action) ? bucket : `${bucket}/${key}`;
    return action !== without && allows(policy, action, `arn:aws:s3:::${resource}`);
  };
  server.denied.clear();
  if (!isAllowed('s3:ListBucket', '')) server.denied.add('s3:ListBucket');
  server.faults = ({ operation, key }) => {
    const action = neededFor(operation);
    return action === undefined || isAllowed(action, key)
      ? undefined
      : { status: 403, body: denied };
  };
}

/** A bucket for publishers, `without` one of their rights. */
async function restricted(without?: Permission): Promise<BucketScene> {
  const scene = await makeBucketScene(cli, { bucket });
  restrict(scene, publishing, without);
  return scene;
}

const denied = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

function publish(scene: BucketScene, image: ImageFiles, ...args: readonly string[]) {
  return scene.publish({ image, key, root: `s3://${bucket}/lxd`, args });
}

function actionsOf(policy: readonly Statement[]): readonly string[] {
  return policy.flatMap(({ Action }) => Action).toSorted();
}

describe('the policy for publishing', () => {
  test('names the rights that publishing needs, and no others', () => {
    const needed = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListBucket', 's3:PutObject'];
    expect(actionsOf(publishing)).toEqual(needed);
  });

  test('lets publishers make a root, add to it, and add nothing', async () => {
    const scene = await restricted();
    const first = await writeImage(join(scene.folder, 'first'));
    const created = '2026-11-21T15:04:00Z';
    const second = await writeDisk(join(scene.folder, 'second'), 40 << 20, { created });
    expect(await publish(scene, first)).toMatchObject({ code: 0, report: { generation: 1 } });
    expect(await publish(scene, second)).toMatchObject({ code: 0, report: { generation: 2 } });
    const again = await publish(scene, second);
    expect(again).toMatchObject({ code: 0, report: { changed: false, warnings: [] } });
    expect(scene.server.count('CompleteMultipartUpload')).toBe(1);
    expect(scene.server.count('ListObjectsV2')).toBe(0);
    expect(scene.server.count('DeleteObject')).toBe(0);
  });

  test('lets publishers unlist old versions, and remove nothing', async () => {
    const scene = await restricted();
    for (const day of ['19', '20', '21']) {
      const created = `2026-11-${day}T15:04:00Z`;
      const image = await writeDisk(join(scene.folder, day), 1 << 20, { created });
      expect(await publish(scene, image, '--keep', '1', '--yes')).toMatchObject({ code: 0 });
    }
    const disks = [...scene.server.objects.keys()].filter((key) => key.endsWith('.qcow2'));
    expect(disks).toHaveLength(3);
  });

  test('does not let them write elsewhere in the bucket', async () => {
    const scene = await restricted();
    const image = await writeImage(join(scene.folder, 'build'));
    const run = await scene.publish({ image, key, root: `s3://${bucket}/other` });
    expect(run).toMatchObject({ code: 5 });
    expect(run.stderr).toContain(`arn:aws:s3:::${bucket}/other/streams/v1/index.json`);
  });

  test.for(['s3:GetObject', 's3:PutObject', 's3:ListBucket'] as const)(
    'needs %s: without it nothing is published, and the message names it',
    async (action) => {
      const scene = await restricted(action);
      const image = await writeImage(join(scene.folder, 'build'));
      const run = await publish(scene, image);
      expect(run.code).toBe(5);
      expect(run.report).toMatchObject({ error: { code: 'STORE_DENIED' } });
      expect(run.stderr).toMatch(new RegExp(`^error: .*allow .*${action} on arn:aws:s3:::`, 'm'));
      expect(scene.listed()).toEqual([]);
    },
  );

  test('needs s3:AbortMultipartUpload: without it what a failed upload leaves is named', async () => {
    const scene = await restricted('s3:AbortMultipartUpload');
    const rights = scene.server.faults;
    scene.server.faults = (request) =>
      request.query.get('partNumber') === '2' ? 'drop' : rights?.(request);
    const image = await writeDisk(join(scene.folder, 'build'), 40 << 20);
    const run = await publish(scene, image);
    expect(run.code).toBe(5);
    expect(run.stderr).toMatch(
      /^error: .*the unfinished multipart upload of s3:\/\/\S+\/disk\.qcow2 could not be aborted \(403 AccessDenied; it needs s3:AbortMultipartUpload\)/m,
    );
    expect(scene.listed()).toEqual([]);
  });
});

describe('the policy for pruning', () => {
  const day = 24 * 60 * 60 * 1000;

  /** A root in which a visit of two days ago has noted files, and an upload that nobody finished. */
  async function dueScene(): Promise<BucketScene> {
    const scene = await makeBucketScene(cli, { bucket });
    const { server } = scene;
    let ahead = 0;
    server.clock = () => new Date(Date.now() + ahead);
    const about = { initiated: new Date(), headers: {}, algorithm: undefined };
    for (const name of ['first', 'second']) {
      const created = name === 'first' ? '2026-11-19T15:04:00Z' : '2026-11-20T15:04:00Z';
      const image = await writeDisk(join(scene.folder, name), 1 << 20, { created });
      expect(await scene.publish({ image, root: `s3://${bucket}/lxd` })).toMatchObject({ code: 0 });
    }
    ahead = 8 * day;
    expect(await prune(scene)).toMatchObject({ code: 0, report: { reaped: [] } });
    ahead = 10 * day;
    server.log.length = 0;
    server.uploads.set('left', { ...about, key: uploaded, parts: new Map() });
    return scene;
  }

  const uploaded = `lxd/alpine/3.22/amd64/20261120_1504/${'0'.repeat(32)}/disk.qcow2`;

  function prune(scene: BucketScene) {
    return scene.start({ command: 'prune', root: `s3://${bucket}/lxd` }).finished;
  }

  test('names the rights that pruning needs, and no others', () => {
    expect(actionsOf(pruning)).toEqual([
      's3:AbortMultipartUpload',
      's3:DeleteObject',
      's3:GetBucketVersioning',
      's3:GetObject',
      's3:ListBucket',
      's3:ListBucketMultipartUploads',
      's3:PutObject',
    ]);
  });

  test('lets a visit remove what is due, and end what nobody finished', async () => {
    const scene = await dueScene();
    restrict(scene, pruning);
    const run = await prune(scene);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).not.toContain('warning');
    expect(scene.server.count('DeleteObject')).toBeGreaterThan(0);
    expect(scene.server.uploads.size).toBe(0);
    expect(await prune(scene)).toMatchObject({ code: 0, report: { reaped: [], waiting: [] } });
  });

  test.for(['s3:ListBucket', 's3:DeleteObject'] as const)(
    'needs %s: without it nothing is removed, and the message names it',
    async (action) => {
      const scene = await dueScene();
      const before = scene.server.objects.size;
      restrict(scene, pruning, action);
      const run = await prune(scene);
      expect(run.code).toBe(5);
      expect(run.report).toMatchObject({ error: { code: 'STORE_DENIED' } });
      expect(run.stderr).toMatch(new RegExp(`^error: .*allow .*${action} on arn:aws:s3:::`, 'm'));
      expect(scene.server.objects.size).toBe(before);
    },
  );

  test.for(['s3:ListBucketMultipartUploads', 's3:AbortMultipartUpload'] as const)(
    'without %s a warning names it, and files are removed all the same',
    async (action) => {
      const scene = await dueScene();
      restrict(scene, pruning, action);
      const run = await prune(scene);
      expect(run.code).toBe(0);
      expect(run.stderr).toMatch(new RegExp(`warning: .*allow ${action} on arn:aws:s3:::`));
      expect(scene.server.count('DeleteObject')).toBeGreaterThan(0);
      expect(scene.server.uploads.size).toBe(1);
    },
  );

  test('without s3:GetBucketVersioning all is done', async () => {
    const scene = await dueScene();
    restrict(scene, pruning, 's3:GetBucketVersioning');
    expect(await prune(scene)).toMatchObject({ code: 0 });
    expect(scene.server.count('DeleteObject')).toBeGreaterThan(0);
  });
});

describe('the policy for reading', () => {
  test('lets readers list and check a root, and write nothing', async () => {
    const scene = await restricted();
    const image = await writeImage(join(scene.folder, 'build'));
    const root = `s3://${bucket}/lxd`;
    expect(await scene.publish({ image, root })).toMatchObject({ code: 0 });
    expect(actionsOf(reading)).toEqual(['s3:GetObject', 's3:ListBucket']);
    restrict(scene, reading);
    const listing = scene.start({ command: 'list', root });
    expect(await listing.finished).toMatchObject({ code: 0 });
    const checking = scene.start({ command: 'check', root, args: ['--for', 'lxd'] });
    expect(await checking.finished).toMatchObject({ code: 0 });
    const run = await scene.publish({ image: await writeImage(join(scene.folder, 'x')), root });
    expect(run.report).toMatchObject({ changed: false });
    const disk = await writeDisk(join(scene.folder, 'disk'), 1 << 20);
    expect(await scene.publish({ image: disk, root })).toMatchObject({ code: 5 });
  });
});

test('with s3:ListBucketMultipartUploads a run names what another has left behind', async () => {
  const scene = await makeBucketScene(cli);
  const headers = {};
  const left = { key: 'lxd/disk', initiated: new Date(), headers, algorithm: undefined };
  scene.server.uploads.set('left', { ...left, parts: new Map() });
  const image = await writeImage(join(scene.folder, 'build'));
  const run = await scene.publish({ image });
  expect(run.report.warnings).toEqual([
    expect.stringContaining('an upload of s3://images/lxd/disk'),
  ]);
});
