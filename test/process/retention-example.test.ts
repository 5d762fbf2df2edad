import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { output } from './support/command.ts';

test('nights with keep: 3 list three versions, and store one more for the grace time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-retention-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(await bundleCli(), '..'), join(folder, 'dist'), { recursive: true });
  await cp('examples/retention', join(folder, 'examples/retention'), { recursive: true });
  const run = join(folder, 'examples/retention/run');
  const said = await output(run, ['9'], { cwd: folder, env: { TMPDIR: folder } });
  const nights = [...said.matchAll(/^ *\d+ .*$/gm)].map(([line]) => line.trim().split(/ +/));
  const figures = nights.map((columns) => columns.map(Number));
  expect(figures.map(([night, listed, stored]) => [night, listed, stored])).toEqual([
    [1, 1, 1],
    [2, 2, 2],
    [3, 3, 3],
    ...[4, 5, 6, 7, 8, 9].map((night) => [night, 3, 4]),
  ]);
  // From then on as much goes every night as comes.
  const [[, , , files = 0, bytes = 0] = []] = figures.slice(-3);
  for (const [, , , laterFiles, laterBytes = 0] of figures.slice(-2)) {
    expect(laterFiles).toBe(files);
    expect(Math.abs(laterBytes - bytes)).toBeLessThan(100);
  }
});
