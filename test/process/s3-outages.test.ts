import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../fakes/s3/request.ts';
import type { Fault, Faults } from '../fakes/s3/server.ts';
import { makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';
import { writeDisk } from './support/disk.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';

let cli: string;
let key: string;
beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
});

/** Cuts the connection at the first such request; `lasting`: and at every one after it. */
function cutAt(operation: Operation, end: string, fault: Fault, lasting: boolean): Faults {
  let begun = false;
  return (request) => {
    const first = request.operation === operation && request.key.endsWith(end) && !begun;
    begun ||= first;
    return first || (lasting && begun) ? fault : undefined;
  };
}

interface Outage {
  readonly at: readonly [Operation, string];
  readonly fault: Fault;
  readonly lasting: boolean;
  readonly code: number;
  readonly says: string | RegExp;
}

const outages: Readonly<Record<string, Outage>> = {
  'before the head takes effect, once': {
    at: ['PutObject', '/index.sjson'],
    fault: 'drop',
    lasting: false,
    code: 0,
    says: 'Result',
  },
  'instead of the answer for the head': {
    at: ['PutObject', '/index.sjson'],
    fault: 'drop-after',
    lasting: false,
    code: 0,
    says: 'Result',
  },
  'at the head, and stays gone': {
    at: ['PutObject', '/index.sjson'],
    fault: 'drop-after',
    lasting: true,
    code: 5,
    says: /error: outcome: unknown\. s3:\/\/images\/lxd was asked to make the new head/,
  },
  'at the start, and stays gone': {
    at: ['GetObject', '/index.json'],
    fault: 'drop',
    lasting: true,
    code: 5,
    says: 's3:GetObject of s3://images/lxd/streams/v1/index.json failed (ECONNRESET): the connection to',
  },
  'at an image file, and stays gone': {
    at: ['PutObject', '/rootfs.tar.gz'],
    fault: 'drop',
    lasting: true,
    code: 5,
    says: /s3:PutObject of \S+\/rootfs\.tar\.gz failed|s3:GetObject of \S+\/rootfs\.tar\.gz failed/,
  },
  'at the followers, and stays gone': {
    at: ['PutObject', '/images.sjson'],
    fault: 'truncate',
    lasting: true,
    code: 6,
    says: 'committed, followers behind',
  },
};

describe('when the connection is lost', () => {
  test.for(Object.entries(outages))('%s', async ([, { at, fault, lasting, code, says }]) => {
    const scene = await makeBucketScene(cli);
    const image = await writeImage(join(scene.folder, 'build'));
    scene.server.faults = cutAt(...at, fault, lasting);
    const run = await scene.publish({ image, key });
    expect.soft(run.stderr).toMatch(says);
    expect.soft(run.stderr).not.toMatch(/^ +at .+:\d+:\d+\)?$/m);
    expect.soft(run.seconds).toBeLessThan(15);
    expect(run.code).toBe(code);

    scene.server.faults = undefined;
    const next = await scene.publish({ image, key });
    expect(next).toMatchObject({ code: 0, report: { generation: 1, followers: 'current' } });
  });

  test('in the middle of an upload in parts, no upload is left', async () => {
    const scene = await makeBucketScene(cli);
    const image = await writeDisk(join(scene.folder, 'build'), 40 << 20);
    let failed = 0;
    // The third part never arrives, however often it is sent.
    scene.server.faults = ({ operation, query }) =>
      operation === 'UploadPart' && query.get('partNumber') === '3' && ++failed
        ? 'drop'
        : undefined;
    const run = await scene.publish({ image, key });
    expect(run.code).toBe(5);
    expect(failed).toBeGreaterThan(1);
    expect(run.stderr).toMatch(/error: s3:PutObject of s3:\/\/images\/lxd\/\S+\.qcow2 failed \(/);
    expect([...scene.server.uploads.keys()]).toEqual([]);
    expect(scene.listed()).toEqual([]);
  });
});

test('a file that changes between hash and upload is refused, and nothing is listed or left', async () => {
  const scene = await makeBucketScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), 160 << 20);
  let rewritten: Promise<unknown> | undefined;
  scene.server.faults = async ({ operation }) => {
    if (operation !== 'UploadPart') return undefined;
    rewritten ??= writeDisk(join(scene.folder, 'build'), 160 << 20, { content: 'other' });
    await rewritten;
    return undefined;
  };
  const run = await scene.publish({ image, key });
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/error: \S+\/disk\.qcow2 changed during the run/);
  expect(run.report).toMatchObject({ error: { code: 'FILE_CHANGED' } });
  expect([...scene.server.uploads.keys()]).toEqual([]);
  expect(scene.listed()).toEqual([]);
});
