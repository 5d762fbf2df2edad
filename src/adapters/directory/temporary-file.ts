import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './failure.ts';
import { formatOwner, type Owner, ownerState, parseOwner } from './owner.ts';

/** After this, what a process that cannot be seen from here (another machine, another container) left is removed. */
const forsaken = 24 * 60 * 60 * 1000;

/**
 * Makes a file in `folder`, hands its path to `use`, and removes what `use` did not move away. Its name tells its
 * owner, so that {@link sweepTemporaryFiles} finds what a killed process left.
 */
export async function withTemporaryFile<T>(
  folder: string,
  owner: Owner,
  fill: (file: FileHandle) => Promise<void>,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(folder, `${formatOwner(owner)}.${randomUUID()}`);
  try {
    const file = await open(path, 'wx');
    try {
      await fill(file);
    } finally {
      await file.close();
    }
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Removes the temporary files in `folder` whose owners are dead. */
export async function sweepTemporaryFiles(folder: string, self: Owner): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = parseOwner(name.slice(0, name.lastIndexOf('.')));
    if (owner === undefined) continue;
    const path = join(folder, name);
    const state = ownerState(owner, self);
    if (state === 'dead' || (state === 'unknown' && (await isForsaken(path)))) {
      await rm(path, { force: true });
    }
  }
}

async function isForsaken(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs > forsaken;
  } catch (error) {
    // Another process sweeps too.
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}
