import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../core/error.ts';
import type { RelativePath } from '../../core/path.ts';
import type { Content, Draft } from '../../ports/store.ts';
import { writeAll } from '../write-all.ts';
import { settle } from './durable.ts';
import { absent, isSystemError, unless } from './failure.ts';
import { makeTemporaryFile, type TemporaryFile } from './temporary-file.ts';
import { removeUnused } from './workspace.ts';
import type { Writer } from './writer.ts';

/** A temporary file that may become an object. */
export interface FileDraft extends Draft {
  /**
   * Makes the file durable and hands its path to `name`, which gives it its name. Once: then the draft is used up.
   * @returns `undefined` when it does not hold all of `content`; `name` was not called then
   */
  use<T>(content: Content, name: (path: string) => Promise<T>): Promise<T | undefined>;
}

/** Begins a draft in the root of `writer`; `undefined` when a file of `size` bytes lies in `folder`, or it cannot be. */
export async function openDraft(
  writer: Writer,
  folder: RelativePath,
  size: number,
): Promise<FileDraft | undefined> {
  const file = await unlessRefused(async () => {
    if (await liesIn(writer, folder, size)) return undefined;
    const { temporary, owner } = await writer.workspace();
    return makeTemporaryFile(temporary, owner);
  });
  if (file === undefined) return undefined;
  const draft = fileDraft(writer, file);
  writer.drafts.set(draft, draft);
  return draft;
}

/** Whether a file of `size` bytes lies anywhere below `folder`: no file is opened, and no document is read. */
async function liesIn(writer: Writer, folder: RelativePath, size: number): Promise<boolean> {
  const { file: place } = await writer.placeOf(folder);
  const options = { recursive: true, withFileTypes: true } as const;
  for (const entry of (await unless(absent, readdir(place, options))) ?? []) {
    if (!entry.isFile()) continue;
    const found = await unless(absent, stat(join(entry.parentPath, entry.name)));
    if (found?.size === size) return true;
  }
  return false;
}

function fileDraft(writer: Writer, made: TemporaryFile): FileDraft {
  let held: TemporaryFile | undefined = made;
  let written = 0;
  let last = Promise.resolve();

  function letGo(): TemporaryFile | undefined {
    const file = held;
    held = undefined;
    return file;
  }

  async function write(bytes: Uint8Array): Promise<void> {
    if (held === undefined) return;
    const done = await unlessRefused(async () => {
      await writeAll(made.file, bytes);
      return true;
    });
    written += bytes.length;
    // On a disk that is full, what cannot be finished takes up no room.
    if (done === undefined) await unlessRefused(async () => letGo()?.remove());
  }

  return {
    write(bytes) {
      // One at a time: the system lets but one thread write to a file, and the others spin.
      last = last.then(() => write(bytes));
      return last;
    },

    async use({ size }, name) {
      await last;
      const file = letGo();
      if (file === undefined) return undefined;
      try {
        if (written !== size) return undefined;
        writer.signal?.throwIfAborted();
        await settle(file.file);
        await file.file.close();
        return await name(file.path);
      } finally {
        await file.remove();
      }
    },

    async discard() {
      await last.catch(() => undefined);
      await unlessRefused(async () => {
        await letGo()?.remove();
        await removeUnused(await writer.workspace());
      });
    },
  };
}

/** `undefined` in place of what the system or the root refuses: the bytes can be copied later, and that will say why. */
async function unlessRefused<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (isSystemError(error) || error instanceof StoreError) return undefined;
    throw error;
  }
}
