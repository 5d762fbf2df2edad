import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateSigningKey } from '../../src/adapters/openpgp/keygen.ts';
import { joinPath } from '../../src/core/path.ts';
import { noteOldVersions, pruneInACrowd, pruneNow } from '../app/prune-scene.ts';
import { s3Made } from '../contract/s3-fixture.ts';
import { bytes, immutable, madeFor } from '../contract/store-fixture.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { passingTime } from '../fakes/passing-time.ts';
import { readWhole } from '../fakes/reader.ts';
import { bundleCli } from '../process/support/bundle.ts';
import { candidate, makePromotionScene, stable, toStable } from '../process/support/promotion.ts';
import { passphrase } from '../process/support/scene.ts';
import { type CephBucket, ceph } from './support/ceph.ts';

type Pair = Awaited<ReturnType<typeof generateSigningKey>>;

let cli: string;
let first: Pair;
let second: Pair;
beforeAll(async () => {
  cli = await bundleCli();
  const made = (userId: string) => generateSigningKey({ userId, passphrase, now: new Date() });
  first = await made('First <images@example.com>');
  second = await made('Second <images@example.com>');
});

function server(): CephBucket {
  if (ceph === undefined) throw new Error('there is no server');
  return ceph;
}

/** A prefix of its own in the bucket. */
async function rootOnCeph() {
  const { bucket, endpoint } = server();
  const prefix = randomUUID();
  const { store, leaveUpload } = await madeFor(() => s3Made({ bucket, endpoint, prefix }));
  return { prefix, url: `s3://${bucket}/${prefix}`, store, leaveUpload };
}

/** A root for MAAS with three versions, and the CLI with the first key and with rights to the server. */
async function rootOfThree() {
  const { endpoint, variables } = server();
  const scene = await makePromotionScene(cli, first.privateKey, {
    endpoint,
    region: variables.AWS_REGION ?? '',
    credentials: {
      accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: variables.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
  const root = await rootOnCeph();
  for (const serial of ['20261118', '20261119', '20261120']) {
    await scene.publishMaas(root.url, serial);
  }
  const run = (args: readonly string[], key = first) =>
    scene.run([...args, '--endpoint', endpoint], {
      ...scene.keys,
      SIMPLESTREAMS_SIGNING_KEY: key.privateKey,
    });
  /** What must go well, on the root; resolves to its JSON. */
  async function told(command: string, ...args: readonly string[]) {
    const { code, stdout, stderr } = await run([command, '--root', root.url, '--json', ...args]);
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout);
  }
  return { scene, root, run, told };
}

describe.runIf(ceph)(`given S3_ENDPOINT, by .ci/s3/radosgw.sh, on Ceph ${ceph?.major}`, () => {
  test('a prune beside eight publishers and a reader that began before', async () => {
    const { store, leaveUpload } = await rootOnCeph();
    const scene = passingTime(store);
    await noteOldVersions(scene, 2);
    const before = await store.list();
    // at work: bytes that are still sent, and some that are stored and not named yet
    const folder = 'alpine/13/amd64/default/20261120_1205';
    const upload = joinPath(`${folder}/${'0'.repeat(32)}/rootfs.squashfs`);
    await leaveUpload?.(upload);
    const staged = joinPath(`${folder}/${'1'.repeat(32)}/lxd.tar.xz`);
    await store.create(staged, bytesSource(bytes('staged')), immutable);

    const { report } = await pruneInACrowd(scene);
    const left = new Set((await store.list()).objects.map(({ path }) => path));
    const gone = before.objects.map(({ path }) => path).filter((path) => !left.has(path));
    expect(gone).toEqual(report.reaped.map(({ path }) => path).sort());
    expect(left).toContain(staged);
    expect((await store.unfinished()).map(({ path }) => path)).toEqual([upload]);
    expect((await pruneNow(scene)).report).toMatchObject({ reaped: [], uploads: [] });
  });

  test('a root is listed, taken back from, pruned, promoted by a plan and rolled forward', async () => {
    const { scene, root, run, told } = await rootOfThree();
    expect(await told('list')).toMatchObject({
      signature: { verified: true },
      listed: { products: 1, versions: 3 },
      stored: { known: true, reapable: { files: 0 }, foreign: { files: 0 } },
    });
    expect(await told('unlist', '--product', candidate, '--serial', '20261120')).toMatchObject({
      changed: true,
      products: [{ product: candidate, newest: '20261119' }],
    });
    const before = Object.keys(await server().list(root.prefix));
    expect(await told('prune')).toMatchObject({ reaped: [], waiting: [], foreign: { files: 0 } });
    expect(Object.keys(await server().list(root.prefix))).toEqual(before);

    const target = await rootOnCeph();
    const both = ['promote', '--from', root.url, '--root', target.url];
    const plan = join(scene.folder, 'plan.json');
    expect(await run([...both, ...toStable, '--plan', plan])).toMatchObject({ code: 0 });
    expect(await server().list(target.prefix)).toEqual({});
    const applied = await run([...both, '--apply', plan]);
    expect(applied.stdout).toMatch(/^ {2}root-tgz +copied /m);
    expect(await run([...both, '--apply', plan])).toMatchObject({ code: 3 });
    const { documents } = await readWhole(target.store, 'json');
    const products = Object.values(documents).flatMap(({ document }) =>
      Object.keys(document.products),
    );
    expect(products).toEqual([stable]);

    const forward = await run(['roll-forward', '--root', root.url, '--serial', '20261118']);
    expect(forward.stdout).toMatch(/^ {2}root-tgz +copied /m);
    expect((await told('list')).listed).toMatchObject({ versions: 3 });
    await readWhole(root.store, 'json');
    expect(await run(['check', root.url, '--for', 'maas'])).toMatchObject({ code: 0 });
  });

  test('another key signs a root in three steps, the last not before its time', async () => {
    const { scene, root, run, told } = await rootOfThree();
    const rotate = (...args: readonly string[]) =>
      run(['rotate-key', '--root', root.url, ...args], second);
    const old = join(scene.folder, 'old.pub.asc');
    await writeFile(old, first.publicKey);

    expect(await rotate()).toMatchObject({ code: 4 });
    const added = await told('rotate-key', '--new-key', second.publicKey);
    expect(added).toMatchObject({ signedBy: first.fingerprint, added: [second.fingerprint] });
    expect(await rotate('--trusted-keys', old)).toMatchObject({ code: 0 });
    expect((await told('list', '--trusted-keys', second.publicKey)).signature).toMatchObject({
      verified: true,
      key: { fingerprint: second.fingerprint },
    });
    expect(await rotate('--drop-key', first.fingerprint)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('can be dropped from'),
    });
    await expect(scene.publishMaas(root.url, '20261121')).rejects.toThrow('cannot be trusted');
  });
});
