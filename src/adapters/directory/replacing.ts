import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RelativePath } from '../../core/path.ts';
import type { Replaced, Revision } from '../../ports/store.ts';
import { sha256Once } from '../sha256.ts';
import { settle, syncFolders } from './durable.ts';
import { inFolder } from './naming.ts';
import { withNumberedLock } from './numbered-lock.ts';
import { revisionAt } from './object-file.ts';
import { withTemporaryFile } from './temporary-file.ts';
import type { Writer } from './writer.ts';

/** Puts a durable file in place of the one whose revision is `revision`, in one step, under the lock of the root. */
export async function replaceFile(
  writer: Writer,
  path: RelativePath,
  bytes: Uint8Array,
  revision: Revision | undefined,
): Promise<Replaced> {
  const workspace = await writer.workspace();
  return withTemporaryFile(
    workspace.temporary,
    workspace.owner,
    async (file) => {
      await file.writeFile(bytes);
      await settle(file);
    },
    async (copy) => {
      const { root, file } = await writer.placeOf(path);
      const folder = dirname(file);
      // No await in here: between comparing and renaming this process must not turn to anything else.
      const swap = (): boolean => {
        if (revisionAt(file) !== revision) return false;
        renameSync(copy, file);
        return true;
      };
      const swapAlone = () =>
        workspace.links ? withNumberedLock(workspace, swap, { signal: writer.signal }) : swap();
      const swapped = await (revision === undefined ? inFolder(folder, swapAlone) : swapAlone());
      return swapped ? replaced(sha256Once(bytes), folder, root) : { outcome: 'conflict' };
    },
  );
}

async function replaced(revision: Revision, folder: string, root: string): Promise<Replaced> {
  try {
    await syncFolders(folder, root);
    return { outcome: 'replaced', revision };
  } catch (cause) {
    // Readers see it already; whether it outlives a power failure, nobody knows.
    return { outcome: 'unknown', cause };
  }
}
