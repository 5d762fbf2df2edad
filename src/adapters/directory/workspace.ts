import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../core/error.ts';
import { makeFolders, syncFolders } from './durable.ts';
import { isSystemError, linkUnsupported } from './failure.ts';
import type { LockPlace } from './lock-file.ts';
import { currentOwner, type Owner } from './owner.ts';
import { sweepTemporaryFiles, withTemporaryFile } from './temporary-file.ts';

/** link(2) */
export type Link = (existing: string, path: string) => Promise<void>;

/** The folder `.simplestreams` in a root: what its writers need besides the objects. */
export interface Workspace extends LockPlace {
  /** False on a file system without hard links: then nothing keeps two writers apart. */
  readonly links: boolean;
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
  for (const folder of [temporary, locks]) {
    const above = await makeFolders(folder);
    if (above !== undefined) await syncFolders(folder, above);
  }
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
  return { temporary, locks, owner, links: refusal === undefined };
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
