import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { treeOf } from '../process/support/tree.ts';
import { makeAuthority } from './support/authority.ts';
import { type FileServer, serve } from './support/https-server.ts';
import { type BuiltImage, builderTools, buildImage } from './support/image-builder.ts';
import { makeRoot, type PublishedRoot } from './support/published-root.ts';
import { type Client, makeReader, type Reader } from './support/reader.ts';
import { have, need } from './support/tools.ts';

let folder: string;
let old: BuiltImage;
let now: BuiltImage;
let tarball: BuiltImage;
let machine: BuiltImage;
let root: PublishedRoot;
let server: FileServer;
let authority: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simplestreams-client-'));
  if (!have('openssl', ...builderTools)) return;
  const build = (name: string, release: string, created: string) =>
    buildImage({ folder: join(folder, name), os: 'demo', release, created: new Date(created) });
  old = await build('old', '1', '2026-11-19T08:00:00Z');
  now = await build('now', '1', '2026-11-20T08:00:00Z');
  tarball = await build('tarball', '2', '2026-11-20T08:00:00Z');
  machine = await build('machine', '3', '2026-11-20T08:00:00Z');
  root = await makeRoot(await bundleCli(), folder);
  await root.publish([old.metadata, old.squashfs, old.disk], '--alias', 'demo/1');
  await root.publish([now.metadata, now.squashfs, now.disk], '--alias', 'demo/1');
  await root.publish([tarball.metadata, tarball.rootTarball], '--alias', 'demo/2');
  await root.publish(
    [machine.metadata, machine.disk],
    ...['--alias', 'demo/3', '--requirement', 'secureboot=false'],
  );
  const made = await makeAuthority(folder);
  authority = made.authority;
  server = await serve(root.path, made);
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function readerOf(context: TestContext, client: Client): Promise<Reader> {
  need(context, client, 'openssl', ...builderTools);
  const own = await mkdtemp(join(folder, `${client}-`));
  return makeReader({ client, folder: own, url: server.url, authority });
}

/** What LXD and Incus call an image: sha256 over its files, the metadata first. */
async function fingerprint(...files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex');
}

describe.for(['lxc', 'incus'] as const)('%s', (client) => {
  test('lists every image of every version, with its type and properties', async (context) => {
    const reader = await readerOf(context, client);
    const images = await reader.images();
    const found = images.map(({ fingerprint: name, type }) => `${type} ${name}`);
    expect(found.toSorted()).toEqual(
      [
        `container ${await fingerprint(old.metadata, old.squashfs)}`,
        `container ${await fingerprint(now.metadata, now.squashfs)}`,
        `container ${await fingerprint(tarball.metadata, tarball.rootTarball)}`,
        `virtual-machine ${await fingerprint(old.metadata, old.disk)}`,
        `virtual-machine ${await fingerprint(now.metadata, now.disk)}`,
        `virtual-machine ${await fingerprint(machine.metadata, machine.disk)}`,
      ].toSorted(),
    );
    for (const image of images) {
      expect(image.architecture).toBe('x86_64');
      expect(image.properties).toMatchObject({ os: 'demo', variant: 'default' });
    }
    const secureBoot = images.map(({ properties }) => properties['requirements.secureboot']);
    expect(secureBoot.filter((value) => value !== undefined)).toEqual(['false']);
  });

  test('knows the aliases, for the newest versions alone', async (context) => {
    const reader = await readerOf(context, client);
    const aliases = await reader.aliases();
    expect(new Set(aliases.map(({ name }) => name))).toEqual(
      new Set(['demo/1', 'demo/1/amd64', 'demo/2', 'demo/2/amd64', 'demo/3', 'demo/3/amd64']),
    );
    const stale = await fingerprint(old.metadata, old.squashfs);
    expect(aliases.map(({ target }) => target)).not.toContain(stale);
  });

  test('exports the newest version by its alias, with the right fingerprint', async (context) => {
    const reader = await readerOf(context, client);
    const expected = await fingerprint(now.metadata, now.squashfs);
    expect(await reader.fingerprintOf('demo/1')).toBe(expected);
    expect(await exported(reader, 'demo/1')).toBe(expected);
  });

  test('exports the first version by its fingerprint still', async (context) => {
    const reader = await readerOf(context, client);
    const first = await fingerprint(old.metadata, old.squashfs);
    expect(await exported(reader, first)).toBe(first);
  });

  test('exports a root tarball, and virtual machines', async (context) => {
    const reader = await readerOf(context, client);
    expect(await exported(reader, 'demo/2')).toBe(
      await fingerprint(tarball.metadata, tarball.rootTarball),
    );
    expect(await exported(reader, 'demo/1', '--vm')).toBe(
      await fingerprint(now.metadata, now.disk),
    );
    expect(await exported(reader, 'demo/3', '--vm')).toBe(
      await fingerprint(machine.metadata, machine.disk),
    );
  });
});

test('publishing the same files again changes nothing and writes nothing', async (context) => {
  need(context, 'openssl', ...builderTools);
  const before = await treeOf(root.path);
  const again = await root.publish([now.metadata, now.squashfs, now.disk], '--alias', 'demo/1');
  expect(again).toMatchObject({ changed: false, serial: '20261120_0800' });
  expect(await treeOf(root.path)).toEqual(before);
});

/** Downloads an image and gives the fingerprint of what arrived. */
async function exported(reader: Reader, name: string, ...flags: readonly string[]) {
  const target = join(await mkdtemp(join(folder, 'exported-')), 'image');
  await reader.export(name, target, ...flags);
  expect((await stat(target)).size).toBeGreaterThan(0);
  return fingerprint(target, `${target}.root`);
}
