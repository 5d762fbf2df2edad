import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { writeImage } from '../process/support/image.ts';
import { privateKey } from '../process/support/keys.ts';
import { started } from '../process/support/running.ts';
// Nothing in it is Ceph's but the version: it is the bucket of any server that S3_ENDPOINT names.
import { ceph as server } from './support/ceph.ts';

const name = process.env.S3_SERVER ?? (server ? `Ceph ${server.major}` : 'an S3 server');
/** What a store without compare-and-swap is refused for. */
const refusals: Readonly<Record<string, RegExp>> = {
  Swift:
    /metadata\.tar\.gz: the condition was refused, so this store cannot keep two publishers apart/,
  s3rver:
    /an object that is there was replaced in spite of If-None-Match: \*, so this store cannot/,
};
const refusal = refusals[name];

let cli: string;
let key: string;
beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
});

/** A prefix of its own in a bucket, and runs of the CLI into it. */
async function scene(named?: string) {
  if (server === undefined) throw new Error('there is no server');
  const { client, endpoint, variables } = server;
  const bucket = named ?? server.bucket;
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-guarantees-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const prefix = randomUUID();

  /** Publishes the one image of `os`. */
  async function publish(os: string, ...more: readonly string[]) {
    const { metadata, root } = await writeImage(join(folder, os), { os, content: os });
    const report = join(folder, `${os}.json`);
    const args = [
      ...[cli, 'publish', '--root', `s3://${bucket}/${prefix}`, '--endpoint', endpoint],
      ...['--for', 'lxd', '--files', metadata, '--files', root, '--report', report, ...more],
    ];
    const env = { ...variables, HOME: folder, SIMPLESTREAMS_SIGNING_KEY: key };
    const run = await started(process.execPath, args, { cwd: folder, env }).finished;
    return { ...run, report: JSON.parse(await readFile(report, 'utf8')) };
  }

  /** The operating systems that `index.json` names; `undefined` where nothing is listed. */
  async function listed(): Promise<readonly string[] | undefined> {
    const { Contents = [] } = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }),
    );
    const indexes = Contents.flatMap(({ Key = '' }) => (/\/index\.s?json$/.test(Key) ? [Key] : []));
    if (indexes.length === 0) return undefined;
    const index = new GetObjectCommand({ Bucket: bucket, Key: `${prefix}/streams/v1/index.json` });
    const { Body } = await client.send(index);
    const text = (await Body?.transformToString()) ?? '';
    const names = text.match(/"\w+:3\.20:amd64:default"/g) ?? [];
    return [...new Set(names.map((product) => product.slice(1).split(':')[0] ?? ''))].toSorted();
  }

  return { publish, listed };
}

type Scene = Awaited<ReturnType<typeof scene>>;

async function expectRefused({ publish, listed }: Scene, why: RegExp): Promise<void> {
  const { code, stderr, report } = await publish('alpine');
  expect(stderr).toMatch(why);
  expect(stderr).toContain('Set `single-writer: true` if never more than one publisher writes');
  expect(code).toBe(5);
  expect(report).toMatchObject({ error: { code: 'STORE_NO_COMPARE_AND_SWAP' } });
  expect(await listed()).toBeUndefined();
}

async function expectServesOne({ publish, listed }: Scene): Promise<void> {
  for (const [at, os] of ['alpine', 'debian'].entries()) {
    const { code, stderr, report } = await publish(os, '--single-writer');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(report).toMatchObject({ changed: true, generation: at + 1, store: 'single-writer' });
  }
  expect(await listed()).toEqual(['alpine', 'debian']);
}

describe.runIf(server)(`given S3_ENDPOINT: ${name}`, () => {
  if (refusal === undefined) describeComparing();
  else describePoor(refusal);
});

function describeComparing(): void {
  test('it compares and swaps, and lists what two publishers at once publish', async () => {
    const { publish, listed } = await scene();
    const first = await publish('alpine');
    expect(first).toMatchObject({ code: 0, report: { store: 'compare-and-swap', generation: 1 } });
    const both = await Promise.all([publish('debian'), publish('fedora')]);
    for (const { code, report } of both) {
      expect(code).toBe(0);
      expect(report).toMatchObject({ changed: true, store: 'compare-and-swap' });
    }
    expect(both.map(({ report }) => report.generation).toSorted()).toEqual([2, 3]);
    expect(await listed()).toEqual(['alpine', 'debian', 'fedora']);
  });

  test('it is refused where the bucket keeps versions, and nothing is listed', async () => {
    const versioned = await scene(await versionedBucket());
    await expectRefused(versioned, /keeps versions \(versioning: Enabled\), and off AWS/);
  });

  test('it serves a single writer where the bucket keeps versions', async () => {
    await expectServesOne(await scene(await versionedBucket()));
  });
}

function describePoor(why: RegExp): void {
  test('it is refused, and nothing is listed', async () => {
    await expectRefused(await scene(), why);
  });

  test('it serves a single writer', async () => {
    await expectServesOne(await scene());
  });
}

async function versionedBucket(): Promise<string> {
  if (server === undefined) throw new Error('there is no server');
  const Bucket = `versions-${randomUUID()}`;
  await server.client.send(new CreateBucketCommand({ Bucket }));
  await server.client.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
  return Bucket;
}
