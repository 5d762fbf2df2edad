import { lstatSync, renameSync } from 'node:fs';
import { makeFolders } from './durable.ts';
import { isSystemError } from './failure.ts';

/** link(2) */
export type Link = (existing: string, path: string) => Promise<void>;

/** How often the folder of a new name is made again; each time, somebody has removed the last object in it. */
const tries = 100;

/**
 * Makes `folder`, then runs `action`, which gives a file a name in it. Both again when the folder is gone in
 * between: whoever removes the last object of a folder removes the folder too.
 */
export async function inFolder<T>(
  folder: string,
  action: () => T | Promise<T>,
  make: (folder: string) => Promise<unknown> = makeFolders,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      await make(folder);
      return await action();
    } catch (error) {
      // mkdir -p of Node says ENOTDIR of a folder that goes away while it looks.
      if (!isSystemError(error, 'ENOENT', 'ENOTDIR') || attempt === tries) throw error;
    }
  }
}

/** False when something lies at `place` already. */
export async function linkNew(link: Link, copy: string, place: string): Promise<boolean> {
  try {
    await link(copy, place);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** For a single writer, on a file system without hard links; no await in it keeps its own uploads apart. */
export function renameNew(copy: string, place: string): boolean {
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) return false;
  renameSync(copy, place);
  return true;
}
