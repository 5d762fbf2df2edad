import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../../core/error.ts';
import { absent, isSystemError, linkUnsupported, unless } from './failure.ts';
import type { LockPlace } from './lock-file.ts';
import type { Link } from './naming.ts';
import { currentOwner, type Owner } from './owner.ts';
import { removeEmptyFolder } from './removing.ts';
import { sweepTemporaryFiles, withTemporaryFile } from './temporary-file.ts';

/** The folder `.simplestreams` in a root: what its writers need besides the objects. */
export interface Workspace extends LockPlace {
  /** False on a file system without hard links: then nothing keeps two writers apart. */
  readonly links: boolean;
  /** The nearest folder above it that was there before. */
  readonly above: string;
}

/**
 * Makes the root and its workspace where missing, and removes what killed processes left in it.
 * @throws StoreError STORE_NO_COMPARE_AND_SWAP without hard links, unless there is a single writer: before any
 * image was copied
 */
export async function openWorkspace(
  root: string,
  singleWriter: boolean,
  link: Link,
): Promise<Workspace> {
  const temporary = join(root, '.simplestreams', 'tmp');
  const locks = join(root, '.simplestreams', 'lock');
  const above = await nearest(temporary);
  const owner = currentOwner();
  await sweepTemporaryFiles(temporary, owner);
  const refusal = await linkRefusal(temporary, owner, link);
  if (refusal !== undefined && !singleWriter) {
    throw new StoreError(
      'STORE_NO_COMPARE_AND_SWAP',
      `the file system of ${root} has no hard links, and without them two publishers at once could lose each other's images; use a folder of another file system, or state \`single-writer: true\` if never more than one publisher writes at a time`,
      { cause: refusal },
    );
  }
  return { temporary, locks, owner, links: refusal === undefined, above };
}

/**
 * Removes the folders that were made for a workspace that has never been locked, as far as nothing lies in them: who
 * stores nothing leaves nothing. Another run may have found them there; it makes again what it misses.
 */
export async function removeUnused({ temporary, locks, above }: Workspace): Promise<void> {
  if ((await unless(absent, stat(locks))) !== undefined) return;
  for (let folder = temporary; folder !== above; folder = dirname(folder)) {
    if (!(await removeEmptyFolder(folder))) return;
  }
}

/** `folder`, or the first one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const found = await unless(absent, stat(folder));
  return found === undefined ? nearest(dirname(folder)) : folder;
}

function linkRefusal(temporary: string, owner: Owner, link: Link): Promise<unknown> {
  return withTemporaryFile(
    temporary,
    owner,
    async () => undefined,
    async (path) => {
      try {
        await link(path, `${path}-link`);
        return undefined;
      } catch (error) {
        if (isSystemError(error, ...linkUnsupported)) return error;
        throw error;
      } finally {
        await rm(`${path}-link`, { force: true });
      }
    },
  );
}
