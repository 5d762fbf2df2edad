import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validatePromotion } from '../../src/core/schema/validate-promotion.ts';
import { bundleCli } from './support/bundle.ts';
import { writeDisk } from './support/disk.ts';
import { privateKey } from './support/keys.ts';
import {
  candidate,
  makePromotionScene,
  stable,
  startServer,
  toStable,
} from './support/promotion.ts';
import { readRoot } from './support/read-root.ts';
import { started } from './support/running.ts';
import { passphrase } from './support/scene.ts';
import { treeOf } from './support/tree.ts';

let cli: string;
let key: string;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey({ passphrase });
}, 60_000);

const serial = '20261120_0000';

/** Two folders: a candidate, and a stable root that may not be there yet. */
async function folders() {
  const scene = await makePromotionScene(cli, key);
  const [from, into] = [join(scene.folder, 'candidate'), join(scene.folder, 'stable')];
  await scene.publishMaas(from, serial);
  return { scene, from, into, both: ['--from', from, '--root', into] };
}

describe('promoting from folder to folder', () => {
  test('lists the version under its new name, and a second time changes nothing', async () => {
    const { scene, from, into, both } = await folders();
    const before = await treeOf(from);
    const { code, stdout } = await scene.promote([...both, ...toStable, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      changed: true,
      from,
      root: into,
      versions: [{ product: stable, serial, from: { product: candidate } }],
    });
    const expected = { generation: 1, versions: [`${stable} ${serial}`] };
    expect(await readRoot(into, 'index.sjson')).toEqual(expected);
    expect(await readRoot(into, 'index.json')).toEqual(expected);
    expect(await treeOf(from)).toEqual(before);
    const tree = await treeOf(into);
    const again = await scene.promote([...both, ...toStable]);
    expect(again.stdout).toContain(`Nothing to list: ${stable} ${serial} has these files already`);
    expect(await treeOf(into)).toEqual(tree);
  });

  test('tells in a dry run what it would do, and makes nothing', async () => {
    const { scene, into, both } = await folders();
    const { code, stdout } = await scene.promote([...both, ...toStable, '--dry-run']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        `Would promote ${candidate} ${serial} as ${stable} ${serial}`,
      ),
    });
    expect(await treeOf(into).catch(() => 'nothing')).toBe('nothing');
  });

  test('is refused for other bytes under the serial, and for inputs that are wrong, all at once', async () => {
    const { scene, into, both } = await folders();
    await scene.publishMaas(into, '20261121_0000', 'stable');
    const older = await scene.promote([...both, ...toStable]);
    expect(older).toMatchObject({ code: 2, stderr: expect.stringContaining('20261121_0000') });
    const args = ['--rename', 'candidate', '--plan', 'p.json', '--apply', 'q.json'];
    const wrong = await scene.promote(['--from', 'nowhere', '--root', into, ...args]);
    expect(wrong.code).toBe(2);
    for (const flag of ['--from', '--rename', '--apply']) expect(wrong.stderr).toContain(flag);
  });
});

