import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundle } from './support/bundle.ts';
import { privateKey } from './support/keys.ts';
import { candidate, makePromotionScene, stable } from './support/promotion.ts';
import { readRoot } from './support/read-root.ts';
import { runStep } from './support/runner.ts';
import { passphrase } from './support/scene.ts';

const serial = '20261120_0000';

let action: string;
let cli: string;
let key: string;
beforeAll(async () => {
  ({ action, cli } = await bundle());
  key = await privateKey({ passphrase });
}, 60_000);

/** A workspace with a candidate, and a step in it. */
async function workspace() {
  const scene = await makePromotionScene(cli, key);
  await scene.publishMaas(join(scene.folder, 'candidate'), serial);
  const keys = { 'signing-key': key, 'signing-key-passphrase': passphrase };
  const step = (inputs: Readonly<Record<string, string>>) =>
    runStep(action, scene.folder, { ...keys, ...inputs });
  return { scene, step };
}

const roots = { command: 'promote', from: 'candidate', root: 'stable' };
const choice = { for: 'maas', rename: 'candidate=stable', label: 'stable' };

test('a step plans, with the table as its summary; another one applies the plan, and a third is refused', async () => {
  const { scene, step } = await workspace();
  const plan = { plan: 'plan.json', 'plan-summary': 'plan.md' };
  const planned = await step({ ...roots, ...choice, ...plan });
  expect(planned).toMatchObject({
    code: 0,
    outputs: { changed: 'true', outcome: 'planned' },
    summary: await readFile(join(scene.folder, 'plan.md'), 'utf8'),
  });
  expect(planned.summary).toContain(candidate);
  expect(await readRoot(join(scene.folder, 'stable'), 'index.json')).toBeUndefined();

  const applied = await step({ ...roots, apply: 'plan.json' });
  expect(applied).toMatchObject({
    code: 0,
    outputs: { changed: 'true', outcome: 'promoted', product: stable, serial, generation: '1' },
  });
  expect(applied.summary).toContain(`Promoted <code>${candidate.replaceAll('_', '&#95;')}</code>`);
  expect((await readRoot(join(scene.folder, 'stable'), 'index.sjson'))?.versions).toEqual([
    `${stable} ${serial}`,
  ]);

  const again = await step({ ...roots, apply: 'plan.json' });
  expect(again).toMatchObject({
    code: 3,
    summary: expect.stringContaining('Nothing was promoted'),
  });
  expect(again.stdout).toContain('::error');
});

test('a step rolls forward, and tells the new serial', async () => {
  const { scene, step } = await workspace();
  await scene.publishMaas(join(scene.folder, 'candidate'), '20261121_0000');
  const ended = await step({
    command: 'roll-forward',
    root: 'candidate',
    serial,
    'new-serial': '20261122_0000',
  });
  expect(ended).toMatchObject({
    code: 0,
    outputs: { changed: 'true', outcome: 'rolled-forward', serial: '20261122_0000' },
  });
});
