import { unlinkSync } from 'node:fs';
import { lstat, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { StoreError } from '../../core/error.ts';
import type { RelativePath } from '../../core/path.ts';
import type { Revision } from '../../ports/store.ts';
import { absent, isSystemError, unless } from './failure.ts';
import { withNumberedLock } from './numbered-lock.ts';
import { notRegular, revisionAt } from './object-file.ts';
import type { Place } from './place.ts';
import type { Writer } from './writer.ts';

/** A root has it, be it empty: a publisher may be about to make its first head. */
const documents = join('streams', 'v1');

/**
 * Removes the object at `path`, and the folders above it in which nothing lies then.
 * @param revision removes no other object
 * @throws StoreError when something else than an object lies there, or a symbolic link is on the way
 */
export async function removeFile(
  writer: Writer,
  path: RelativePath,
  revision: Revision | undefined,
): Promise<'removed' | 'conflict'> {
  const { root } = writer;
  const place = await writer.placeOf(path);
  if (place.file !== join(place.root, path)) {
    throw new StoreError(
      'STORE_FAILED',
      `${join(root, path)} is reached by a symbolic link, through which nothing is removed; remove it by hand`,
    );
  }
  if (await isThere(place.file)) {
    if (revision === undefined) await unless(absent, unlink(place.file));
    else if (!(await removeRevision(writer, place.file, revision))) return 'conflict';
  }
  await removeEmptyFolders(place);
  return 'removed';
}

/** Under the lock, as whatever replaces it. False: another one lies there. */
async function removeRevision(writer: Writer, file: string, revision: Revision): Promise<boolean> {
  const workspace = await writer.workspace();
  // No await in here: between comparing and removing this process must not turn to anything else.
  const removed = (): boolean => {
    const present = revisionAt(file);
    if (present !== undefined && present !== revision) return false;
    if (present !== undefined) unlinkSync(file);
    return true;
  };
  return workspace.links
    ? withNumberedLock(workspace, removed, { signal: writer.signal })
    : removed();
}

async function isThere(file: string): Promise<boolean> {
  const found = await unless(absent, lstat(file));
  if (found?.isFile() === false) throw notRegular(file);
  return found !== undefined;
}

/** What a run that was ended in between has left is removed as well, so it does not matter whether the object was there. */
async function removeEmptyFolders({ root, file }: Place): Promise<void> {
  const segments = relative(root, dirname(file)).split(sep);
  for (let depth = segments.length; depth > 0; depth--) {
    const folder = segments.slice(0, depth).join(sep);
    if (folder === '' || folder === documents) return;
    if (!(await removeEmptyFolder(join(root, folder)))) return;
  }
}

/** False when it stays: something lies in it, it is a file system of its own, or it is not this user's to remove. */
export async function removeEmptyFolder(folder: string): Promise<boolean> {
  try {
    await unless(absent, rmdir(folder));
    return true;
  } catch (error) {
    const stays = ['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EACCES', 'EPERM'];
    if (isSystemError(error, ...stays)) return false;
    throw error;
  }
}
