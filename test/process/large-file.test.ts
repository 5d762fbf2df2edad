import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { writeDisk } from './support/disk.ts';
import type { ImageFiles } from './support/image.ts';
import { readRoot } from './support/read-root.ts';
import { expectRefusal } from './support/refusal.ts';
import { type Running, started } from './support/running.ts';
import { makeScene, type Scene } from './support/scene.ts';

const MiB = 2 ** 20;
/** Large enough to be stored while it is hashed. */
const mebibytes = 56;
const size = mebibytes * MiB;

let cli: string;

beforeAll(async () => {
  cli = await bundleCli();
}, 60_000);

const hook = `
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.TRAFFIC_FILE, readFileSync('/proc/self/io')));
`;

/** Publishes, and tells how many bytes the program read and wrote (proc_pid_io(5)). Linux alone. */
async function traffic(scene: Scene, image: ImageFiles, ...args: readonly string[]) {
  return trafficOf(scene, [...words(scene, image), ...args]);
}

async function trafficOf(scene: Scene, command: readonly string[]) {
  const file = join(scene.folder, 'traffic');
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const run = await ended(process.execPath, [...flags, cli, ...command], {
    cwd: scene.folder,
    env: { TRAFFIC_FILE: file },
  });
  expect(run).toMatchObject({ code: 0 });
  const counts = await readFile(file, 'latin1');
  const count = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(counts)?.[1]);
  return { read: count('rchar') / MiB, written: count('wchar') / MiB };
}

function words({ root }: Scene, image: ImageFiles, command = 'publish'): readonly string[] {
  const consumers = ['--for', 'lxd', '--for', 'incus'];
  return [command, '--root', root, ...consumers, '--files', image.metadata, '--files', image.root];
}

function start(scene: Scene, image: ImageFiles): Running {
  return started(process.execPath, [cli, ...words(scene, image)], { cwd: scene.folder });
}

async function temporaryFiles({ root }: Scene): Promise<readonly string[]> {
  return readdir(join(root, '.simplestreams', 'tmp')).catch(() => []);
}

/** Waits until some of a large file is in the root. */
async function untilBegun(scene: Scene): Promise<void> {
  for (;;) {
    for (const name of await temporaryFiles(scene)) {
      const path = join(scene.root, '.simplestreams', 'tmp', name);
      if ((await stat(path).catch(() => undefined))?.size) return;
    }
    await sleep(2);
  }
}

/** The digests of all files of this size below the root: those in their paths, and those of their bytes. */
async function stored(scene: Scene) {
  const tree = await readdir(scene.root, { recursive: true });
  const disks = tree.filter((path) => path.endsWith('.qcow2'));
  const digests = await Promise.all(disks.map((path) => digestOf(join(scene.root, path))));
  return { named: disks.map((path) => path.split('/').at(-2)), digests };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}

