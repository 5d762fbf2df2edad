import { expect } from 'vitest';
import { containerImage } from '../fakes/memory-images.ts';
import { publishBuild } from '../fakes/scene.ts';
import type { Event } from './history-events.ts';
import { runOf } from './history-runs.ts';
import { act, hour, land, openWorld, type World } from './history-world.ts';
import { leftOver } from './served.ts';

/**
 * Lets all of it happen to an empty root. After every write each reader must see a complete root, and be able to verify
 * it; nothing may be removed that an index served within the grace time names; nothing that is listed changes or goes
 * back; and when it is over and time has passed, nothing is left over.
 * @param grace hours
 */
export async function liveThrough(
  events: readonly Event[],
  kind: 'signed' | 'unsigned',
  grace: number,
): Promise<void> {
  const world = openWorld(kind, grace * hour);
  await fillSource(world);
  for (const event of events) await happen(world, event);
  while (world.paused.length > 0) await happen(world, { kind: 'resume' });
  while (world.late.length > 0) await happen(world, { kind: 'land' });
  // Without an index it is nobody's root, and nothing is removed.
  const sound = { signer: 0, fault: undefined };
  await happen(world, { kind: 'publish', product: 9, build: 0, skew: 0, ...sound });
  for (let visits = 0; visits < 6; visits++) {
    await happen(world, { kind: 'pass', hours: 60 });
    await happen(world, { kind: 'prune', ...sound });
  }
  expect(await leftOver(world.store, world.keys?.verifier())).toEqual([]);
}

async function fillSource({ source, keys }: World): Promise<void> {
  const signing = keys?.signingWith(keys.first.fingerprint);
  for (const release of ['0', '1', '2']) {
    const created = '2026-11-21T06:00:00Z';
    const files = containerImage(`promoted ${release}`, { release, created });
    await publishBuild(source, release, { signing, files, sleep: async () => undefined });
  }
}

async function happen(world: World, event: Event): Promise<void> {
  switch (event.kind) {
    case 'pass':
      world.now += event.hours * hour;
      return;
    case 'resume':
      await world.paused.shift()?.go();
      return;
    case 'land':
      return land(world);
    default:
      return act(world, event, (store, run) => runOf(world, event, store, run));
  }
}
