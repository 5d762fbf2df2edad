import { expect } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { isSimplestreamsError, StoreError } from '../../src/core/error.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { gatedStore, isWrite, type StoreCall } from '../fakes/gated-store.ts';
import { start } from '../fakes/scene.ts';
import type { Fault, RunEvent } from './history-events.ts';
import { type Keys, openKeys } from './history-keys.ts';
import { contentIdAt, type Listing, watchListing } from './history-listing.ts';
import { type Rings, watchRings } from './history-rings.ts';
import { type Served, servedBy } from './served.ts';

export const hour = 60 * 60 * 1000;
/** A signed request is refused when it comes later (SigV4). */
const signatureLife = 15 * 60 * 1000;

/** No run needs as many calls to the store, however often it is forestalled. */
const callLimit = 20_000;

/** A root, what is known of it, and the runs that are under way. */
export interface World {
  readonly store: MemoryStore;
  /** Of the root that versions are promoted from. */
  readonly source: MemoryStore;
  /** `undefined`: the root is unsigned. */
  readonly keys: Keys | undefined;
  /** Milliseconds. */
  readonly grace: number;
  readonly listing: Listing;
  readonly rings: Rings | undefined;
  /** The build that was published as `product serial`. */
  readonly built: Map<string, number>;
  /** `product serial`, in the order in which somebody meant to take it off. */
  readonly takenBack: Set<string>;
  now: number;
  run: number;
  served: Served[];
  readonly paused: { readonly go: () => Promise<unknown> }[];
  readonly late: { readonly signed: number; readonly effect: () => Promise<unknown> }[];
}

export function openWorld(kind: 'signed' | 'unsigned', grace: number): World {
  const now = () => new Date(world.now);
  const pause = async () => undefined;
  const store = memoryStore({ now, pause });
  const keys = kind === 'signed' ? openKeys() : undefined;
  const world: World = {
    store,
    source: memoryStore({ now, pause }),
    keys,
    grace,
    listing: watchListing(store, keys),
    rings: keys && watchRings(store, keys),
    built: new Map(),
    takenBack: new Set(),
    now: start.getTime(),
    run: 0,
    served: [],
    paused: [],
    late: [],
  };
  return world;
}

class Crash extends Error {}

/** A run that can go wrong once. */
interface Run {
  readonly world: World;
  readonly fault: Fault | undefined;
  calls: number;
  struck: boolean;
  crashed: boolean;
  /** Resolves when the run is asked to go on. */
  standStill: () => Promise<void>;
}

/** Runs until it ends, or stands still. */
export async function act(
  world: World,
  { fault }: RunEvent,
  action: (store: Store, run: string) => Promise<unknown>,
): Promise<void> {
  world.run += 1;
  const run: Run = {
    world,
    fault,
    calls: 0,
    struck: false,
    crashed: false,
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

/** The oldest of what is late takes effect, unless it comes too late. */
export async function land(world: World): Promise<void> {
  const late = world.late.shift();
  if (late !== undefined && world.now - late.signed <= signatureLife) await late.effect();
}

async function pass<T>(run: Run, call: StoreCall, effect: () => Promise<T>): Promise<T> {
  const { world } = run;
  run.calls += 1;
  if (run.calls > callLimit) throw new Error('a run does not end');
  if (run.crashed) throw new Crash();
  const kind = strikes(run, call) ? run.fault?.kind : undefined;
  const signed = world.now;
  if (kind !== undefined) run.struck = true;
  if (kind === 'crash-before') throw crash(run);
  if (kind === 'late' || kind === 'silent') {
    world.late.push({ signed, effect: () => watched(world, call, effect) });
    return unanswered(call) as T;
  }
  if (kind === 'pause-before' || kind === 'pause-removing') await run.standStill();
  if (isWrite(call) && world.now - signed > signatureLife) {
    throw new StoreError('STORE_FAILED', `${call.method} ${call.path}: 403 RequestTimeTooSkewed`);
  }
  const answer = await watched(world, call, effect);
  if (kind === 'crash-after' || kind === 'crash-removing') throw crash(run);
  if (kind === 'pause-after') await run.standStill();
  return answer;
}

function strikes({ fault, calls, struck }: Run, call: StoreCall): boolean {
  if (fault === undefined || calls < fault.at) return false;
  switch (fault.kind) {
    case 'late':
      return !struck && unanswered(call) !== undefined;
    case 'silent':
      return call.method === 'remove';
    case 'crash-removing':
    case 'pause-removing':
      return !struck && call.method === 'remove';
    default:
      return calls === fault.at;
  }
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
  const { store, keys, listing, rings } = world;
  const since = world.now - world.grace;
  if (call.method === 'remove') {
    const needed = world.served.filter(({ until = world.now }) => until >= since);
    for (const { from, paths } of needed) {
      expect(paths.has(call.path), `${call.path}, named by ${from}, is removed`).toBe(false);
    }
  }
  const before = new Map(call.method === 'remove' ? store.objects : []);
  const answer = await effect();
  if (!isWrite(call)) return answer;
  for (const [path, { bytes }] of before) {
    if (store.objects.has(path)) continue;
    const follows = listing.documentOf(contentIdAt(path)).some((each) => same(each, bytes));
    expect(follows, `${path}, which follows the head, is removed`).toBe(false);
  }
  world.served = await servedBy(store, keys?.verifier(), world.served, world.now);
  await listing.look(world.takenBack);
  await rings?.look(world.now, since);
  return answer;
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other);
}

/** What a run is given; the machine's clock goes on by a second whenever it is looked at. */
export async function optionsOf(world: World, run: string, signer = 0, skew = 0) {
  let seconds = 0;
  const now = () => new Date(world.now + skew + 1000 * seconds++);
  return { signing: await signingOf(world, signer), run, now, sleep: async () => undefined };
}

async function signingOf(world: World, signer: number): Promise<Signing | undefined> {
  const { keys, rings, now, grace } = world;
  const known = (await rings?.known(now - grace)) ?? [];
  const fingerprint = known[signer % known.length];
  return fingerprint === undefined ? undefined : keys?.signingWith(fingerprint);
}
