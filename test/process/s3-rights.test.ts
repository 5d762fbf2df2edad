import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { neededFor, type Permission } from '../fakes/s3/policy.ts';
import { type BucketRun, type BucketScene, makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';
import { writeDisk } from './support/disk.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { allows, documentedPolicy, type Statement } from './support/policy.ts';

const bucket = 'images.example.com';
const ofBucket: readonly Permission[] = ['s3:ListBucket', 's3:ListBucketMultipartUploads'];

let cli: string;
let key: string;
let policy: readonly Statement[];
beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
  policy = await documentedPolicy();
});

/** A bucket whose server allows what the documented policy allows, but `without` one of its actions. */
async function restricted(without?: Permission): Promise<BucketScene> {
  const scene = await makeBucketScene(cli, { bucket });
  const { server } = scene;
  const isAllowed = (action: Permission, key: string) => {
    const resource = ofBucket.includes(action) ? bucket : `${bucket}/${key}`;
    return action !== without && allows(policy, action, `arn:aws:s3:::${resource}`);
  };
  if (!isAllowed('s3:ListBucket', '')) server.denied.add('s3:ListBucket');
  server.faults = ({ operation, key }) => {
    const action = neededFor(operation);
    return action === undefined || isAllowed(action, key)
      ? undefined
      : { status: 403, body: denied };
  };
  return scene;
}

const denied = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

function publish(scene: BucketScene, image: BucketRun['image']) {
  return scene.publish({ image, key, root: `s3://${bucket}/lxd` });
}

describe('the policy of docs/iam.md', () => {
  test('names the rights that publishing needs, and no others', () => {
    const actions = policy.flatMap(({ Action }) => Action).toSorted();
    const needed = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListBucket', 's3:PutObject'];
    expect(actions).toEqual(needed);
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
