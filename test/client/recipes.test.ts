import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
import { ended, output } from '../process/support/command.ts';
import { skipBecause } from '../process/support/skip.ts';
import { treeOf } from '../process/support/tree.ts';
import { makeAuthority } from './support/authority.ts';
import { debianRoot, debianSystem, kernelVersion, pack } from './support/debian-system.ts';
import { serve } from './support/https-server.ts';
import { makeReader } from './support/reader.ts';
import { need } from './support/tools.ts';

const makeDeployable = 'examples/maas-ubuntu/make-deployable';

let folder: string;
/** A folder as a clone is, with the command line and the examples in it. */
let clone: string;
let cli: string;
let system: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simplestreams-recipes-'));
  if (debianRoot === undefined) return;
  clone = join(folder, 'clone');
  await cp(dirname(await bundleCli()), join(clone, 'dist'), { recursive: true });
  await cp('examples', join(clone, 'examples'), { recursive: true });
  cli = join(clone, 'dist/cli.mjs');
  system = join(folder, 'system');
  await debianSystem(debianRoot, system);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function needSystem(context: TestContext): void {
  need(context, 'mksquashfs', 'tar');
  if (debianRoot === undefined) skipBecause(context, 'DEBIAN_ROOT names no root tarball');
  if (process.getuid?.() !== 0) skipBecause(context, 'root alone can unpack a root file system');
}

/** A copy of the system, changed, and what the script says of it. */
async function refusal(name: string, ...removed: readonly string[]): Promise<string> {
  const copy = join(folder, name);
  await output('cp', ['-a', system, copy]);
  for (const path of removed) await rm(join(copy, path), { recursive: true });
  const { code, stderr } = await ended(makeDeployable, [copy, join(folder, `${name}-out`)]);
  expect(code).toBe(1);
  return stderr;
}

/** What `check` finds that is more than a note. */
async function problems(root: string): Promise<readonly unknown[]> {
  const args = ['check', '--root', root, '--for', 'maas', '--fail-on', 'never', '--json'];
  const report = JSON.parse(await output(process.execPath, [cli, ...args], { cwd: clone }));
  expect(report.findings).toBeInstanceOf(Array);
  return report.findings.filter(({ severity }: { severity: string }) => severity !== 'note');
}

describe('a custom Ubuntu for MAAS', () => {
  test('a root tarball with kernel and initrd becomes an image that MAAS deploys', async (context) => {
    needSystem(context);
    await pack(system, join(folder, 'custom-cloudimg.tar.gz'));
    const { stderr } = await made('custom-cloudimg.tar.gz', clone);
    expect(stderr).toContain('warning: cloud-initramfs-rooturl is not installed');
    expect(await readFile(join(clone, 'boot/vmlinuz'), 'latin1')).toContain('newer');
    expect(await readFile(join(clone, 'packages.txt'), 'utf8')).toMatch(/^busybox-static\t\S+\n$/);
    const listing = await output('unsquashfs', ['-lln', join(clone, 'root.squashfs')]);
    expect(listing).toContain(`/boot/vmlinuz-${kernelVersion}`);
    expect(listing).not.toContain('run/left');

    await output('sh', ['-euc', await commandOf('docs/recipes/maas-custom-ubuntu.md')], {
      cwd: clone,
    });
    expect(await problems('public/maas')).toEqual([]);
  });

  test('the same root gives the same bytes, as a tarball and as a folder', async (context) => {
    needSystem(context);
    await pack(system, join(folder, 'again.tar.gz'));
    const outs = [join(folder, 'first'), join(folder, 'second')] as const;
    await made('again.tar.gz', outs[0]);
    await made('system', outs[1]);
    for (const name of ['boot/vmlinuz', 'boot/initrd', 'root.squashfs', 'packages.txt']) {
      const [first, second] = await Promise.all(outs.map((out) => readFile(join(out, name))));
      expect(first !== undefined && second?.equals(first), name).toBe(true);
    }
  });

  test('a root without a kernel is refused, with what to give packer-maas', async (context) => {
    needSystem(context);
    const kernels = ['vmlinuz-6.8.0-9-generic', `vmlinuz-${kernelVersion}`];
    const stderr = await refusal('no-kernel', ...kernels.map((name) => `boot/${name}`));
    expect(stderr).toContain('has no kernel (boot/vmlinuz-*)');
    expect(stderr).toContain('-var kernel=linux-generic');
    expect(stderr).toContain('cloud-initramfs-rooturl');
  });

  test('a root with a kernel and no initrd of its version is refused', async (context) => {
    needSystem(context);
    expect(await refusal('no-initrd', `boot/initrd.img-${kernelVersion}`)).toContain(
      `update-initramfs -c -k ${kernelVersion}`,
    );
  });

  test('what is no root file system of Debian or Ubuntu is refused', async (context) => {
    needSystem(context);
    expect(await refusal('no-dpkg', 'var/lib/dpkg')).toContain('has no var/lib/dpkg/status');
  });
});

describe('one build, two roots', () => {
  test('MAAS has nothing against the one, and LXD and Incus list and download the other', async (context) => {
    needSystem(context);
    need(context, 'openssl', 'lxc', 'incus');
    const place = await twoRoots('roots');
    expect(await problems(join(place, 'public/maas'))).toEqual([]);
    const authority = await makeAuthority(folder);
    const server = await serve(join(place, 'public/lxd'), authority);
    onTestFinished(() => server.close());
    for (const client of ['lxc', 'incus'] as const) {
      const own = join(folder, client);
      const reader = await makeReader({ client, folder: own, url: server.url, ...authority });
      const fingerprint = await reader.fingerprintOf('rocky/9');
      expect((await reader.images()).map((image) => image.fingerprint)).toEqual([fingerprint]);
      await reader.export('rocky/9', join(own, 'image'));
    }
  });

  test('a second run changes nothing in either', async (context) => {
    needSystem(context);
    const place = await twoRoots('twice');
    const before = await treeOf(join(place, 'public'));
    await output('examples/two-roots/run', ['rocky9.tar.gz'], { cwd: place });
    expect(await treeOf(join(place, 'public'))).toEqual(before);
  });
});

/** Runs make-deployable on what lies in `folder` under `name`. */
async function made(name: string, out: string) {
  const run = await ended(makeDeployable, [join(folder, name), out]);
  expect(run, run.stderr).toMatchObject({ code: 0 });
  return run;
}

/** The block of a page that publishes, as a reader copies it. */
async function commandOf(page: string): Promise<string> {
  const blocks = (await readFile(page, 'utf8')).split('```sh\n').slice(1);
  const block = blocks.find((text) => text.includes('dist/cli.mjs publish'));
  if (block === undefined) throw new Error(`${page} publishes nothing`);
  return block.slice(0, block.indexOf('```'));
}

/** A clone in which the example has run. */
async function twoRoots(name: string): Promise<string> {
  const place = join(folder, name);
  await cp(clone, place, { recursive: true, filter: (path) => !path.endsWith('/public') });
  await pack(system, join(place, 'rocky9.tar.gz'));
  await output('examples/two-roots/run', ['rocky9.tar.gz'], { cwd: place });
  return place;
}
