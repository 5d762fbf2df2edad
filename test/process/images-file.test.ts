import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type S3Server, startS3Server } from '../fakes/s3/server.ts';
import { bundle } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import {
  type NightlyRun,
  publishNightly,
  reportOf,
  writeNightly,
  writtenTo,
} from './support/nightly.ts';
import { runStep } from './support/runner.ts';

let cli: string;
let action: string;
let key: string;

beforeAll(async () => {
  ({ cli, action } = await bundle());
  key = await privateKey();
}, 60_000);

interface Scene {
  readonly folder: string;
  readonly server: S3Server;
  run(run?: NightlyRun): ReturnType<typeof publishNightly>;
}

async function nightly(): Promise<Scene> {
  const server = await startS3Server();
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-nightly-'));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  await writeNightly(folder);
  return { folder, server, run: (run) => publishNightly(cli, folder, server, run) };
}

describe('the nightly example', () => {
  test('is published into both roots by two writes of a head, and again by no write at all', async () => {
    const { server, run } = await nightly();
    const env = { SIMPLESTREAMS_SIGNING_KEY: key };
    const first = reportOf(await run({ env }));
    expect(first).toMatchObject({ changed: true, outcome: 'published', skipped: [] });
    expect(
      first.roots.map(({ root, generation, published }) => ({
        root,
        generation,
        images: published.length,
      })),
    ).toEqual([
      { root: 's3://images/lxd', generation: 1, images: 4 },
      { root: 's3://images/maas', generation: 1, images: 4 },
    ]);
    expect(writtenTo(server).filter((path) => path.endsWith('/index.sjson'))).toEqual([
      'lxd/streams/v1/index.sjson',
      'maas/streams/v1/index.sjson',
    ]);
    const items = first.published.flatMap((image) => image.items.map(({ ftype }) => ftype));
    expect(items.filter((ftype) => ftype === 'root.tar.xz')).toHaveLength(4);
    expect(items.filter((ftype) => ftype === 'disk-kvm.img')).toHaveLength(2);
    expect(items.filter((ftype) => ftype === 'root-tgz')).toHaveLength(4);
    const tarballs = first.published.flatMap((image) =>
      image.items.filter(({ ftype }) => /^root[.-]t/.test(ftype)).map(({ stored }) => stored),
    );
    // Both roots take the same four: sent once, and copied by the store.
    expect(tarballs.toSorted()).toEqual([...Array(4).fill('copied'), ...Array(4).fill('uploaded')]);

    server.log.length = 0;
    const second = reportOf(await run({ env }));
    expect(second).toMatchObject({ changed: false, outcome: 'unchanged' });
    expect(writtenTo(server)).toEqual([]);
  });

  test('is published as a step of a workflow, whose summary tells each root', async () => {
    const { folder, server } = await nightly();
    const variables = {
      ROOTS_URL: './roots',
      SIMPLESTREAMS_SIGNING_KEY: key,
    };
    const inputs = { images: 'simplestreams.yaml' };
    const dry = { ...inputs, 'dry-run': 'true' };
    const planned = await runStep(action, folder, dry, variables);
    expect(planned.outputs).toMatchObject({ changed: 'true', outcome: 'planned' });
    const { code, stdout, outputs, summary } = await runStep(action, folder, inputs, variables);
    expect(code, stdout).toBe(0);
    expect(server.log).toEqual([]);
    expect(outputs).toMatchObject({ changed: 'true', outcome: 'published', generation: '' });
    expect(JSON.parse(outputs.report ?? '').roots).toHaveLength(2);
    expect(summary).toMatch(/^### Published 8 images, in 2 roots\n/);
    expect(summary).toContain(`${join(folder, 'roots/maas')}</code>: published 4 images`);
  });
});

describe('all or nothing', () => {
  test('one bad image of eight, in the last root, keeps everything as it is, and is named', async () => {
    const { folder, server, run } = await nightly();
    await writeFile(join(folder, 'build/alma/arm64/rootfs.tar.gz'), 'no tarball');
    const { code, stdout, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain(
      'error: image alma-arm64: build/alma/arm64/rootfs.tar.gz is a text file',
    );
    expect(stderr).toContain('error: image alma-arm64-maas: there is no file that MAAS could');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'IMAGE_INVALID' }, roots: [] });
    expect(server.log).toEqual([]);
  });

  test('a root that fails after another was published is told apart from it', async () => {
    const { folder, server } = await nightly();
    const roots = join(folder, 'roots');
    server.log.length = 0;
    const env = { ROOTS_URL: './roots' };
    const once = await ended(
      process.execPath,
      [cli, 'publish', '--images', 'simplestreams.yaml', '--quiet'],
      { cwd: folder, env },
    );
    expect(once.code, once.stderr).toBe(0);
    await writeFile(join(roots, 'maas/streams/v1/index.json'), 'no index');
    await writeFile(
      join(folder, 'simplestreams.yaml'),
      (await readFile(join(folder, 'simplestreams.yaml'), 'utf8')).replaceAll('/9', '/latest'),
    );
    const { code, outputs, summary } = await runStep(
      action,
      folder,
      { images: 'simplestreams.yaml' },
      env,
    );
    expect(code).toBe(7);
    expect(summary).toMatch(/^### 1 of the roots were published, and then it failed/);
    expect(JSON.parse(outputs.report ?? '')).toMatchObject({
      error: { code: 'SCHEMA_BROKEN' },
      roots: [{ root: join(roots, 'lxd'), changed: true }],
    });
  });
});

