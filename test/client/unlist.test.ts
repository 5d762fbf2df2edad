import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  afterAll,
  beforeAll,
  describe,
  expect,
  onTestFinished,
  type TestContext,
  test,
} from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { hoursPass } from '../process/support/clock.ts';
import { skipBecause } from '../process/support/skip.ts';
import { makeAuthority } from './support/authority.ts';
import { type Daemon, daemonOf, startDaemon } from './support/daemon.ts';
import { type FileServer, serve } from './support/https-server.ts';
import { type BuiltImage, builderTools, buildImage } from './support/image-builder.ts';
import { makeRoot, type PublishedRoot } from './support/published-root.ts';
import { makeReader } from './support/reader.ts';
import { have, need, type Tool } from './support/tools.ts';

const tools: readonly Tool[] = ['openssl', ...builderTools];

let folder: string;
let cli: string;
let old: BuiltImage;
let bad: BuiltImage;
let server: FileServer;
let authority: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unlist-'));
  // whoever a daemon runs as passes through it
  await chmod(folder, 0o711);
  if (!have(...tools)) return;
  const build = (name: string, created: string) =>
    buildImage({
      folder: join(folder, name),
      os: 'demo',
      release: '1',
      created: new Date(created),
    });
  old = await build('old', '2026-11-19T08:00:00Z');
  bad = await build('bad', '2026-11-20T08:00:00Z');
  cli = await bundleCli();
  const made = await makeAuthority(folder);
  authority = made.authority;
  server = await serve(folder, made);
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A root that lists both images, and its URL. */
async function rootOfBoth(name: string): Promise<PublishedRoot & { readonly url: string }> {
  const root = await makeRoot(cli, join(folder, name));
  await root.publish([old.metadata, old.squashfs], '--alias', 'demo/1');
  await root.publish([bad.metadata, bad.squashfs], '--alias', 'demo/1');
  return { ...root, url: `${server.url}/${name}/root` };
}

/** What LXD and Incus call a container: sha256 over its metadata and its root. */
async function fingerprint({ metadata, squashfs }: BuiltImage): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [metadata, squashfs]) hash.update(await readFile(file));
  return hash.digest('hex');
}

describe.for(['lxc', 'incus'] as const)('%s', (client) => {
  test('resolves the alias to the version before, once the newest is taken back', async (context) => {
    need(context, client, ...tools);
    const { url, unlist } = await rootOfBoth(`${client}-alias`);
    const own = join(folder, `${client}-reader`);
    const reader = await makeReader({ client, folder: own, url, authority });
    expect(await reader.fingerprintOf('demo/1')).toBe(await fingerprint(bad));

    await unlist('--serial', '20261120_0800', '--reason', 'does not boot', '--yes');
    await sixMinutesPass(own);
    expect(await reader.fingerprintOf('demo/1')).toBe(await fingerprint(old));
    const listed = (await reader.images()).map((image) => image.fingerprint);
    expect(listed).toEqual([await fingerprint(old)]);
    await reader.export('demo/1', join(own, 'image'));
    const { code } = await reader.run('image', 'info', `check:${await fingerprint(bad)}`);
    expect(code).not.toBe(0);
  });

  test('has the version before still, when nothing is left of the newest', async (context) => {
    need(context, client, ...tools);
    const { url, path, unlist, prune } = await rootOfBoth(`${client}-pruned`);
    await unlist('--serial', '20261120_0800', '--yes');
    for (const hours of [49, 25]) {
      await hoursPass(path, hours);
      await prune();
    }
    const left = await readdir(join(path, 'demo'), { recursive: true });
    const versions = left.filter((name) => /^[^/]+\/[^/]+\/[^/]+\/\d{8}_\d{4}$/.test(name));
    expect(versions.map((name) => basename(name))).toEqual(['20261119_0800']);

    const own = join(folder, `${client}-late-reader`);
    const reader = await makeReader({ client, folder: own, url, authority });
    const listed = (await reader.images()).map((image) => image.fingerprint);
    expect(listed).toEqual([await fingerprint(old)]);
    expect(await reader.fingerprintOf('demo/1')).toBe(await fingerprint(old));
    await reader.export('demo/1', join(own, 'image'));
    const daemon = await startedFor(context, `${client}-late`);
    await pull(daemon, url, await fingerprint(old));
    expect(await fingerprintsIn(daemon)).toEqual([await fingerprint(old)]);
  });

  test('has a daemon that downloads it still by the index that it has read before', async (context) => {
    const daemon = await startedFor(context, client);
    const { url, unlist } = await rootOfBoth(`${client}-cache`);
    await pull(daemon, url, await fingerprint(old));
    await unlist('--serial', '20261120_0800', '--yes');
    await pull(daemon, url, await fingerprint(bad));
    const pulled = [await fingerprint(old), await fingerprint(bad)];
    expect(await fingerprintsIn(daemon)).toEqual(pulled.toSorted());
  });

  async function startedFor(context: TestContext, name: string): Promise<Daemon> {
    need(context, client, daemonOf[client], ...tools);
    let daemon: Daemon;
    try {
      daemon = await startDaemon({ client, folder: join(folder, name), authority });
    } catch (error) {
      const why = error instanceof Error ? error.message : error;
      return skipBecause(context, `no daemon runs here: ${why}`);
    }
    onTestFinished(() => daemon.stop());
    return daemon;
  }
});

/** `incus` keeps what it has read of a root for five minutes, by the times of the files; `lxc` keeps nothing. */
async function sixMinutesPass(home: string): Promise<void> {
  const time = new Date(Date.now() - 6 * 60 * 1000);
  for (const name of await readdir(home, { recursive: true })) {
    if (name.startsWith('.cache/')) await utimes(join(home, name), time, time);
  }
}

/** The daemon itself looks the image up, as it does when an instance is launched. */
async function pull(daemon: Daemon, url: string, name: string): Promise<void> {
  const source = { type: 'image', mode: 'pull', protocol: 'simplestreams' };
  const body = JSON.stringify({ source: { ...source, server: url, fingerprint: name } });
  await daemon.call('query', '--wait', '--request', 'POST', '--data', body, '/1.0/images');
}

async function fingerprintsIn(daemon: Daemon): Promise<readonly string[]> {
  const images = JSON.parse(await daemon.call('image', 'list', '--format', 'json'));
  return images.map((image: { readonly fingerprint: string }) => image.fingerprint).sort();
}
