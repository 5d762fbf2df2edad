import { expect } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { promote } from '../../src/app/promote.ts';
import { visit } from '../../src/app/visit.ts';
import type { Products } from '../../src/core/document.ts';
import { isSimplestreamsError, StoreError } from '../../src/core/error.ts';
import { type ProductName, parseProductName } from '../../src/core/name.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { gatedStore, isWrite, type StoreCall } from '../fakes/gated-store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';
import { takeBack } from '../fakes/unlisting.ts';
import type { Event, Fault } from './history-events.ts';
import { choice, originOn, promotion } from './promotion-scene.ts';
import { leftOver, type Served, servedBy } from './served.ts';

const hour = 60 * 60 * 1000;
export const grace = 24 * hour;
/** A signed request is refused when it comes later (SigV4). */
const signatureLife = 15 * 60 * 1000;

interface World {
  readonly store: MemoryStore;
  /** Of the root that versions are promoted from. */
  readonly source: MemoryStore;
  readonly signing: Signing | undefined;
  now: number;
  run: number;
  served: Served[];
  readonly paused: { readonly go: () => Promise<unknown> }[];
  readonly late: { readonly signed: number; readonly effect: () => Promise<unknown> }[];
}

/**
 * Lets all of it happen to an empty root. After every write each reader must see a complete root; nothing may be removed
 * that an index served within the grace time names; and when it is over and time has passed, nothing is left over.
 */
export async function liveThrough(
  events: readonly Event[],
  signing: Signing | undefined,
): Promise<void> {
  const world: World = {
    store: memoryStore({ now: () => new Date(world.now), pause: async () => undefined }),
    source: memoryStore({ now: () => new Date(world.now), pause: async () => undefined }),
    signing,
    now: start.getTime(),
    run: 0,
    served: [],
    paused: [],
    late: [],
  };
  await fillSource(world);
  for (const event of events) await happen(world, event);
  while (world.paused.length > 0) await happen(world, { kind: 'resume' });
  while (world.late.length > 0) await happen(world, { kind: 'land' });
  // Without an index it is nobody's root, and nothing is removed.
  await happen(world, { kind: 'publish', product: 3, build: 0, skew: 0, fault: undefined });
  for (let visits = 0; visits < 6; visits++) {
    await happen(world, { kind: 'pass', hours: 60 });
    await happen(world, { kind: 'prune', fault: undefined });
  }
  expect(await leftOver(world.store, signing)).toEqual([]);
}

async function fillSource({ source, signing }: World): Promise<void> {
  for (const release of ['0', '1', '2']) {
    const files = containerImage(`promoted ${release}`, {
      release,
      created: '2026-11-21T06:00:00Z',
    });
    await publishBuild(source, release, { signing, files, sleep: async () => undefined });
  }
}

async function happen(world: World, event: Event): Promise<void> {
  switch (event.kind) {
    case 'pass':
      world.now += event.hours * hour;
      return;
    case 'publish':
      return act(world, event.fault, (store, run) => publishIn(world, store, run, event));
    case 'unlist':
      return act(world, event.fault, (store, run) => unlistIn(world, store, run, event.product));
    case 'promote':
      return act(world, event.fault, (store, run) => promoteIn(world, store, run, event.product));
    case 'prune':
      return act(world, event.fault, (store, run) =>
        visit(portsOn(store, { ...optionsOf(world, run) }), { grace, dryRun: false }),
      );
    case 'resume':
      await world.paused.shift()?.go();
      return;
    case 'land': {
      const late = world.late.shift();
      if (late !== undefined && world.now - late.signed <= signatureLife) await late.effect();
    }
  }
}

class Crash extends Error {}

/** A run that can go wrong once. */
interface Run {
  readonly world: World;
  readonly fault: Fault | undefined;
  calls: number;
  crashed: boolean;
  /** An answer was. */
  lost: boolean;
  /** Resolves when the run is asked to go on. */
  standStill: () => Promise<void>;
}

/** Runs until it ends, or stands still. */
async function act(
  world: World,
  fault: Fault | undefined,
  action: (store: Store, run: string) => Promise<unknown>,
): Promise<void> {
  world.run += 1;
  const run: Run = {
    world,
    fault,
    calls: 0,
    crashed: false,
    lost: false,
    standStill: async () => undefined,
  };
  let ended: Promise<unknown> = Promise.resolve();
  const standing = new Promise<void>((stands) => {
    run.standStill = () =>
      new Promise((resolve) => {
        const go = () => {
          resolve();
          return ended;
        };
        world.paused.push({ go });
        stands();
      });
  });
  const store = gatedStore(world.store, (call, effect) => pass(run, call, effect));
  ended = action(store, `run ${world.run}`).catch((error: unknown) => {
    if (!run.crashed && !isSimplestreamsError(error)) throw error;
  });
  await Promise.race([ended, standing]);
}

