import { lstat, readdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedObject, Listing } from '../../ports/store.ts';
import { isSystemError } from './failure.ts';

/** What the store itself needs, and no object. */
const workspace = '.simplestreams';

/** The regular files below the folder; links and what else there may be are nobody's objects. */
export async function listFolder(root: string): Promise<Listing> {
  const now = new Date();
  const objects: ListedObject[] = [];
  await collect(root, '', objects);
  objects.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { objects, now };
}

async function collect(root: string, below: string, objects: ListedObject[]): Promise<void> {
  const entries = await unlessGone(readdir(join(root, below), { withFileTypes: true }));
  for (const entry of entries ?? []) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (path === workspace) continue;
    if (entry.isDirectory()) await collect(root, path, objects);
    if (!entry.isFile()) continue;
    const found = await unlessGone(lstat(join(root, path)));
    if (found !== undefined) objects.push({ path, size: found.size, modified: found.mtime });
  }
}

/** Removes `folder` and those above it, up to `root`, while nothing lies in them. */
export async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    try {
      await rmdir(at);
    } catch (error) {
      if (isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'EACCES', 'EPERM')) return;
      if (!isSystemError(error, 'ENOENT')) throw error;
    }
  }
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
