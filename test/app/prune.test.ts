import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { prune } from '../../src/app/prune.ts';
import { joinPath } from '../../src/core/path.ts';
import type { RetentionPolicy } from '../../src/core/retention.ts';
import { objectHeaders } from '../../src/core/root.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
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

test.each([true, false])('names what hides files of the root (dry run: %s)', async (dryRun) => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '1');
  const put = async (text: string) => {
    const path = joinPath(text);
    const source = bytesSource(new TextEncoder().encode(text));
    await store.create(path, source, objectHeaders(path, 'mutable'));
  };
  const pruned = async () => {
    const ports = portsOn(store, { run: 'prune' });
    const request = { retention: undefined, filters: [], consumers: undefined, allow: [] };
    const report = await prune({ ...request, yes: false, grace: 24 * hour, dryRun }, ports);
    return { held: report.held, warnings: ports.said.filter((line) => line.startsWith('!')) };
  };
  await put('elsewhere/streams/v1/index.json');
  expect(await pruned()).toEqual({ held: undefined, warnings: [] });
  await put('streams/v1/streams/v1/index.json');
  const why =
    'streams/v1/streams/v1/index.json makes what lies below streams/v1/ look like another root, though this one lists files there too, and nothing there is removed; move it away';
  expect(await pruned()).toEqual({ held: why, warnings: [`! not everything is reaped: ${why}`] });
});
