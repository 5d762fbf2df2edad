import { join } from 'node:path';
import { StoreError } from '../../core/error.ts';
import type { RelativePath } from '../../core/path.ts';
import { isSystemError, storeError } from './failure.ts';
import { openObject } from './object-file.ts';
import { placeOf } from './place.ts';

/** In one piece, which is the reader's to keep. */
const chunk = 1024 * 1024;

/**
 * The bytes of the object at `path`, as they are read.
 * @throws StoreError when nothing lies there, it cannot be read, or its size changes meanwhile
 */
export async function* streamFile(
  root: string,
  path: RelativePath,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytesAt((await placeOf(root, path)).file, signal);
  } catch (error) {
    throw isSystemError(error) ? storeError(`read ${join(root, path)}`, error) : error;
  }
}

async function* bytesAt(
  place: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const file = await openObject(place);
  if (file === undefined) throw new StoreError('STORE_FAILED', `${place} is not there`);
  try {
    const { handle, size } = file;
    let left = size;
    for (;;) {
      signal?.throwIfAborted();
      // One byte more than is left tells when there are more.
      const buffer = Buffer.allocUnsafeSlow(Math.min(chunk, left + 1));
      const { bytesRead } = await handle.read(buffer);
      left -= bytesRead;
      if (bytesRead === 0 || left < 0) break;
      yield buffer.subarray(0, bytesRead);
    }
    if (left !== 0) {
      const message = `${place} changed while its ${size} bytes were read; end what writes to it`;
      throw new StoreError('STORE_FAILED', message);
    }
  } finally {
    await file.handle.close();
  }
}
