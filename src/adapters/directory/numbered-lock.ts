import { linkSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../../core/error.ts';
import { isSystemError } from './failure.ts';
import {
  freed,
  type Holder,
  highestLock,
  holderOf,
  type LockPlace,
  lockFile,
  lockNumbers,
} from './lock-file.ts';
import { inFolder } from './naming.ts';
import { formatOwner } from './owner.ts';
import { withTemporaryFile } from './temporary-file.ts';

/** Times in milliseconds. */
export interface LockLimits {
  readonly signal?: AbortSignal | undefined;
  /** An owner that cannot be seen from here is taken for dead after this; it holds the lock for milliseconds. */
  readonly abandoned?: number;
  /** How long to wait; longer than the above. */
  readonly patience?: number;
}

/** The contents of two lock files, each a file already. */
export interface Prepared {
  readonly mine: string;
  readonly free: string;
}

/** Numbers below one's own that are kept: a listing that runs beside the making of files may miss some of them. */
const kept = 16;

/**
 * Runs `action` while no other process runs one under the same lock, which dies with its owner.
 *
 * The lock is the file `lock.N` of the highest number, which tells its owner, or that it is free. Who finds it free, or
 * its owner dead, makes the next number by link(2), which only one can. A number once passed is never the highest again:
 * so whoever slept between finding and making, and made a number that others had used and cleared away, sees by
 * listing again that it is too late. `action` is synchronous, as is all that lies between making a number and freeing
 * it, so that no busy event loop keeps the lock.
 *
 * @throws StoreError when the lock cannot be had in time
 */
export async function withNumberedLock<T>(
  place: LockPlace,
  action: () => T,
  limits: LockLimits = {},
): Promise<T> {
  await inFolder(place.locks, () => undefined);
  const prepare = (text: string, use: (path: string) => Promise<T>) =>
    withTemporaryFile(place.temporary, place.owner, (file) => file.writeFile(text), use);
  // Both before the lock is taken: a full disk must not keep it from being freed.
  return prepare(formatOwner(place.owner), (mine) =>
    prepare(freed, (free) => contend(place, { mine, free }, action, limits)),
  );
}

async function contend<T>(
  place: LockPlace,
  files: Prepared,
  action: () => T,
  { signal, abandoned = 60_000, patience = 90_000 }: LockLimits,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    signal?.throwIfAborted();
    const highest = highestLock(place.locks);
    const holder = await holderOf(place, highest, abandoned);
    const done = holder === undefined ? hold(place.locks, highest + 1, files, action) : undefined;
    if (done !== undefined) return done.value;
    if (performance.now() > deadline) {
      throw new StoreError('STORE_FAILED', heldTooLong(place.locks, holder, patience));
    }
    await sleep((holder?.state === 'unknown' ? 200 : 10) * (0.5 + Math.random()));
  }
}

/** Makes `number` and runs `action`, unless somebody else made it or a higher one. */
export function hold<T>(
  locks: string,
  number: number,
  { mine, free }: Prepared,
  action: () => T,
): { readonly value: T } | undefined {
  const file = lockFile(locks, number);
  try {
    linkSync(mine, file);
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return undefined;
    throw error;
  }
  if (highestLock(locks) !== number) {
    rmSync(file, { force: true });
    return undefined;
  }
  try {
    return { value: action() };
  } finally {
    release(locks, number, free);
  }
}

function release(locks: string, number: number, free: string): void {
  try {
    renameSync(free, lockFile(locks, number));
    for (const old of lockNumbers(locks)) {
      if (old <= number - kept) rmSync(lockFile(locks, old), { force: true });
    }
  } catch {
    // What came of the action counts more and must not be hidden; the lock dies with this process.
  }
}

function heldTooLong(locks: string, holder: Holder | undefined, patience: number): string {
  const waited = `waited ${Math.round(patience / 1000)} s for the lock in ${locks}`;
  if (holder?.owner === undefined) return `${waited}: other processes kept taking it; run again`;
  const { pid } = holder.owner;
  return holder.state === 'alive'
    ? `${waited}: process ${pid} holds it and is still there; end it if it hangs, then run again`
    : `${waited}: process ${pid} of another machine or container holds it; run again in a minute`;
}
