import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { ended, output } from '../process/support/command.ts';
import { treeOf } from '../process/support/tree.ts';
import { need } from './support/tools.ts';

const example = fileURLToPath(new URL('../../examples/nightly', import.meta.url));

let cli: string;

beforeAll(async () => {
  cli = await bundleCli();
}, 60_000);

test('the nightly example makes images that both roots take, and changes nothing the second time', async (context) => {
  need(context, 'qemu-img', 'tar');
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-nightly-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(example, folder, { recursive: true });
  const env = { ROOTS_URL: './roots', TMPDIR: folder };
  const run = (...args: string[]) => output(process.execPath, [cli, ...args], { cwd: folder, env });
  const made = await output('./make-images', [], { cwd: folder, env });
  expect(made.split('\n')).toContain('build/alma/arm64 built');

  const first = JSON.parse(await run('publish', '--images', 'simplestreams.yaml', '--json'));
  expect(first).toMatchObject({ outcome: 'published', roots: [{}, {}] });
  const items = first.published.flatMap((image: { items: object[] }) => image.items);
  expect(items.filter((item: { ftype: string }) => item.ftype === 'disk-kvm.img')).toHaveLength(2);
  const before = await treeOf(join(folder, 'roots'));
  expect(await output('./make-images', [], { cwd: folder, env })).toBe('');
  await run('publish', '--images', 'simplestreams.yaml');
  expect(await treeOf(join(folder, 'roots'))).toEqual(before);

  for (const [root, reader] of [
    ['lxd', 'incus'],
    ['maas', 'maas'],
  ] as const) {
    const words = ['check', join('roots', root), '--for', reader, '--max-age', '36h'];
    const { code, stdout } = await ended(process.execPath, [cli, ...words], { cwd: folder, env });
    expect(code, stdout).toBe(0);
  }
  expect(await readFile(join(folder, 'roots/lxd/streams/v1/index.json'), 'utf8')).toContain('alma');
});
