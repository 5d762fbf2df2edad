import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { ended } from '../process/support/command.ts';
import { privateKey } from '../process/support/keys.ts';
import { makeAuthority } from './support/authority.ts';
import { serveBucket } from './support/bucket-front.ts';
import { type CephBucket, ceph } from './support/ceph.ts';
import type { FileServer } from './support/https-server.ts';
import { builderTools, buildImage } from './support/image-builder.ts';
import { makeReader } from './support/reader.ts';
import { have, need } from './support/tools.ts';

const releases = ['1', '2'];

describe.runIf(ceph)('given S3_ENDPOINT, by .ci/s3/radosgw.sh', () => {
  let folder: string;
  let server: FileServer;
  let authority: string;
  let codes: readonly (number | undefined)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simplestreams-matrix-'));
    if (ceph === undefined || !have('openssl', ...builderTools)) return;
    const prefix = randomUUID();
    codes = await publishMatrix(ceph, prefix, folder);
    const made = await makeAuthority(folder);
    authority = made.authority;
    server = await serveBucket(ceph, prefix, made);
  });

  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.for(['lxc', 'incus'] as const)(
    '%s sees a container and a virtual machine that different jobs built as one version',
    async (client, context) => {
      need(context, client, 'openssl', ...builderTools);
      expect(codes).toEqual([0, 0, 0, 0, 0]);
      const own = await mkdtemp(join(folder, `${client}-`));
      const reader = await makeReader({ client, folder: own, url: server.url, authority });
      const images = await reader.images();
      const seen = images.map(({ type, properties }) => `${properties.release} ${type}`);
      expect(seen.toSorted()).toEqual(
        releases.flatMap((release) => [`${release} container`, `${release} virtual-machine`]),
      );
      await reader.export('matrix/1', join(own, 'container'));
      await reader.export('matrix/2', join(own, 'machine'), '--vm');
    },
  );
});

/** Four jobs at once, one for each release and kind, and one that commits; their exit codes. */
async function publishMatrix(
  { bucket, endpoint, variables }: CephBucket,
  prefix: string,
  folder: string,
): Promise<readonly (number | undefined)[]> {
  const cli = await bundleCli();
  const env = { ...variables, SIMPLESTREAMS_SIGNING_KEY: await privateKey(), HOME: folder };
  const root = ['--root', `s3://${bucket}/${prefix}`, '--endpoint', endpoint];
  const shared = [...root, '--for', 'lxd', '--for', 'incus', '--run-id', '4711'];
  const job = (...args: readonly string[]) =>
    ended(process.execPath, [cli, ...args, ...shared], { env });
  const created = new Date('2026-11-20T08:00:00Z');
  const jobs = await Promise.all(
    releases.map(async (release) => {
      const image = await buildImage({
        folder: join(folder, release),
        os: 'matrix',
        release,
        created,
      });
      return [
        [
          '--stage-name',
          `container-${release}`,
          '--files',
          image.metadata,
          '--files',
          image.squashfs,
        ],
        ['--stage-name', `machine-${release}`, '--files', image.metadata, '--files', image.disk],
      ];
    }),
  );
  const staged = await Promise.all(jobs.flat().map((args) => job('stage', ...args)));
  const expected = releases.flatMap((release) =>
    ['container', 'machine'].flatMap((kind) => ['--expect', `${kind}-${release}`]),
  );
  return [...staged, await job('commit', ...expected)].map(({ code }) => code);
}
