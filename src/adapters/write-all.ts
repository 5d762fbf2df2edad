import type { FileHandle } from 'node:fs/promises';

/** Writes on from where the last write ended; as `writeFile`, which writes half a mebibyte at a time. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; ) {
    from += (await file.write(bytes, from, bytes.length - from)).bytesWritten;
  }
}
