import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { output } from '../process/support/command.ts';
import { privateKey } from '../process/support/keys.ts';
import { makeAuthority } from './support/authority.ts';
import { serveBucket } from './support/bucket-front.ts';
import { type CephBucket, ceph } from './support/ceph.ts';
import type { FileServer } from './support/https-server.ts';
import { type BuiltImage, builderTools, buildImage } from './support/image-builder.ts';
import { makeReader } from './support/reader.ts';
import { have, need } from './support/tools.ts';

describe.runIf(ceph)('given S3_ENDPOINT, by .ci/s3/radosgw.sh', () => {
  let folder: string;
  let image: BuiltImage;
  let server: FileServer;
  let authority: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simplestreams-readers-'));
    if (ceph === undefined || !have('openssl', ...builderTools)) return;
    const prefix = randomUUID();
    image = await largeImage(join(folder, 'build'));
    await publish(ceph, prefix, folder, [image.metadata, image.squashfs, image.disk]);
    const made = await makeAuthority(folder);
    authority = made.authority;
    server = await serveBucket(ceph, prefix, made);
  });

  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.for(['lxc', 'incus'] as const)(
    `%s lists and exports what lies on Ceph ${ceph?.major}, uploaded in parts`,
    async (client, context) => {
      need(context, client, 'openssl', ...builderTools);
      const own = await mkdtemp(join(folder, `${client}-`));
      const reader = await makeReader({ client, folder: own, url: server.url, authority });
      const container = await fingerprint(image.metadata, image.squashfs);
      const machine = await fingerprint(image.metadata, image.disk);
      const listed = (await reader.images()).map(
        ({ fingerprint: name, type }) => `${type} ${name}`,
      );
      expect(listed.toSorted()).toEqual([`container ${container}`, `virtual-machine ${machine}`]);
      const target = join(own, 'image');
      await reader.export('large/1', target);
      expect(await fingerprint(target, `${target}.root`)).toBe(container);
      await reader.export('large/1', join(own, 'machine'), '--vm');
      expect(await fingerprint(join(own, 'machine'), join(own, 'machine.root'))).toBe(machine);
    },
  );
});

/** A squashfs and a disk over 16 MiB, which are sent in parts. */
async function largeImage(folder: string): Promise<BuiltImage> {
  const created = new Date('2026-11-20T08:00:00Z');
  const image = await buildImage({ folder, os: 'large', release: '1', created });
  await writeFile(join(folder, 'root/noise'), randomBytes(24 << 20));
  const flags = ['-all-root', '-noappend', '-no-progress'];
  await output('mksquashfs', [join(folder, 'root'), image.squashfs, ...flags]);
  await output('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', image.squashfs, image.disk]);
  return image;
}

async function publish(
  { bucket, endpoint, variables }: CephBucket,
  prefix: string,
  folder: string,
  files: readonly string[],
): Promise<void> {
  const cli = await bundleCli();
  const to = ['--root', `s3://${bucket}/${prefix}`, '--endpoint', endpoint];
  const consumers = ['--for', 'lxd', '--for', 'incus'];
  const images = files.flatMap((file) => ['--files', file]);
  await output(process.execPath, [cli, 'publish', ...to, ...consumers, ...images], {
    env: { ...variables, HOME: folder, SIMPLESTREAMS_SIGNING_KEY: await privateKey() },
  });
}

/** What LXD and Incus call an image: sha256 over its files, the metadata first. */
async function fingerprint(...files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex');
}
