import { readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './failure.ts';
import { type Owner, type OwnerState, ownerState, parseOwner } from './owner.ts';
import { withTemporaryFile } from './temporary-file.ts';

export interface LockPlace {
  /** Holds the lock files, and nothing else; made by whoever takes the lock. */
  readonly locks: string;
  /** For temporary files, on the same file system. */
  readonly temporary: string;
  /** Of what this process makes in both. */
  readonly owner: Owner;
}

export interface Holder {
  /** `undefined`: a file that another process has just cleared away, or that cannot be read as ours. */
  readonly owner: Owner | undefined;
  readonly state: Exclude<OwnerState, 'dead'>;
}

/** What a lock file holds that nobody owns. */
export const freed = 'free';

export function lockFile(locks: string, number: number): string {
  return join(locks, `lock.${number}`);
}

export function lockNumbers(locks: string): readonly number[] {
  return readdirSync(locks).flatMap((name) => {
    const number = /^lock\.([1-9]\d{0,14})$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** 0 when there is no lock file yet. */
export function highestLock(locks: string): number {
  return Math.max(0, ...lockNumbers(locks));
}

/**
 * Who holds the lock by the file of this number; `undefined`: nobody, or somebody dead.
 * @param abandoned an owner that cannot be seen from here is taken for dead after so many milliseconds
 */
export async function holderOf(
  place: LockPlace,
  number: number,
  abandoned: number,
): Promise<Holder | undefined> {
  if (number === 0) return undefined;
  const file = lockFile(place.locks, number);
  try {
    const text = readFileSync(file, 'latin1');
    if (text === freed) return undefined;
    const owner = parseOwner(text);
    const state = owner === undefined ? 'unknown' : ownerState(owner, place.owner);
    if (state === 'dead') return undefined;
    if (state === 'unknown' && (await ageOf(place, file)) > abandoned) return undefined;
    return { owner, state };
  } catch (error) {
    // Cleared away, so there is a higher one: the next look tells.
    if (isSystemError(error, 'ENOENT')) return { owner: undefined, state: 'alive' };
    throw error;
  }
}

/** By the clock of the file system, which is one for all machines. link(2) sets ctime, and nothing does after it. */
async function ageOf({ temporary, owner }: LockPlace, file: string): Promise<number> {
  const made = await stat(file);
  const now = await withTemporaryFile(
    temporary,
    owner,
    async () => undefined,
    (path) => stat(path),
  );
  return now.ctimeMs - made.ctimeMs;
}
