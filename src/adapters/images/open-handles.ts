import type { FileHandle } from 'node:fs/promises';

/** A descriptor that may be closed between two uses, and is opened again for the next one. */
export interface SharedHandle {
  /** Runs `action` on the descriptor, which stays open meanwhile. @throws what opening it again throws */
  use<T>(action: (handle: FileHandle) => Promise<T>): Promise<T>;
  /** Closes it for good. */
  close(): Promise<void>;
}

export interface OpenHandles {
  /** @param reopen makes sure that it is the file that it was */
  share(handle: FileHandle, reopen: () => Promise<FileHandle>): Promise<SharedHandle>;
}

/**
 * Descriptors of which so many stay open while nobody uses them: those that were used last. A run has any number of
 * image files, and on some systems a process has 256 descriptors.
 */
export function openHandles(mostIdle = 64): OpenHandles {
  /** What closes them; the first has been unused for the longest time. */
  const idle = new Set<() => Promise<void>>();

  async function rest(close: () => Promise<void>): Promise<void> {
    idle.add(close);
    const [longest] = idle;
    if (longest === undefined || idle.size <= mostIdle) return;
    idle.delete(longest);
    await longest();
  }

  return {
    async share(first, reopen) {
      let handle: Promise<FileHandle> | undefined = Promise.resolve(first);
      let users = 0;
      let isOver = false;

      async function close(): Promise<void> {
        const open = handle;
        handle = undefined;
        await (await open)?.close();
      }

      async function openAgain(): Promise<FileHandle> {
        try {
          return await reopen();
        } catch (error) {
          handle = undefined;
          throw error;
        }
      }

      await rest(close);
      return {
        async use(action) {
          if (isOver) throw new Error('a file was closed before it was read');
          users += 1;
          idle.delete(close);
          try {
            handle ??= openAgain();
            return await action(await handle);
          } finally {
            users -= 1;
            if (users === 0 && !isOver) await rest(close);
          }
        },
        async close() {
          isOver = true;
          idle.delete(close);
          await close();
        },
      };
    },
  };
}
