import { pathDigest, type Sha256 } from '../core/digest.ts';
import { StoreError } from '../core/error.ts';
import type { Form } from '../core/root.ts';
import { isSameTime, type Unnamed } from '../core/visit-plan.ts';
import type { Listing } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import { bringUpFollowers } from './followers.ts';
import { documentLimit, readHead } from './head.ts';

/** What is removed, is removed while the list is no older, in milliseconds (design: *Deleting*). */
const listLimit = 15 * 60 * 1000;

/** A run that stands still for longer, in milliseconds, between its look and the removal leaves it to a later visit. */
const standLimit = 3 * 60 * 1000;

/** How many are removed at once. */
const lanes = 8;

export interface Reaped {
  /** What is gone. */
  readonly reaped: readonly Unnamed[];
  /** What lies at a path of ours, and was not stored by this program. */
  readonly foreign: readonly Unnamed[];
  /** Why the others were left. */
  readonly held: string | undefined;
  /** A request may take effect yet: no other may be sent before it is over. */
  readonly isPending: boolean;
  /** What kept it from going on, if anything did: to be thrown when what is known is written down. */
  readonly failure: { readonly error: unknown } | undefined;
}

/**
 * Removes what is due, each after one more look: it must be the object that was listed, stored by this program, and the
 * list must not be older than it may be. A failure ends it when what is under way is over.
 */
export async function reap(
  ports: Ports,
  due: readonly Unnamed[],
  listing: Listing,
  form: Form,
): Promise<Reaped> {
  const removal: Removal = { ports, listing, form, paths: new Set(listing.objects.map(pathOf)) };
  const results = new Map<Unnamed, Result>();
  const failures: unknown[] = [];
  for (const batch of batchesOf(due)) {
    const done = await Promise.allSettled(batch.map((object) => remove(removal, object)));
    for (const [n, object] of batch.entries()) {
      const each = done[n];
      if (each?.status === 'fulfilled') results.set(object, each.value);
      if (each?.status === 'rejected') failures.push(each.reason);
    }
    if (failures.length > 0) break;
  }
  const those = (result: Result) => due.filter((object) => results.get(object) === result);
  const reaped = those('removed');
  if (reaped.some(isFollower)) {
    await bringBack(ports, reaped.filter(isFollower), form).catch((error) => failures.push(error));
  }
  const [failure] = failures.map((error) => ({ error }));
  return {
    reaped,
    foreign: those('foreign'),
    held: whyHeld(those('late').length, those('unknown').length),
    // What a store refuses has no effect; of what was broken off by anything else, nobody knows.
    isPending:
      those('unknown').length > 0 || failures.some((each) => !(each instanceof StoreError)),
    failure,
  };
}

function whyHeld(late: number, unknown: number): string | undefined {
  const why = [
    ...(late > 0 ? ['removing took longer than 15 minutes'] : []),
    ...(unknown > 0 ? ['for some there was no answer from the store'] : []),
  ];
  if (why.length === 0) return undefined;
  const next = unknown > 0 ? 'a visit in half an hour or later' : 'the next visit';
  return `${why.join(', and ')}; ${next} goes on`;
}

type Result = 'removed' | 'unknown' | 'late' | 'changed' | 'foreign';

interface Removal {
  readonly ports: Ports;
  readonly listing: Listing;
  readonly form: Form;
  /** Of all that was listed. */
  readonly paths: ReadonlySet<string>;
}

async function remove(removal: Removal, object: Unnamed): Promise<Result> {
  const { store, clock } = removal.ports;
  const { path } = object.stored;
  const began = clock.now().getTime();
  // Somebody may list such a document again, and with other bytes: those are left, however late the request lands.
  const follower = isFollower(object) ? await store.read(path, documentLimit) : undefined;
  const found = await store.stat(path);
  if (found === undefined) return 'removed';
  if (found.now.getTime() - removal.listing.now.getTime() > listLimit) return 'late';
  if (!isSameTime(found.modified, object.modified)) return 'changed';
  const sha256 = found.sha256 ?? (await store.digest(path));
  if (sha256 === undefined || !isOurs(removal, object, sha256)) return 'foreign';
  if (clock.now().getTime() - began > standLimit) return 'late';
  const removed = await store.remove(path, follower?.revision);
  return removed === 'conflict' ? 'changed' : removed;
}

/** What a path of ours says of the bytes must be so: others may have chosen such a path too. */
function isOurs({ paths }: Removal, { stored }: Unnamed, sha256: Sha256): boolean {
  if ('digest' in stored) return stored.digest === pathDigest(sha256);
  if (stored.kind === 'staged') return true;
  const [, name = '', form = ''] = /^(.+)\.(s?json)$/.exec(stored.path) ?? [];
  return paths.has(`${name}.${pathDigest(sha256)}.${form}`);
}

/** Somebody may have listed such a document again while its follower was removed. */
async function bringBack(ports: Ports, removed: readonly Unnamed[], form: Form): Promise<void> {
  const { index } = await readHead(ports, form);
  const names = removed.map(({ path }) => /([^/]+)\.s?json$/.exec(path)?.[1] ?? '');
  if (names.some((name) => Object.hasOwn(index.index, name)))
    await bringUpFollowers(ports, form, 'always');
}

function isFollower({ stored }: Unnamed): boolean {
  return stored.kind === 'customary';
}

/** Followers first: each is known as ours by the document that it is a copy of. */
function* batchesOf(due: readonly Unnamed[]): Generator<readonly Unnamed[]> {
  for (const kind of [true, false]) {
    const some = due.filter((object) => isFollower(object) === kind);
    for (let from = 0; from < some.length; from += lanes) yield some.slice(from, from + lanes);
  }
}

function pathOf({ path }: { readonly path: string }): string {
  return path;
}
