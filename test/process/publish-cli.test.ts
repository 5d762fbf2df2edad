import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { readRoot } from './support/read-root.ts';
import { expectRefusal } from './support/refusal.ts';
import { makeScene, passphrase, rootAndNext } from './support/scene.ts';
import { skipBecause } from './support/skip.ts';

let cli: string;
let key: string;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey({ passphrase });
}, 60_000);

const product = 'alpine:3.20:amd64:default';

test('a published image is in both indexes, complete', async () => {
  const { scene } = await rootAndNext(cli, key);
  const expected = { generation: 1, versions: [`${product} 20261120_1504`] };
  expect(await readRoot(scene.root, 'index.sjson')).toEqual(expected);
  expect(await readRoot(scene.root, 'index.json')).toEqual(expected);
});

test('a second version stands beside the first', async () => {
  const { scene, next } = await rootAndNext(cli, key);
  const { changed, generation, serial } = await scene.published({ image: next, key });
  expect({ changed, generation, serial }).toEqual({
    changed: true,
    generation: 2,
    serial: '20261121_1504',
  });
  expect((await readRoot(scene.root, 'index.json'))?.versions).toEqual([
    `${product} 20261120_1504`,
    `${product} 20261121_1504`,
  ]);
});

test('publishing the same files again changes nothing and writes nothing', async () => {
  const { scene, next } = await rootAndNext(cli, key);
  await scene.published({ image: next, key });
  const before = await scene.tree();
  expect(await scene.published({ image: next, key })).toMatchObject({
    changed: false,
    product,
    serial: '20261121_1504',
  });
  expect(await scene.tree()).toEqual(before);
});

test('other bytes under a given serial that is listed are a conflict', async () => {
  const { scene, next } = await rootAndNext(cli, key);
  const args = ['--serial', '20261120_1504'];
  await expectRefusal(scene, () => scene.publish({ image: next, key, args }), {
    code: 3,
    says: /20261120_1504/,
  });
});

test('a dry run tells the plan and makes nothing', async () => {
  const scene = await makeScene(cli);
  const image = await writeImage(join(scene.folder, 'first'));
  const { code, stdout } = await scene.publish({ image, key, args: ['--dry-run', '--json'] });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, product, serial: '20261120_1504' });
  expect(await scene.tree().catch(() => 'nothing')).toBe('nothing');
});

test('with --json the result is alone on stdout, with --quiet nothing else is said', async () => {
  const { scene, next } = await rootAndNext(cli, key);
  const { code, stdout, stderr } = await scene.publish({
    image: next,
    key,
    args: ['--json', '--quiet'],
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ changed: true, generation: 2 });
  expect(stderr).toBe('');
});

test('a key made by keygen signs, and its private half is for its owner alone', async () => {
  const scene = await makeScene(cli);
  const keys = await mkdtemp(join(tmpdir(), 'simplestreams-keys-'));
  onTestFinished(() => rm(keys, { recursive: true, force: true }));
  const path = join(keys, 'key.asc');
  const env = {
    SIMPLESTREAMS_SIGNING_KEY_FILE: path,
    SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE_FILE: join(keys, 'passphrase'),
  };
  await writeFile(env.SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE_FILE, `${passphrase}\n`);
  const made = await ended(
    process.execPath,
    [cli, 'keygen', '--user-id', 'Images <images@example.com>', '--out', path],
    { env: { SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: passphrase } },
  );
  expect(made.code, made.stderr).toBe(0);
  expect(made.stdout + made.stderr).not.toContain(passphrase);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(join(keys, 'key.pub.asc'), 'utf8')).toMatch(/^-----BEGIN PGP PUBLIC KEY/);
  const image = await writeImage(join(scene.folder, 'first'));
  expect((await scene.published({ image, env })).generation).toBe(1);
});

test('a folder that cannot be written is an error of the store', async (context) => {
  if (process.getuid?.() === 0) skipBecause(context, 'root may write everywhere');
  const { scene, next } = await rootAndNext(cli, key);
  await chmod(join(scene.root, 'streams/v1'), 0o500);
  const { code, stderr } = await scene.publish({ image: next, key });
  await chmod(join(scene.root, 'streams/v1'), 0o700);
  expect({ code, stderr }).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('streams/v1'),
  });
});

test('a root that is a file is refused', async () => {
  const scene = await makeScene(cli);
  await writeFile(scene.root, 'not a folder');
  const image = await writeImage(join(scene.folder, 'first'));
  const { code, stderr } = await scene.publish({ image, key });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(scene.root) });
});