describe('an image that may be missing', () => {
  const optional = async (folder: string) => {
    const file = join(folder, 'simplestreams.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/^( {4}roots: .*)$/gm, '$1\n    allow-missing: true'));
  };

  test('is left out by name when none of its files is there', async () => {
    const { folder, run } = await nightly();
    await optional(folder);
    await rm(join(folder, 'build/alma/arm64'), { recursive: true });
    const result = await run();
    const report = reportOf(result);
    expect(report).toMatchObject({
      outcome: 'partial',
      changed: true,
      skipped: ['alma-arm64', 'alma-arm64-maas'],
    });
    expect(report.published).toHaveLength(6);
    expect(result.stderr).toContain('left out, since none of its files is there: alma-arm64\n');
  });

  test('fails when one of its files is there and another is not', async () => {
    const { folder, run } = await nightly();
    await optional(folder);
    await rm(join(folder, 'build/alma/arm64/rootfs.tar.gz'));
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain('image alma-arm64: build/alma/arm64/lxd.tar.gz is a metadata tarball');
  });

  test('leaves nothing to publish when all are missing, which is a failure', async () => {
    const { folder, server, run } = await nightly();
    await optional(folder);
    await rm(join(folder, 'build'), { recursive: true });
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toBe('error: --images: there is nothing to publish: no image of it is there\n');
    expect(server.log).toEqual([]);
  });
});

test('what is wrong in the file and beside it is said at once, with line and column', async () => {
  const { run } = await nightly();
  const args = ['--os', 'Arch', '--root', './elsewhere', '--adopt'];
  const { code, stderr } = await run({ args, env: { ROOTS_URL: 'ftp://images' } });
  expect(code).toBe(2);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringContaining('--adopt: there is no signing key'),
    expect.stringContaining('--os: the images file says this'),
    expect.stringContaining('--root: the images file has several roots'),
    expect.stringMatching(/simplestreams\.yaml:4:\d+ url "ftp:\/\/images\/lxd": expected/),
    expect.stringMatching(/simplestreams\.yaml:5:\d+ url "ftp:\/\/images\/maas": expected/),
  ]);
});

test.runIf(process.platform !== 'win32')(
  'more files than a process may have open are published, into a folder and from it',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simplestreams-many-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const names = Array.from({ length: 140 }, (_, n) => `Alpine${n}`);
    await Promise.all(names.map((os) => writeImage(join(folder, os), { os, content: os })));
    const images = names.map((name) => `  - { name: ${name}, files: ${name}/* }`).join('\n');
    const roots = "roots:\n  - { name: lxd, url: './root', for: [lxd, incus] }";
    await writeFile(join(folder, 'images.yaml'), `${roots}\nimages:\n${images}\n`);
    const limited = ['-c', 'ulimit -n 200; exec "$@"', 'sh', process.execPath, cli];
    const publish = ['publish', '--images', 'images.yaml', '--quiet'];
    const { code, stderr } = await ended('sh', [...limited, ...publish], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const promote = ['promote', '--from', 'root', '--root', 'stable', '--for', 'incus', '--quiet'];
    expect(await ended('sh', [...limited, ...promote], { cwd: folder })).toMatchObject({ code: 0 });
  },
  60_000,
);
