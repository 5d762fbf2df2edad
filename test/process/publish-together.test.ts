import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { type ImageFiles, writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { readRoot } from './support/read-root.ts';
import { makeScene, passphrase, type Scene } from './support/scene.ts';

let cli: string;
let key: string;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey({ passphrase });
}, 60_000);

function imageOf(scene: Scene, number: number): Promise<ImageFiles> {
  return writeImage(join(scene.folder, `image-${number}`), {
    os: `Os${number}`,
    content: `image ${number}`,
  });
}

function productOf(number: number): string {
  return `os${number}:3.20:amd64:default 20261120_1504`;
}

test('16 processes that publish 16 images into one folder at once: 16 are listed', async () => {
  const scene = await makeScene(cli);
  const numbers = Array.from({ length: 16 }, (_, number) => number);
  const images = await Promise.all(numbers.map((number) => imageOf(scene, number)));
  const results = await Promise.all(images.map((image) => scene.publish({ image, key })));
  expect(results.filter(({ code }) => code !== 0)).toEqual([]);
  for (const index of ['index.sjson', 'index.json'] as const) {
    const read = await readRoot(scene.root, index);
    expect(read?.generation).toBe(16);
    expect(read?.versions.toSorted()).toEqual(numbers.map(productOf).toSorted());
  }
}, 120_000);

test('a process killed at any moment leaves a complete root, and the next run heals it', async () => {
  const scene = await makeScene(cli);
  const first = await imageOf(scene, 0);
  const begin = performance.now();
  await scene.published({ image: first, key });
  const whole = performance.now() - begin;

  const listed = new Set([productOf(0)]);
  const kills = 12;
  for (let kill = 1; kill <= kills; kill++) {
    const image = await imageOf(scene, kill);
    // before a third of its time a run has only been loading
    const after = whole * (0.3 + (0.7 * (kill - Math.random())) / kills);
    await killedAfter(after, image, scene);
    for (const index of ['index.sjson', 'index.json'] as const) {
      const read = await readRoot(scene.root, index);
      for (const version of listed)
        expect(read?.versions, `killed after ${after} ms`).toContain(version);
    }
    if (kill % 2 === 0) continue;
    await scene.published({ image, key });
    listed.add(productOf(kill));
    const head = await readRoot(scene.root, 'index.sjson');
    expect(await readRoot(scene.root, 'index.json')).toEqual(head);
    for (const version of listed) expect(head?.versions).toContain(version);
  }
}, 120_000);

/** Starts publishing and kills the process after that many milliseconds. */
async function killedAfter(milliseconds: number, image: ImageFiles, scene: Scene): Promise<void> {
  const args = ['publish', '--root', scene.root, '--for', 'lxd', '--for', 'incus'];
  const child = spawn(
    process.execPath,
    [cli, ...args, '--files', image.metadata, '--files', image.root],
    {
      env: { SIMPLESTREAMS_SIGNING_KEY: key, SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: passphrase },
      stdio: 'ignore',
    },
  );
  const exit = once(child, 'exit');
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await exit;
}
