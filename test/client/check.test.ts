import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, type TestContext, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { ended, output } from '../process/support/command.ts';
import { treeOf } from '../process/support/tree.ts';
import { need, pathOf } from './support/tools.ts';

let cli: string;
beforeAll(async () => {
  cli = await bundleCli();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-incus-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Adds an image to the root as its users do: in its folder, with the files beside it. */
async function add(root: string, release: string, created: string, ...flags: readonly string[]) {
  const build = await newFolder();
  const yaml = `architecture: x86_64
creation_date: ${Date.parse(created) / 1000}
properties:
  os: Demo
  release: "${release}"
  variant: default
  architecture: amd64
  description: made for a test, ${created}
`;
  await writeFile(join(build, 'metadata.yaml'), yaml);
  await mkdir(join(build, 'root/etc'), { recursive: true });
  await writeFile(join(build, 'root/etc/motd'), `${release} ${created}`);
  const [metadata, image] = [join(build, 'metadata.tar.xz'), join(build, 'rootfs.squashfs')];
  await output('tar', ['-C', build, '-cJf', metadata, 'metadata.yaml']);
  await output('mksquashfs', [join(build, 'root'), image, '-all-root', '-no-progress']);
  await output(pathOf('incus-simplestreams'), ['add', metadata, image, ...flags], { cwd: root });
}

/** A root of two images, one of them in two versions, that the real program made. */
async function incusRoot(context: TestContext): Promise<string> {
  need(context, 'incus-simplestreams', 'tar', 'xz', 'mksquashfs');
  const root = await newFolder();
  await add(root, '1', '2026-11-19T08:00:00Z');
  await add(root, '1', '2026-11-20T08:00:00Z');
  await add(root, '2', '2026-11-20T08:00:00Z', '--alias', 'demo/current');
  return root;
}

function check(root: string, ...args: readonly string[]) {
  return ended(process.execPath, [cli, 'check', root, '--json', '--quiet', ...args]);
}

test('check finds no error in a root that the real incus-simplestreams made, and leaves it as it is', async (context) => {
  const root = await incusRoot(context);
  const before = await treeOf(root);
  const { code, stdout } = await check(root, '--for', 'incus');
  const report = JSON.parse(stdout);
  expect(
    report.findings.filter(({ severity }: { severity: string }) => severity !== 'note'),
  ).toEqual([]);
  expect(code).toBe(0);
  expect(await treeOf(root)).toEqual(before);
});

test('check says that LXD lists nothing of what was made for Incus alone', async (context) => {
  const root = await incusRoot(context);
  const { code, stdout } = await check(root, '--for', 'lxd');
  const { findings } = JSON.parse(stdout);
  expect(findings.length, stdout).toBeGreaterThan(0);
  expect(code).toBe(7);
});