async function pass<T>(run: Run, call: StoreCall, effect: () => Promise<T>): Promise<T> {
  const { world, fault } = run;
  run.calls += 1;
  if (run.crashed) throw new Crash();
  const kind = strikes(run, call) ? fault?.kind : undefined;
  const signed = world.now;
  if (kind === 'crash-before') throw crash(run);
  if (kind === 'late') {
    run.lost = true;
    world.late.push({ signed, effect: () => watched(world, call, effect) });
    return unanswered(call) as T;
  }
  if (kind === 'pause-before') await run.standStill();
  if (isWrite(call) && world.now - signed > signatureLife) {
    throw new StoreError('STORE_FAILED', `${call.method} ${call.path}: 403 RequestTimeTooSkewed`);
  }
  const answer = await watched(world, call, effect);
  if (kind === 'crash-after') throw crash(run);
  if (kind === 'pause-after') await run.standStill();
  return answer;
}

/** What can be lost is the first answer to a write from the nth call on. */
function strikes({ fault, calls, lost }: Run, call: StoreCall): boolean {
  if (fault?.kind !== 'late') return fault?.at === calls;
  return !lost && calls >= fault.at && unanswered(call) !== undefined;
}

function crash(run: Run): Crash {
  run.crashed = true;
  return new Crash();
}

/** What a store says that has no answer; `undefined` where there is no such word. */
function unanswered({ method }: StoreCall): unknown {
  if (method === 'remove') return 'unknown';
  return method === 'replace' ? { outcome: 'unknown', cause: new Error('no answer') } : undefined;
}

/** Every effect on the store goes through here. */
async function watched<T>(world: World, call: StoreCall, effect: () => Promise<T>): Promise<T> {
  if (call.method === 'remove') {
    const since = world.now - grace;
    const needed = world.served.filter(({ until = world.now }) => until >= since);
    for (const { from, paths } of needed) {
      expect(paths.has(call.path), `${call.path}, named by ${from}, is removed`).toBe(false);
    }
  }
  const answer = await effect();
  if (isWrite(call))
    world.served = await servedBy(world.store, world.signing, world.served, world.now);
  return answer;
}

/** The machine's clock goes on by a second whenever it is looked at. */
function optionsOf({ signing, now }: World, run: string, skew = 0) {
  let seconds = 0;
  const clock = () => new Date(now + skew + 1000 * seconds++);
  return { signing, run, now: clock, sleep: async () => undefined };
}

function publishIn(
  world: World,
  store: Store,
  run: string,
  { product, build, skew }: Event & { readonly kind: 'publish' },
): Promise<unknown> {
  const created = new Date(start.getTime() + build * hour).toISOString();
  const files = containerImage(`${product} ${build}`, { release: `${product}`, created });
  const options = { ...optionsOf(world, run, skew * hour), files };
  return publishBuild(store, `${build}`, options);
}

function unlistIn(world: World, store: Store, run: string, product: number): Promise<unknown> {
  const newest = { product: nameOf(product), serial: newestIn(world, nameOf(product)) };
  return takeBack(store, newest, optionsOf(world, run));
}

/** As somebody who has looked sees it. */
function newestIn({ store }: World, product: string): string | undefined {
  const bytes = store.objects.get(joinPath('streams/v1/images.json'))?.bytes;
  if (bytes === undefined) return undefined;
  const { products }: Products = JSON.parse(new TextDecoder().decode(bytes));
  return Object.keys(products[product]?.versions ?? {})
    .sort()
    .at(-1);
}

function promoteIn(world: World, store: Store, run: string, product: number): Promise<unknown> {
  const selection = { filters: [], product: nameOf(product), serial: undefined };
  const of = choice({ selection, rename: [], label: undefined, consumers: undefined });
  const origin = originOn(world.source, world.signing);
  return promote(promotion({ choice: of }), origin, portsOn(store, optionsOf(world, run)));
}

function nameOf(product: number): ProductName {
  const name = parseProductName(`alpine:${product}:amd64:default`);
  if (name === undefined) throw new Error('no name of a product');
  return name;
}
