import { expect } from 'vitest';
import { prune } from '../../src/app/prune.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient, readWhole } from '../fakes/reader.ts';
import { portsOn, publishBuild } from '../fakes/scene.ts';
import { signing } from './publishers.ts';

export const hour = 60 * 60 * 1000;

/** A store, and a clock that can be put forward: what lies in the store is as much older then. */
export interface PruneScene {
  readonly store: Store;
  readonly now: () => Date;
  pass(hours: number): Promise<void>;
}

let runs = 0;
function optionsOf({ now }: PruneScene) {
  runs += 1;
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 100));
  return { signing, run: `run ${runs}`, now, sleep };
}

function publishRelease(scene: PruneScene, release: string, minute: number) {
  const created = new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString();
  const files = containerImage(`${release} ${minute}`, { release, created });
  return publishBuild(scene.store, release, { ...optionsOf(scene), files });
}

export function pruneNow(scene: PruneScene, keep?: number) {
  const retention = keep === undefined ? undefined : { keep, keepFor: undefined, pins: [] };
  const request = { retention, filters: [], consumers: undefined, allow: [], yes: true };
  const ports = portsOn(scene.store, optionsOf(scene));
  return prune({ ...request, grace: 24 * hour, dryRun: false }, ports).then((report) => ({
    report,
    said: ports.said,
  }));
}

/** Publishes so many products, of two versions each, of which the older is taken off and noted; all of it is due then. */
export async function noteOldVersions(scene: PruneScene, products: number): Promise<void> {
  for (let release = 1; release <= products; release++) {
    for (const minute of [1, 2]) await publishRelease(scene, `${release}`, minute);
  }
  await pruneNow(scene, 1);
  await scene.pass(49);
  expect((await pruneNow(scene)).report.waiting.length).toBeGreaterThan(2 * products);
  await scene.pass(25);
}

/**
 * Prunes a root of {@link noteOldVersions} while eight publish into it, some read it again and again, and one goes on
 * with what he began before. Nobody may fail, and every image must be there afterwards.
 */
export async function pruneInACrowd(scene: PruneScene) {
  const { store } = scene;
  const before = await readWhole(store, 'sjson', signing);
  let ended = false;
  async function readAgainAndAgain(): Promise<number> {
    let reads = 0;
    for (; !ended; reads++) await readAsClient(store, reads % 2 ? 'json' : 'sjson', signing);
    return reads;
  }
  /** One who began before, and asks for one object after the other. */
  async function readOn(): Promise<void> {
    for (const path of before.paths) {
      expect(await store.read(joinPath(path), 2 ** 20), path).toBeDefined();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const reading = readAgainAndAgain();
  const releases = ['5', '6', '7', '8', '9', '10', '11', '12'];
  const [{ report, said }, published] = await Promise.all([
    pruneNow(scene),
    Promise.all(releases.map((release) => publishRelease(scene, release, 5))),
    readOn(),
  ]);
  ended = true;
  expect(await reading).toBeGreaterThan(0);
  expect(report.reaped.length).toBeGreaterThan(6);
  expect(published.every(({ changed }) => changed)).toBe(true);
  const { versions } = await readAsClient(store, 'sjson', signing);
  expect(Object.keys(versions)).toHaveLength(Object.keys(versionsBefore(before)).length + 8);
  return { report, said };
}

function versionsBefore({ documents }: Awaited<ReturnType<typeof readWhole>>) {
  return Object.assign({}, ...Object.values(documents).map(({ document }) => document.products));
}