describe('a plan', () => {
  async function planned() {
    const scene = await folders();
    await scene.scene.publishMaas(scene.into, '20261119_0000', 'stable');
    const file = join(scene.scene.folder, 'plan.json');
    const summary = join(scene.scene.folder, 'plan.md');
    const before = [await treeOf(scene.from), await treeOf(scene.into)];
    const args = ['--plan', file, '--plan-summary', summary];
    const plan = await scene.scene.promote([...scene.both, ...toStable, ...args]);
    expect(plan.stderr).not.toContain('error');
    expect(plan.code).toBe(0);
    expect([await treeOf(scene.from), await treeOf(scene.into)]).toEqual(before);
    return { ...scene, file, summary, plan, apply: [...scene.both, '--apply', file] };
  }

  test('is a table and a file, is applied once, and a second time refused', async () => {
    const { scene, into, file, summary, plan, apply } = await planned();
    const document = validatePromotion(JSON.parse(await readFile(file, 'utf8')), file);
    expect(plan.stdout).toBe(await readFile(summary, 'utf8'));
    expect(plan.stdout).toContain(`| \`${serial}\` | \`${candidate}\` | \`${stable}\` |`);
    expect(plan.stdout).toContain(document.digest);
    const applied = await scene.promote(apply);
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining('Promoted') });
    expect((await readRoot(into, 'index.sjson'))?.versions).toEqual([
      `${stable} 20261119_0000`,
      `${stable} ${serial}`,
    ]);
    const tree = await treeOf(into);
    const again = await scene.promote(apply);
    expect(again).toMatchObject({ code: 3, stderr: expect.stringContaining('Plan again') });
    expect(await treeOf(into)).toEqual(tree);
  });

  test('can be looked at once more without a key to sign with, which refuses it as applying would', async () => {
    const { scene, from, into, plan, apply } = await planned();
    const tree = await treeOf(into);
    const look = ['promote', ...apply, '--dry-run', '--trusted-keys', join(from, 'keyring.asc')];
    expect(await scene.run(look)).toMatchObject({ code: 0, stdout: plan.stdout });
    await scene.publishMaas(from, '20261122_0000');
    expect((await scene.run(look)).code).toBe(3);
    expect(await treeOf(into)).toEqual(tree);
  });

  test('is applied by one of two runs at once', async () => {
    const { scene, into, apply } = await planned();
    const runs = await Promise.all([apply, apply].map((args) => scene.promote(args)));
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 3]);
    expect((await readRoot(into, 'index.sjson'))?.generation).toBe(2);
  });

  test('is refused with a byte changed, or with inputs that it does not have', async () => {
    const { scene, into, file, apply } = await planned();
    const tree = await treeOf(into);
    const other = await scene.promote([...apply, '--rename', 'candidate=daily', '--for', 'maas']);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('candidate=stable') });
    expect(other.stderr).not.toContain('--for');
    const text = await readFile(file, 'utf8');
    for (const changed of [text.replace('rocky9', 'rocky8'), `${text}\n`, text.slice(1)]) {
      await writeFile(file, changed);
      expect((await scene.promote(apply)).code).toBe(2);
    }
    expect(await treeOf(into)).toEqual(tree);
  });

  test('is refused when the source has changed', async () => {
    const { scene, from, into, apply } = await planned();
    await scene.publishMaas(from, '20261122_0000');
    const tree = await treeOf(into);
    expect((await scene.promote(apply)).code).toBe(3);
    expect(await treeOf(into)).toEqual(tree);
  });

  test('needs no key to sign with, only the public one', async () => {
    const { scene, from, both } = await planned();
    const args = ['promote', ...both, ...toStable, '--plan', 'other.json'];
    const nobody = await scene.run(args);
    expect(nobody).toMatchObject({ code: 4, stderr: expect.stringContaining('trusted-keys') });
    const trusted = ['--trusted-keys', join(from, 'keyring.asc')];
    expect((await scene.run([...args, ...trusted])).code).toBe(0);
    const [mine, other] = ['plan.json', 'other.json'].map((name) => join(scene.folder, name));
    expect(await readFile(other ?? '', 'utf8')).toBe(await readFile(mine ?? '', 'utf8'));
  });
});

