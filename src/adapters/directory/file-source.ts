import type { FileHandle } from 'node:fs/promises';
import { InputError } from '../../core/error.ts';
import type { Content, Source } from '../../ports/store.ts';

/** The open `file`, which is said to hold `content`, in one part. */
export function fileSource(file: FileHandle, content: Content): Source {
  return {
    ...content,
    parts: [{ ...content, offset: 0 }],
    async read(offset, target) {
      for (let filled = 0; filled < target.length; ) {
        const { bytesRead } = await file.read(
          target,
          filled,
          target.length - filled,
          offset + filled,
        );
        if (bytesRead === 0) {
          throw new InputError('FILE_CHANGED', 'a file became shorter while it was copied');
        }
        filled += bytesRead;
      }
    },
  };
}
