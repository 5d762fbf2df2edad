import { chmod, type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { isSystemError } from './failure.ts';

/**
 * Makes `folder` and what is missing above it, for every user to read, as a web server must: the umask may add
 * rights (of a group), not take these.
 * @returns the folder above the first one made; `undefined` when all were there
 */
export async function makeFolders(folder: string): Promise<string | undefined> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return undefined;
  for (const made of chain(folder, first)) {
    const { mode } = await stat(made);
    if ((mode & 0o755) !== 0o755) await chmod(made, (mode & 0o7777) | 0o755);
  }
  return dirname(first);
}

/** As {@link makeFolders}; what was made is there after a power failure too. */
export async function makeDurably(folder: string): Promise<void> {
  const above = await makeFolders(folder);
  if (above !== undefined) await syncFolders(folder, above);
}

/** Makes the bytes of an open file durable, and the file one that every user can read. */
export async function settle(file: FileHandle): Promise<void> {
  const { mode } = await file.stat();
  if ((mode & 0o644) !== 0o644) await file.chmod((mode & 0o7777) | 0o644);
  await file.sync();
}

/**
 * Makes the names in `folder` and in the folders above it, up to `top`, durable: after a power failure a file is
 * found only if each of them was written. All of them, for another process may have made one a moment ago.
 */
export async function syncFolders(folder: string, top: string): Promise<void> {
  for (const each of chain(folder, top)) await syncFolder(each);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot do this with a folder; then nothing more can be done.
    if (!isSystemError(error, 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF')) throw error;
  } finally {
    await handle.close();
  }
}

/** `folder`, the one above it, and so on to `top`; `folder` alone when it is not under `top`. */
function chain(folder: string, top: string): readonly string[] {
  const [first] = relative(top, folder).split(sep);
  return first === '' || first === '..' ? [folder] : [folder, ...chain(dirname(folder), top)];
}
