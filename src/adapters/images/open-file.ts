import type { BigIntStats } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../../core/error.ts';
import type { OpenHandles, SharedHandle } from './open-handles.ts';

/** A regular file; everything is read from the file that was opened first, so a rename cannot swap it. */
export interface OpenFile {
  /** As the user wrote it. */
  readonly path: string;
  readonly size: number;
  readonly handle: SharedHandle;
  /** How the file was found, to tell later whether it changed. */
  readonly before: BigIntStats;
}

/**
 * @param handles keeps the descriptor
 * @throws InputError IMAGE_INVALID when `path` is not a regular file that can be read and holds something
 */
export async function openFile(path: string, handles: OpenHandles): Promise<OpenFile> {
  const opened = await openForReading(path);
  const before = await statOr(opened, (stats) => {
    const problem = kindProblem(stats);
    if (problem !== undefined) throw new InputError('IMAGE_INVALID', problem);
  });
  const reopen = () => reopenFile(path, before);
  return { path, size: Number(before.size), handle: await handles.share(opened, reopen), before };
}

/** The same file once more. @throws InputError FILE_CHANGED when another one is there now, or it was written to */
async function reopenFile(path: string, before: BigIntStats): Promise<FileHandle> {
  const opened = await openForReading(path).catch((error: unknown) => {
    const isGone = error instanceof InputError && isMissing(error.cause);
    throw isGone ? changed('it is not there any more') : error;
  });
  await statOr(opened, (now) => assertSame(before, now));
  return opened;
}

/** @throws what `check` throws; then the file is closed */
async function statOr(
  handle: FileHandle,
  check: (stats: BigIntStats) => void,
): Promise<BigIntStats> {
  try {
    const stats = await handle.stat({ bigint: true });
    check(stats);
    return stats;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** @throws InputError FILE_CHANGED when `now` is another file than `before`, or not any more as it was */
export function assertSame(before: BigIntStats, now: BigIntStats): void {
  if (now.dev !== before.dev || now.ino !== before.ino) throw changed('another file is there now');
  if (now.size !== before.size) throw changed(`${before.size} bytes became ${now.size}`);
  if (now.mtimeNs !== before.mtimeNs || now.ctimeNs !== before.ctimeNs) {
    throw changed(`it was written to at ${now.ctime.toISOString()}`);
  }
}

/** @param what is wrong, in words */
export function changed(what: string): InputError {
  const hint = 'publish it when its build has finished';
  return new InputError('FILE_CHANGED', `changed during the run: ${what}; ${hint}`);
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK the opening of a FIFO waits for a writer, for ever.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new InputError('IMAGE_INVALID', openProblem(error), { cause: error });
  }
}

function openProblem(error: unknown): string {
  const code = codeOf(error);
  if (isMissing(error)) {
    return 'is not there: no such file; expected an image file (paths are relative to the working directory)';
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return 'may not be read: permission denied; give this user read permission on it and on its folder';
  }
  if (code === 'EISDIR') return folderProblem;
  if (code === 'ENXIO') return 'is a socket, or a device that is absent; expected a regular file';
  if (code === 'EMFILE' || code === 'ENFILE') {
    return 'cannot be opened: too many files are open; allow this process more of them (ulimit -n), or publish fewer images at once';
  }
  return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const folderProblem = 'is a folder; expected an image file, give the files in it';

function kindProblem(stats: BigIntStats): string | undefined {
  if (stats.isDirectory()) return folderProblem;
  if (stats.isFIFO()) return 'is a FIFO; expected a regular file, write the stream to one first';
  if (stats.isBlockDevice() || stats.isCharacterDevice()) {
    return 'is a device; expected a regular file, copy the device to one first';
  }
  if (!stats.isFile()) return 'is not a regular file; expected an image';
  if (stats.size === 0n) return 'is empty; expected an image, did its build fail?';
  return undefined;
}
