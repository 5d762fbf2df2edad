import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateSigningKey } from '../../src/adapters/openpgp/keygen.ts';
import type { PruneReport } from '../../src/app/prune.ts';
import { makeBucketScene } from './support/bucket.ts';
import { bundle } from './support/bundle.ts';
import { hoursPass } from './support/clock.ts';
import { writeImage } from './support/image.ts';
import { readRoot } from './support/read-root.ts';
import { runStep } from './support/runner.ts';
import { makeScene, passphrase, type Scene } from './support/scene.ts';

let cli: string;
let action: string;
let key: { readonly privateKey: string; readonly publicKey: string };
beforeAll(async () => {
  const bundled = await bundle();
  cli = bundled.cli;
  action = bundled.action;
  const userId = 'Images <images@example.com>';
  key = await generateSigningKey({ userId, passphrase, now: new Date() });
});

/** A signed root of three versions, `20261120_1504` to `20261122_1504`. */
async function threeVersions(): Promise<Scene> {
  const scene = await makeScene(cli);
  for (const day of [20, 21, 22]) {
    const created = `2026-11-${day}T15:04:00Z`;
    const image = await writeImage(join(scene.folder, `${day}`), { created, content: `${day}` });
    await scene.published({ image, key: key.privateKey });
  }
  return scene;
}

/** Runs `prune` as who may sign, or as who may only verify. */
async function pruned(
  scene: Scene,
  args: readonly string[],
  who: 'signer' | 'verifier' = 'signer',
) {
  const env = {
    SIMPLESTREAMS_SIGNING_KEY: key.privateKey,
    SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: passphrase,
  };
  const words = ['prune', '--root', scene.root, '--json', ...args];
  const result = await scene.run(words, who === 'signer' ? env : {});
  return { ...result, report: JSON.parse(result.stdout) as PruneReport };
}