describe('promoting on S3', () => {
  test('from a folder sends the files, large ones in parts', async () => {
    const server = await startServer();
    const scene = await makePromotionScene(cli, key, server);
    const image = await writeDisk(join(scene.folder, 'disk'), 40 << 20);
    expect((await scene.publish({ image, key })).code).toBe(0);
    const into = ['--root', 's3://images/stable', '--endpoint', server.endpoint];
    const run = await scene.promote(['--from', scene.root, ...into]);
    expect(run).toMatchObject({ code: 0 });
    expect(server.count('UploadPart')).toBe(3);
    expect(server.objects.has('stable/streams/v1/index.sjson')).toBe(true);
    expect((await scene.promote(['--from', scene.root, ...into])).stdout).toContain('Nothing');
  });

  test('from bucket to bucket copies inside the store, and sends no byte of a file', async () => {
    const server = await startServer();
    const scene = await makePromotionScene(cli, key, server);
    await scene.publishMaas('s3://images/candidate', serial);
    server.log.length = 0;
    const roots = ['--from', 's3://images/candidate', '--root', 's3://images/stable'];
    const run = await scene.promote([
      ...roots,
      '--endpoint',
      server.endpoint,
      ...toStable,
      '--json',
    ]);
    expect(run.code).toBe(0);
    const [version] = JSON.parse(run.stdout).versions;
    expect(version.items.map(({ stored }: { stored: string }) => stored)).toEqual([
      'copied',
      'copied',
    ]);
    expect(server.count('CopyObject')).toBe(2);
    const ofFiles = server.log.filter(({ request }) => /\/root-tgz$|\/manifest$/.test(request.key));
    expect(ofFiles.length).toBeGreaterThan(0);
    expect(ofFiles.map(({ bytes }) => bytes).filter((bytes) => bytes > 0)).toEqual([]);
    expect(ofFiles.filter(({ request }) => request.operation === 'GetObject')).toEqual([]);
  });

  test('to a folder takes the files from where from-endpoint says', async () => {
    const server = await startServer();
    const scene = await makePromotionScene(cli, key, server);
    await scene.publishMaas('s3://images/candidate', serial);
    const into = join(scene.folder, 'stable');
    const run = await scene.promote([
      ...['--from', 's3://images/candidate', '--from-endpoint', server.endpoint],
      ...['--root', into, ...toStable],
    ]);
    expect(run).toMatchObject({ code: 0 });
    expect((await readRoot(into, 'index.sjson'))?.versions).toEqual([`${stable} ${serial}`]);
  });
});

test.each([
  ['SIGTERM', 143],
  ['SIGKILL', undefined],
] as const)('%s while a file is on its way leaves nothing of it behind', async (signal, code) => {
  const server = await startServer();
  const scene = await makePromotionScene(cli, key, server);
  await scene.publishMaas('s3://images/candidate', serial);
  const reached = new Promise<void>((resolve) => {
    server.faults = ({ operation, key: name }) => {
      if (operation !== 'GetObject' || !name.endsWith('/manifest')) return undefined;
      resolve();
      return new Promise(() => undefined);
    };
  });
  const temporary = join(scene.folder, 'tmp');
  const into = join(scene.folder, 'stable');
  const from = ['--from', 's3://images/candidate', '--from-endpoint', server.endpoint];
  const run = started(process.execPath, [cli, 'promote', ...from, '--root', into, ...toStable], {
    env: { ...scene.keys, TMPDIR: temporary },
    cwd: scene.folder,
  });
  await reached;
  run.kill(signal);
  expect((await run.finished).code).toBe(code);
  expect(await readdir(temporary)).toEqual([]);
  expect(await treeOf(into).catch(() => 'nothing')).toBe('nothing');
});

describe('rolling forward', () => {
  test('lists an older version as the newest; for LXD and Incus it says to unlist instead', async () => {
    const { scene, from } = await folders();
    await scene.publishMaas(from, '20261121_0000');
    const args = ['roll-forward', '--root', from, '--serial', serial, '--product', candidate];
    const run = await scene.run([...args, '--new-serial', '20261122_0000'], scene.keys);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('Rolled forward') });
    expect((await readRoot(from, 'index.sjson'))?.versions).toEqual([
      `${candidate} ${serial}`,
      `${candidate} 20261121_0000`,
      `${candidate} 20261122_0000`,
    ]);
    const disk = await writeDisk(join(scene.folder, 'disk'), 1 << 20);
    const next = await writeDisk(join(scene.folder, 'next'), 1 << 20, {
      created: '2026-11-21T15:04:00Z',
    });
    for (const image of [disk, next]) await scene.publish({ image, key });
    const lxd = ['roll-forward', '--root', scene.root, '--serial', '20261120_1504'];
    const later = ['--new-serial', '20261122_0000'];
    const refused = await scene.run([...lxd, ...later], scene.keys);
    expect(refused).toMatchObject({ code: 7, stderr: expect.stringMatching(/unlist/) });
  });
});
