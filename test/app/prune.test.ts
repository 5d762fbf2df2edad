import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { prune } from '../../src/app/prune.ts';
import type { RetentionPolicy } from '../../src/core/retention.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';
import { hour } from './prune-scene.ts';

/** The groups of a log of a root with two versions, and the lines that say that nothing is written. */
async function groupsOf(keep: number | undefined, dryRun: boolean) {
  const store = memoryStore({ now: () => start });
  for (const build of ['1', '2']) await publishBuild(store, build);
  const ports = portsOn(store, { run: 'prune' });
  const retention: RetentionPolicy | undefined =
    keep === undefined ? undefined : { keep, keepFor: undefined, pins: [] };
  const request = { retention, filters: [], consumers: undefined, allow: [], yes: true };
  await prune({ ...request, grace: 24 * hour, dryRun }, ports);
  return ports.said.filter((line) => line.startsWith('#') || line.startsWith('dry run'));
}

test.each([
  [undefined, true, ['# Root', '# Plan', 'dry run: nothing is written', '# Result']],
  [1, true, ['# Root', '# Plan', 'dry run: nothing is written', '# Result']],
  [undefined, false, ['# Root', '# Prune', '# Result']],
  [1, false, ['# Root', '# Plan', '# Prune', '# Result']],
])('with keep %s and dry-run %s each part of the log comes once', async (keep, dryRun, groups) => {
  expect(await groupsOf(keep, dryRun)).toEqual(groups);
});