describe.runIf(process.platform === 'linux')('a large file', () => {
  test('is read once and written once, and again only read', async () => {
    const scene = await makeScene(cli);
    const image = await writeDisk(join(scene.folder, 'build'), size);
    const dry = await traffic(scene, image, '--dry-run');
    expect(await stat(scene.root).catch(() => undefined)).toBeUndefined();
    expect(dry.written).toBeLessThan(1);
    const first = await traffic(scene, image);
    expect(first.read).toBeLessThan(1.5 * mebibytes);
    expect(first.written).toBeGreaterThanOrEqual(mebibytes);
    expect(first.written).toBeLessThan(1.1 * mebibytes);
    const { named, digests } = await stored(scene);
    expect(named).toEqual(digests);
    expect(digests).toEqual([await digestOf(image.root)]);
    const before = await scene.tree();
    const second = await traffic(scene, image);
    expect(second.read).toBeLessThan(1.5 * mebibytes);
    expect(second.written).toBeLessThan(1);
    expect(await scene.tree()).toEqual(before);
  });

  test('of the size of the one before, but with other bytes, is stored all the same', async () => {
    const scene = await makeScene(cli);
    const image = await writeDisk(join(scene.folder, 'build'), size);
    await scene.published({ image });
    const next = await writeDisk(join(scene.folder, 'next'), size, {
      created: '2026-11-21T15:04:00Z',
    });
    expect((await traffic(scene, next)).written).toBeGreaterThanOrEqual(mebibytes);
    const { named, digests } = await stored(scene);
    expect(named).toEqual(digests);
    expect(digests).toHaveLength(2);
    expect(await temporaryFiles(scene)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('a large file of', () => {
  test('a job that stages is read once and written once', async () => {
    const scene = await makeScene(cli);
    const image = await writeDisk(join(scene.folder, 'build'), size);
    const job = ['--stage-name', 'vm', '--run-id', '4711'];
    const staged = await trafficOf(scene, [...words(scene, image, 'stage'), ...job]);
    expect(staged.read).toBeLessThan(1.5 * mebibytes);
    expect(staged.written).toBeLessThan(1.1 * mebibytes);
    const { named, digests } = await stored(scene);
    expect(named).toEqual(digests);
    expect(digests).toHaveLength(1);
  });

  test('several roots is read once for the first of them, which the others copy it from', async () => {
    const scene = await makeScene(cli);
    const image = await writeDisk(join(scene.folder, 'build'), size);
    const roots = ['one', 'two'].map((name) => ({ name, url: join(scene.root, name), for: 'lxd' }));
    const images = [{ name: 'vm', files: [image.metadata, image.root] }];
    await writeFile(join(scene.folder, 'images.yaml'), JSON.stringify({ roots, images }));
    const published = await trafficOf(scene, ['publish', '--images', 'images.yaml']);
    expect(published.read).toBeLessThan(2.5 * mebibytes);
    expect(published.written).toBeLessThan(2.1 * mebibytes);
    const { named, digests } = await stored(scene);
    expect(named).toEqual(digests);
    expect(digests).toHaveLength(2);
  });
});

test('nothing stays of a large file that is not published', async () => {
  const scene = await makeScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), size);
  await scene.published({ image });
  const next = await writeDisk(join(scene.folder, 'next'), size + 1);
  const args = ['--serial', '20261120_1504'];
  await expectRefusal(scene, () => scene.publish({ image: next, args }), {
    code: 3,
    says: /20261120_1504/,
  });
});

test('nothing stays, not even the root, when the run is ended while it reads', async () => {
  const scene = await makeScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), 6 * size);
  const run = start(scene, image);
  await untilBegun(scene);
  run.kill('SIGTERM');
  expect(await run.finished).toMatchObject({ code: 143 });
  expect(await stat(scene.root).catch(() => undefined)).toBeUndefined();
});

test('what a run that was killed has left is removed by the next one', async () => {
  const scene = await makeScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), 6 * size);
  const run = start(scene, image);
  await untilBegun(scene);
  run.kill('SIGKILL');
  await run.finished;
  expect(await temporaryFiles(scene)).toHaveLength(1);
  const small = await writeDisk(join(scene.folder, 'small'), MiB);
  await scene.published({ image: small });
  expect(await temporaryFiles(scene)).toEqual([]);
  expect((await readRoot(scene.root, 'index.json'))?.versions).toHaveLength(1);
});

test('where there is no room for it, the run says so by the path, and leaves nothing', async () => {
  const scene = await makeScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), size);
  // In KiB: a file that grows beyond is refused by the system, as on a disk that is full.
  const limited = ['-c', 'ulimit -f 32768; exec "$@"', 'bash', process.execPath, cli];
  const run = await ended('bash', [...limited, ...words(scene, image)], { cwd: scene.folder });
  expect(run).toMatchObject({
    code: 5,
    stderr: expect.stringMatching(/cannot write \S+\/[0-9a-f]{32}\/disk\.qcow2: EFBIG/),
  });
  expect(await temporaryFiles(scene)).toEqual([]);
});

test('a file that is written to while it is read is refused', async () => {
  const scene = await makeScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), 6 * size);
  const run = start(scene, image);
  await untilBegun(scene);
  const handle = await open(image.root, 'r+');
  await handle.write('other', 4096);
  await handle.close();
  expect(await run.finished).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`${image.root} changed during the run`),
  });
  expect(await stat(scene.root).catch(() => undefined)).toBeUndefined();
});
