import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from './support/bundle.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { readRoot } from './support/read-root.ts';
import { runStep } from './support/runner.ts';
import { makeScene } from './support/scene.ts';

const product = 'alpine:3.20:amd64:default';

let cli: string;
let action: string;
let key: string;
beforeAll(async () => {
  const bundled = await bundle();
  cli = bundled.cli;
  action = bundled.action;
  key = await privateKey();
});

/** A signed root with three versions, each of a day. */
async function sceneWithRoot() {
  const scene = await makeScene(cli);
  for (const day of ['18', '19', '20']) {
    const image = await writeImage(join(scene.folder, day), {
      created: `2026-11-${day}T15:04:00Z`,
      content: day,
    });
    await scene.published({ image, key });
  }
  const unlist = (...args: readonly string[]) =>
    scene.run(['unlist', '--root', scene.root, ...args], { SIMPLESTREAMS_SIGNING_KEY: key });
  return { ...scene, unlist };
}

const newest = ['--product', product, '--serial', '20261120_1504'];

describe('simplestreams unlist', () => {
  test('takes the newest version back, with its reason, and a second time says what there is', async () => {
    const { root, unlist, tree } = await sceneWithRoot();
    const { code, stdout, stderr } = await unlist(...newest, '--reason', 'no network after boot');
    expect({ code, stdout }, stderr).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        new RegExp(
          `^Unlisted ${product} 20261120_1504, \\d+ B: no network after boot\n\nclients get ${product} 20261119_1504, the version before\nThe files stay readable, .*\n\nRoot    .*, generation 4, signed\n$`,
        ),
      ),
    });
    expect(stderr).toContain('reason: no network after boot\n');
    expect((await readRoot(root, 'index.sjson'))?.versions).toEqual([
      `${product} 20261118_1504`,
      `${product} 20261119_1504`,
    ]);
    const before = await tree();
    const again = await unlist(...newest);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toMatch(
      /error: product .* lists no version 20261120_1504: did you mean 20261119_1504\? it lists 20261119_1504, 20261118_1504\n$/,
    );
    expect(await tree()).toEqual(before);
  });

  test('takes what filters select, and a dry run tells it only', async () => {
    const { root, unlist, tree } = await sceneWithRoot();
    const before = await tree();
    const planned = await unlist('version_name~^202611(19|20)', 'os=Alpine', '--yes', '--dry-run');
    expect(planned.stdout).toMatch(
      /^Would unlist .* 20261119_1504.*\nWould unlist .* 20261120_1504/,
    );
    expect(await tree()).toEqual(before);
    const { code, stdout } = await unlist(
      '--filter',
      'version_name~^202611(19|20)',
      '--yes',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      changed: true,
      unlisted: [{ serial: '20261119_1504' }, { serial: '20261120_1504' }],
      products: [{ product, newest: '20261118_1504', changed: true }],
    });
    expect((await readRoot(root, 'index.sjson'))?.versions).toEqual([`${product} 20261118_1504`]);
  });

  test('refuses more than half of the bytes without --yes, and to be told nothing', async () => {
    const { unlist, tree } = await sceneWithRoot();
    const before = await tree();
    const all = await unlist('--product', product);
    expect(all).toMatchObject({ code: 2, stdout: '' });
    expect(all.stderr).toMatch(/this would unlist 3 versions with (\d+) of the \1 bytes .*100 %/);
    const nothing = await unlist();
    expect(nothing).toMatchObject({ code: 2, stdout: '' });
    expect(nothing.stderr).toMatch(/^error: --product \S*.*: say what is to be taken back: /m);
    expect(await tree()).toEqual(before);
  });
});

test('the step unlist tells the steps after it and the summary', async () => {
  const { folder, root, tree } = await sceneWithRoot();
  const inputs = {
    command: 'unlist',
    root,
    product,
    serial: '20261120_1504',
    reason: 'a <b>bad</b> build',
    'signing-key': key,
  };
  const { code, stderr, outputs, summary } = await runStep(action, folder, inputs);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(outputs).toMatchObject({
    changed: 'true',
    outcome: 'unlisted',
    product,
    serial: '20261120_1504',
    generation: '4',
  });
  expect(JSON.parse(outputs.report ?? '')).toMatchObject({ reason: 'a <b>bad</b> build' });
  expect(summary).toContain('### Unlisted');
  expect(summary).toContain('Reason: a &#60;b&#62;bad&#60;/b&#62; build');
  expect(summary).toContain('20261119&#95;1504, the version before');
  const before = await tree();
  const again = await runStep(action, folder, inputs);
  expect(again).toMatchObject({ code: 2 });
  expect(again.summary).toMatch(/^### Nothing was taken back\n/);
  expect(await tree()).toEqual(before);
});

test('a publish with keep unlists what is beyond it', async () => {
  const { folder, root, published } = await sceneWithRoot();
  const image = await writeImage(join(folder, '21'), {
    created: '2026-11-21T15:04:00Z',
    content: '21',
  });
  await published({ image, key, args: ['--keep', '2', '--pin', '20261118_1504'] });
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
  expect(report.unlisted).toMatchObject([
    { product, serial: '20261119_1504', why: 'not among the newest 2' },
  ]);
  expect((await readRoot(root, 'index.sjson'))?.versions).toEqual([
    `${product} 20261118_1504`,
    `${product} 20261120_1504`,
    `${product} 20261121_1504`,
  ]);
});
