import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDurably } from './durable.ts';
import { absent, isSystemError, unless } from './failure.ts';
import { inFolder } from './naming.ts';
import { formatOwner, type Owner, ownerState, parseOwner } from './owner.ts';

/** After this, what a process that cannot be seen from here (another machine, another container) left is removed. */
const forsaken = 24 * 60 * 60 * 1000;

export interface TemporaryFile {
  readonly path: string;
  readonly file: FileHandle;
  /** Closes it, and removes what was not moved away. */
  remove(): Promise<void>;
}

/**
 * Makes a file in `folder`. Its name tells its owner, so that {@link sweepTemporaryFiles} finds what a killed process
 * left.
 */
export async function makeTemporaryFile(folder: string, owner: Owner): Promise<TemporaryFile> {
  const path = join(folder, `${formatOwner(owner)}.${randomUUID()}`);
  // Who has stored nothing takes the folder away, if it was the one who made it.
  const file = await inFolder(folder, () => open(path, 'wx'), makeDurably);
  return {
    path,
    file,
    async remove() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** Makes a file as {@link makeTemporaryFile} does, hands its path to `use`, and removes what `use` did not move away. */
export async function withTemporaryFile<T>(
  folder: string,
  owner: Owner,
  fill: (file: FileHandle) => Promise<void>,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const { path, file, remove } = await makeTemporaryFile(folder, owner);
  try {
    await fill(file);
    await file.close();
    return await use(path);
  } finally {
    await remove();
  }
}

/** Removes the temporary files in `folder` whose owners are dead, if it is there. */
export async function sweepTemporaryFiles(folder: string, self: Owner): Promise<void> {
  for (const name of (await unless(absent, readdir(folder))) ?? []) {
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
