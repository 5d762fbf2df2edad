import { InputError } from '../../core/error.ts';
import { assertSame, changed, type OpenFile } from './open-file.ts';

const chunkSize = 64 * 1024;

/**
 * Fills `target` from `offset` on.
 * @throws InputError FILE_CHANGED when the file has become shorter; InputError IMAGE_INVALID when it cannot be read
 */
export async function readBytes(
  file: OpenFile,
  offset: number,
  target: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let filled = 0; filled < target.length; ) {
    signal?.throwIfAborted();
    const count = await readSome(file, offset + filled, target.subarray(filled));
    if (count === 0) throw changed(`it ends at byte ${offset + filled} now`);
    filled += count;
  }
}

/** The file from its beginning, in buffers of their own. */
export async function* fileChunks(
  file: OpenFile,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size; offset += chunkSize) {
    const chunk = new Uint8Array(Math.min(chunkSize, file.size - offset));
    await readBytes(file, offset, chunk, signal);
    yield chunk;
  }
}

/** @throws InputError FILE_CHANGED when the file is not any more as it was when it was opened */
export async function assertUnchanged({ before, handle }: OpenFile): Promise<void> {
  assertSame(before, await handle.use((open) => open.stat({ bigint: true })));
}

async function readSome(file: OpenFile, position: number, target: Uint8Array): Promise<number> {
  try {
    const { bytesRead } = await file.handle.use((open) =>
      open.read(target, 0, target.length, position),
    );
    return bytesRead;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError('IMAGE_INVALID', `cannot be read: ${reason}`, { cause: error });
  }
}
