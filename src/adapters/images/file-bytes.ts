import { InputError } from '../../core/error.ts';
import type { OpenFile } from './open-file.ts';

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
export async function assertUnchanged(file: OpenFile): Promise<void> {
  const { before } = file;
  const now = await file.handle.stat({ bigint: true });
  if (now.size !== before.size) throw changed(`${before.size} bytes became ${now.size}`);
  if (now.mtimeNs !== before.mtimeNs || now.ctimeNs !== before.ctimeNs) {
    throw changed(`it was written to at ${now.ctime.toISOString()}`);
  }
}

async function readSome(file: OpenFile, position: number, target: Uint8Array): Promise<number> {
  try {
    return (await file.handle.read(target, 0, target.length, position)).bytesRead;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError('IMAGE_INVALID', `cannot be read: ${reason}`, { cause: error });
  }
}

function changed(what: string): InputError {
  const hint = 'publish it when its build has finished';
  return new InputError('FILE_CHANGED', `changed during the run: ${what}; ${hint}`);
}
