import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { output } from '../process/support/command.ts';
import { skipBecause } from '../process/support/skip.ts';
import { fixtures } from '../unit/rules/fixtures/table.ts';
import { makeAuthority } from './support/authority.ts';
import { type Daemon, daemonOf, startDaemon } from './support/daemon.ts';
import { addDelta } from './support/delta.ts';
import { type FileServer, serve } from './support/https-server.ts';
import { type BuiltImage, builderTools, buildImage } from './support/image-builder.ts';
import { makeRoot } from './support/published-root.ts';
import { realRoot, smallSquashfs, writeRoot } from './support/real-root.ts';
import { have, need, type Tool } from './support/tools.ts';

const tools: readonly Tool[] = ['openssl', ...builderTools];

let folder: string;
let control: BuiltImage;
let image: BuiltImage;
let server: FileServer;
let authority: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launch-'));
  // the users inside the containers pass through it
  await chmod(folder, 0o711);
  if (!have(...tools)) return;
  const build = (name: string, created: string) =>
    buildImage({
      folder: join(folder, name),
      os: 'demo',
      release: '1',
      created: new Date(created),
    });
  control = await build('control', '2026-11-19T08:00:00Z');
  image = await build('image', '2026-11-20T08:00:00Z');
  const cli = await bundleCli();
  const root = await makeRoot(cli, join(folder, 'published'));
  await root.publish([control.metadata, control.squashfs, control.disk]);
  await root.publish([image.metadata, image.squashfs, image.disk], '--alias', 'demo/1');
  await cp(dirname(cli), join(folder, 'quickstart/dist'), { recursive: true });
  await cp('examples/quickstart/run', join(folder, 'quickstart/examples/quickstart/run'));
  await output('examples/quickstart/run', [], { cwd: join(folder, 'quickstart') });
  if (have('xdelta3')) {
    await cp(root.path, join(folder, 'delta'), { recursive: true });
    await addDelta(join(folder, 'delta'), control.disk, image.disk);
  }
  const clash = fixtures.find(({ code }) => code === 'LXD-010');
  if (clash === undefined) throw new Error('there is no fixture LXD-010');
  const squashfs = await readFile(await smallSquashfs(folder));
  await writeRoot(join(folder, 'clash/broken'), realRoot(clash.broken, squashfs));
  await writeRoot(join(folder, 'clash/mended'), realRoot(clash.mended, squashfs));
  const made = await makeAuthority(folder);
  authority = made.authority;
  server = await serve(folder, made);
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.for(['lxc', 'incus'] as const)('%s', (client) => {
  let daemon: Daemon | undefined;
  let whyNot = '';

  beforeAll(async () => {
    if (!have(client, daemonOf[client], ...tools)) return;
    try {
      daemon = await startDaemon({ client, folder: join(folder, client), authority });
      await runs(daemon, control);
    } catch (error) {
      whyNot = `no container runs here: ${error instanceof Error ? error.message : error}`;
    }
  });

  afterAll(() => daemon?.stop());

  /** The daemon, with the root below `path` as its remote `name`. */
  async function reading(context: TestContext, name: string, path: string): Promise<Daemon> {
    need(context, client, daemonOf[client], ...tools);
    if (daemon === undefined || whyNot !== '') skipBecause(context, whyNot);
    await daemon.call('remote', 'add', name, `${server.url}/${path}`, ...remote);
    return daemon;
  }

  test('launches a container from a root that the CLI published', async (context) => {
    const { call } = await reading(context, 'check', 'published/root');
    await call('launch', 'check:demo/1', 'c1');
    expect(await call('exec', 'c1', '--', 'cat', '/etc/os-release')).toContain(
      'BUILD_ID=2026-11-20T08:00:00.000Z',
    );
    await call('delete', '--force', 'c1');
  });

  // it has the container of the version that the delta is against
  test('LXD-013: Incus applies the delta of a virtual machine to a container, LXD 5.0 to nothing', async (context) => {
    need(context, 'xdelta3');
    const { run } = await reading(context, 'delta', 'delta');
    const { code, stderr } = await run('image', 'copy', 'delta:demo/1', 'local:', '--vm');
    if (client === 'incus')
      expect(stderr).toContain('this indicates that the source file is incorrect');
    else expect(code, stderr).toBe(0);
  });

  test('copies the image of a virtual machine from it', async (context) => {
    const { call } = await reading(context, 'machines', 'published/root');
    await call('image', 'copy', 'machines:demo/1', 'local:', '--vm', '--alias', 'machine');
    expect(await call('image', 'info', 'machine')).toContain('Type: virtual-machine');
  });

  test('launches what examples/quickstart/run publishes, and it stays up', async (context) => {
    const { call } = await reading(context, 'quickstart', 'quickstart/public');
    await call('launch', 'quickstart:quickstart/1', 'first');
    expect(await call('exec', 'first', '--', 'cat', '/etc/os-release')).toContain('Quickstart');
    await call('exec', 'first', '--', 'sleep', '2');
    expect(await call('list', 'first', '--format', 'csv', '--columns', 's')).toBe('RUNNING\n');
    await call('stop', '--timeout', '20', 'first');
    await call('delete', 'first');
  });

  test('LXD-010: of two documents of one base name, the daemon copies no image', async (context) => {
    const { run } = await reading(context, 'clash', 'clash/broken');
    for (const name of ['clash:alpine/3.22', 'clash:edge/3.22']) {
      const { code, stderr } = await run('image', 'copy', name, 'local:');
      expect(code).not.toBe(0);
      // which of the documents is read twice is a matter of chance
      expect(stderr).toMatch(/More than one match|The requested image couldn't be found/);
    }
  });

  test('LXD-010: of two documents of two base names, it copies the images of both', async (context) => {
    const { call } = await reading(context, 'apart', 'clash/mended');
    await call('image', 'copy', 'apart:alpine/3.22', 'local:');
    await call('image', 'copy', 'apart:edge/3.22', 'local:');
  });
});

const remote = ['--protocol', 'simplestreams', '--public'];

/** Launches an image from its files, without a root: what does not work here is no matter of publishing. */
async function runs({ call }: Daemon, { metadata, squashfs }: BuiltImage): Promise<void> {
  await call('image', 'import', metadata, squashfs, '--alias', 'control');
  await call('launch', 'control', 'control');
  await call('exec', 'control', '--', 'cat', '/etc/os-release');
  await call('delete', '--force', 'control');
}