async function imageFiles({ root }: Scene): Promise<number> {
  const entries = await readdir(join(root, 'alpine'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

describe('simplestreams prune', () => {
  test('unlists, notes, and removes after the grace time; readers see all of it, all the time', async () => {
    const scene = await threeVersions();
    expect(await imageFiles(scene)).toBe(6);
    const first = await pruned(scene, ['--keep', '1', '--yes']);
    expect(first).toMatchObject({ code: 0, report: { changed: true, reaped: [], waiting: [] } });
    expect(first.report.unlisted.map(({ serial }) => serial)).toEqual([
      '20261121_1504',
      '20261120_1504',
    ]);
    await readRoot(scene.root, 'index.json');

    await hoursPass(scene.root, 49);
    const second = await pruned(scene, []);
    expect(second.report).toMatchObject({ changed: false, reaped: [] });
    expect(second.report.waiting.length).toBeGreaterThan(4);
    expect(await imageFiles(scene)).toBe(6);

    await hoursPass(scene.root, 25);
    const planned = await pruned(scene, ['--dry-run']);
    expect(planned.report.reaped).toEqual(
      second.report.waiting
        .map(({ due: _, ...file }) => file)
        .map((file) => expect.objectContaining({ path: file.path, size: file.size })),
    );
    expect(await imageFiles(scene)).toBe(6);

    const third = await pruned(scene, []);
    expect(third.report.reaped).toHaveLength(second.report.waiting.length);
    expect(await imageFiles(scene)).toBe(2);
    await readRoot(scene.root, 'index.json');
  });

  test('needs no signing key to remove, only who it is to believe', async () => {
    const scene = await threeVersions();
    await pruned(scene, ['--keep', '1', '--yes']);
    const trusted = join(scene.folder, 'key.pub.asc');
    await writeFile(trusted, key.publicKey);
    for (const hours of [49, 25]) {
      await hoursPass(scene.root, hours);
      const run = await pruned(scene, ['--trusted-keys', trusted], 'verifier');
      expect(run.code).toBe(0);
    }
    expect(await imageFiles(scene)).toBe(2);
    const unlisting = await pruned(scene, ['--keep', '1', '--trusted-keys', trusted], 'verifier');
    expect(unlisting).toMatchObject({
      code: 4,
      report: { error: { code: 'SIGNING_KEY_REQUIRED' } },
    });
  });

  test('refuses what makes no sense, all of it at once', async () => {
    const scene = await makeScene(cli);
    const run = await scene.run([
      ...['prune', '--root', scene.root, '--grace', '1h', '--filter', 'arch'],
      ...['--pin', '20261120_1504', '--keep-for', 'ever'],
    ]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/--grace "1h": expected 2h at least/);
    expect(run.stderr).toMatch(/--filter "arch": expected key=value/);
    expect(run.stderr).toMatch(/--keep-for "ever": expected a number of minutes/);
  });

  test('refuses a place without an index', async () => {
    const scene = await makeScene(cli);
    const run = await scene.run(['prune', '--root', scene.root]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/has no index/) });
  });
});

test('refuses a signed root whose index is gone', async () => {
  const scene = await threeVersions();
  await rm(join(scene.root, 'streams/v1/index.sjson'));
  const run = await pruned(scene, []);
  expect(run).toMatchObject({ code: 4, report: { error: { code: 'HEAD_VANISHED' } } });
  expect(run.stderr).toMatch(/index\.sjson is the head, and that is not there/);
});

describe('publish with keep', () => {
  test('makes the visit too, so that a nightly needs no second job', async () => {
    const scene = await makeScene(cli);
    for (let day = 1; day <= 9; day++) {
      const created = `2026-11-0${day}T15:04:00Z`;
      const image = await writeImage(join(scene.folder, `${day}`), { created, content: `${day}` });
      await scene.published({ image, args: ['--keep', '2'] });
      await hoursPass(scene.root, 24);
    }
    // Two are listed; what was unlisted waits until it is older than 48 h, and then for the grace time.
    expect(await imageFiles(scene)).toBeLessThanOrEqual(2 * (2 + 3));
    await readRoot(scene.root, 'index.json');
  });

  test('publishes also where it may not list the bucket, and names the right it misses', async () => {
    const scene = await makeBucketScene(cli);
    const image = await writeImage(join(scene.folder, 'image'));
    scene.server.faults = ({ operation }) =>
      operation === 'ListObjectsV2'
        ? { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
        : undefined;
    const run = await scene.publish({ image, args: ['--keep', '2'] });
    expect(run).toMatchObject({ code: 0, report: { changed: true } });
    expect(run.stderr).toMatch(
      /warning: what nothing names any more could not be removed.*: s3:ListBucket .* allow s3:ListBucket/,
    );
    expect(run.stderr.match(/could not be removed/g)).toHaveLength(1);
    expect(run.report.warnings).toEqual([expect.stringMatching(/s3:ListBucket/)]);
  });
});

test('is a step of a workflow', async () => {
  const scene = await threeVersions();
  const step = await runStep(action, scene.folder, {
    command: 'prune',
    root: scene.root,
    keep: '1',
    yes: 'true',
    'signing-key': key.privateKey,
    'signing-key-passphrase': passphrase,
  });
  expect(step).toMatchObject({ code: 0, outputs: { changed: 'true', outcome: 'pruned' } });
  expect(step.summary).toMatch(/### Pruned/);
  expect(step.summary).toMatch(/\| .*20261120.*1504.* \| \d+ B \|/);
  expect(JSON.parse(step.outputs.report ?? '')).toMatchObject({ changed: true });
  expect(await readFile(join(scene.root, 'streams/v1/index.sjson'), 'utf8')).toMatch(
    /"generation": 4/,
  );
});

test('a run that unlists and then fails says so, everywhere', async () => {
  const scene = await threeVersions();
  await mkdir(join(scene.root, 'streams/v1/prune.json'));
  const inputs = { root: scene.root, keep: '2', 'signing-key': key.privateKey };
  const step = await runStep(action, scene.folder, {
    ...{ ...inputs, command: 'prune' },
    'signing-key-passphrase': passphrase,
  });
  expect(step).toMatchObject({ code: 5 });
  expect(step.summary).toMatch(/### A part was pruned, and then it failed/);
  expect(JSON.parse(step.outputs.report ?? '')).toMatchObject({
    changed: true,
    unlisted: [{ serial: '20261120_1504' }],
    error: { exitCode: 5 },
  });
});

test('as a step warns of an input that it does not take, and of none that the runner gives by default', async () => {
  const scene = await threeVersions();
  const step = await runStep(action, scene.folder, {
    ...{ command: 'prune', root: scene.root, 'dry-run': 'true', 'trusted-keys': key.publicKey },
    ...{ product: 'alpine:3.20:amd64:default', adopt: 'false', 'fail-on': 'error', grace: '24h' },
  });
  expect(step.code).toBe(0);
  expect(step.stdout.match(/^::warning.*/gm)).toEqual([
    '::warning::product is no input of prune, and has no effect',
  ]);
});
