import type { BigIntStats } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../../core/error.ts';

/** A regular file, opened once: everything is read from this descriptor, so a rename cannot swap it. */
export interface OpenFile {
  /** As the user wrote it. */
  readonly path: string;
  readonly size: number;
  readonly handle: FileHandle;
  /** How the file was found, to tell later whether it changed. */
  readonly before: BigIntStats;
}

/** @throws InputError IMAGE_INVALID when `path` is not a regular file that can be read and holds something */
export async function openFile(path: string): Promise<OpenFile> {
  const handle = await openForReading(path);
  try {
    const before = await handle.stat({ bigint: true });
    const problem = kindProblem(before);
    if (problem !== undefined) throw new InputError('IMAGE_INVALID', problem);
    return { path, size: Number(before.size), handle, before };
  } catch (error) {
    await handle.close();
    throw error;
  }
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
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return 'is not there: no such file; expected an image file (paths are relative to the working directory)';
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return 'may not be read: permission denied; give this user read permission on it and on its folder';
  }
  if (code === 'EISDIR') return folderProblem;
  if (code === 'ENXIO') return 'is a socket, or a device that is absent; expected a regular file';
  return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
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
