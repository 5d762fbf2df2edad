import { createHash } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { parseSha256, type Sha256 } from '../../core/digest.ts';
import { InputError, StoreError } from '../../core/error.ts';
import type { Content, Revision, Source } from '../../ports/store.ts';
import { sha256 } from '../sha256.ts';
import { writeAll } from '../write-all.ts';
import { absent, isSystemError, unless } from './failure.ts';

/** Who looks on while bytes are copied. */
export interface Watch {
  /** For people: where the bytes go. */
  readonly target: string;
  readonly onBytes: ((count: number) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A regular file, open to be read, and how it was found. */
export interface ObjectFile {
  readonly handle: FileHandle;
  readonly size: number;
  readonly modified: Date;
}

const chunk = 4 * 1024 * 1024;

/** Opens the regular file at `place` to read it, hands it to `use`, and closes it; `undefined` when nothing lies there. */
export async function withObjectFile<T>(
  place: string,
  use: (file: ObjectFile) => Promise<T>,
): Promise<T | undefined> {
  const file = await openObject(place);
  if (file === undefined) return undefined;
  try {
    return await use(file);
  } finally {
    await file.handle.close();
  }
}

/** The regular file at `place`, open to be read; `undefined` when nothing lies there. */
export async function openObject(place: string): Promise<ObjectFile | undefined> {
  // Without O_NONBLOCK, opening a named pipe would wait for a writer.
  const handle = await unless(absent, open(place, constants.O_RDONLY | constants.O_NONBLOCK));
  if (handle === undefined) return undefined;
  const stats = await handle.stat();
  if (stats.isFile()) return { handle, size: stats.size, modified: stats.mtime };
  await handle.close();
  throw notRegular(place);
}

export function notRegular(place: string): StoreError {
  const message = `${place} is not a regular file, as every object of a root is; move it away`;
  return new StoreError('STORE_FAILED', message);
}

/** What identifies the bytes at `place`: their digest, for those of a head never recur. `undefined`: nothing is there. */
export function revisionAt(place: string): Revision | undefined {
  try {
    return sha256(readFileSync(place));
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Whether `file` holds `content`. */
export async function holds(
  file: ObjectFile,
  content: Content,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return file.size === content.size && (await digestOf(file, signal)) === content.sha256;
}

/** From where `file` is read next, which is its beginning. */
export async function digestOf(
  { handle, size }: ObjectFile,
  signal: AbortSignal | undefined,
): Promise<Sha256 | undefined> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(chunk, size + 1));
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer);
    if (bytesRead === 0) return parseSha256(hash.digest('hex'));
    hash.update(buffer.subarray(0, bytesRead));
  }
}

/**
 * Writes the bytes of `source` to `file`, reading ahead by one chunk.
 * @throws InputError FILE_CHANGED when they are not the ones that were hashed
 */
export async function copySource(source: Source, file: FileHandle, watch: Watch): Promise<void> {
  const hash = createHash('sha256');
  const buffers = [0, 1].map(() => Buffer.allocUnsafe(Math.min(chunk, source.size)));
  const read = async (offset: number): Promise<Uint8Array> => {
    const size = Math.min(chunk, source.size - offset);
    const target = buffers[(offset / chunk) % 2]?.subarray(0, Math.max(0, size));
    if (target === undefined || target.length === 0) return new Uint8Array();
    await source.read(offset, target);
    return target;
  };
  let bytes = await read(0);
  for (let next = chunk; bytes.length > 0; next += chunk) {
    watch.signal?.throwIfAborted();
    const [reading, writing] = [read(next), writeAll(file, bytes)];
    // Hashed here, while other threads read and write.
    hash.update(bytes);
    const [ahead] = await Promise.all([reading, writing]);
    watch.onBytes?.(bytes.length);
    bytes = ahead;
  }
  if (hash.digest('hex') !== source.sha256) {
    throw new InputError(
      'FILE_CHANGED',
      `a file changed while it was copied to ${watch.target}: its bytes are not the ones with sha256 ${source.sha256} any more; publish again when nothing writes to it`,
    );
  }
}
