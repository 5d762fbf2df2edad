import { createHash, type Hash } from 'node:crypto';
import type { Sha256 } from '../../core/digest.ts';
import { partSizeOf } from '../../core/images/part-size.ts';
import type { Part } from '../../ports.ts';
import { sha256Of } from '../sha256.ts';
import { assertUnchanged, readBytes } from './file-bytes.ts';
import type { OpenFile } from './open-file.ts';

export interface FileDigests {
  readonly sha256: Sha256;
  readonly parts: readonly Part[];
  readonly combined: Sha256 | undefined;
  readonly md5: string | undefined;
  /** A hash that has taken the file and can be copied to take more. */
  readonly hash: Hash;
}

export interface DigestOptions {
  /** What `combined` begins with: a hash that has taken the metadata tarball. */
  readonly prefix: Hash | undefined;
  readonly md5: boolean;
  readonly onBytes: ((count: number) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

const bufferSize = 4 * 2 ** 20;

/** All digests of a file in one pass. @throws InputError FILE_CHANGED when it is not as it was when it was opened */
export async function digestFile(file: OpenFile, options: DigestOptions): Promise<FileDigests> {
  const partSize = partSizeOf(file.size);
  const hash = createHash('sha256');
  const combined = options.prefix?.copy();
  const md5 = options.md5 ? createHash('md5') : undefined;
  const parts: Part[] = [];
  // The only part of a small file has the file's own digest.
  let partHash = file.size > partSize ? createHash('sha256') : undefined;
  let offset = 0;
  for await (const bytes of readAhead(file, partSize, options.signal)) {
    hash.update(bytes);
    combined?.update(bytes);
    md5?.update(bytes);
    partHash?.update(bytes);
    offset += bytes.length;
    options.onBytes?.(bytes.length);
    if (partHash !== undefined && (offset % partSize === 0 || offset === file.size)) {
      const start = parts.length * partSize;
      parts.push({ offset: start, size: offset - start, sha256: sha256Of(partHash) });
      partHash = createHash('sha256');
    }
  }
  await assertUnchanged(file);
  const sha256 = sha256Of(hash.copy());
  const single: Part = { offset: 0, size: file.size, sha256 };
  return {
    sha256,
    parts: parts.length === 0 ? [single] : parts,
    combined: combined === undefined ? undefined : sha256Of(combined),
    md5: md5?.digest('hex'),
    hash,
  };
}

/**
 * The file's bytes in order; no piece crosses a part's border, and a piece is only good until the next is asked for.
 * Two buffers in turn, one read into while the other is hashed: measured 30 to 70 % faster than streams.
 */
async function* readAhead(
  file: OpenFile,
  partSize: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const size = Math.min(bufferSize, file.size);
  let [buffer, spare] = [new Uint8Array(size), new Uint8Array(size)];
  const read = async (offset: number, into: Uint8Array) => {
    const partEnd = (Math.floor(offset / partSize) + 1) * partSize;
    const bytes = into.subarray(0, Math.min(partEnd, file.size) - offset);
    await readBytes(file, offset, bytes, signal);
    return bytes;
  };
  let next: Promise<Uint8Array> | undefined = read(0, buffer);
  try {
    for (let offset = 0; offset < file.size; ) {
      const bytes: Uint8Array = await (next ?? read(offset, buffer));
      offset += bytes.length;
      next = offset < file.size ? read(offset, spare) : undefined;
      yield bytes;
      [buffer, spare] = [spare, buffer];
    }
  } finally {
    // Left early, a read may be under way: nobody may be surprised by its failure, or by bytes after the end.
    await next?.catch(() => undefined);
  }
}
