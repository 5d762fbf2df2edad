import { StoreError } from '../../core/error.ts';

/** An error of the system, as Node reports it. */
export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
}

/** True for an error of the system; with `codes`, for one of these. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is SystemError {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return false;
  return typeof error.code === 'string' && (codes.length === 0 || codes.includes(error.code));
}

/** `undefined` in place of an error of the system with one of `codes`. */
export async function unless<T>(
  codes: readonly string[],
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isSystemError(error, ...codes)) return undefined;
    throw error;
  }
}

/** Nothing lies there. */
export const absent = ['ENOENT', 'ENOTDIR'] as const;

/** link(2), and what SMB, FUSE and older kernels answer: EPERM is the answer of FAT and exFAT. */
export const linkUnsupported = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'] as const;

/**
 * Runs `action`; an error of the system becomes a {@link StoreError}, every other one passes.
 * @param task for people, with the place: `read /srv/images/streams/v1/index.json`
 */
export async function asStoreError<T>(task: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw isSystemError(error) ? storeError(task, error) : error;
  }
}

/** The {@link StoreError} for `cause`, which came of `task`. */
export function storeError(task: string, cause: SystemError): StoreError {
  const at = cause.dest ?? cause.path;
  const what = `cannot ${task}: ${cause.code}${at === undefined ? '' : ` at ${at}`}`;
  switch (cause.code) {
    case 'EACCES':
    case 'EPERM': {
      const who =
        process.geteuid === undefined ? 'the user of this run' : `user ${process.geteuid()}`;
      const need = 'permission to read and write there, and to search every folder above';
      return new StoreError('STORE_DENIED', `${what}: give ${who} ${need}`, { cause });
    }
    case 'EROFS':
      return new StoreError(
        'STORE_DENIED',
        `${what}: the file system is mounted read-only; mount it writable`,
        {
          cause,
        },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreError(
        'STORE_FAILED',
        `${what}: the file system or the quota is full; free some space`,
        {
          cause,
        },
      );
    case 'EXDEV':
      return new StoreError(
        'STORE_FAILED',
        `${what}: a folder of the root lies on another file system; a root must lie on one`,
        { cause },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StoreError(
        'STORE_FAILED',
        `${what}: a file lies where a folder is needed; move it away`,
        {
          cause,
        },
      );
    default:
      return new StoreError('STORE_FAILED', `cannot ${task}: ${cause.message}`, { cause });
  }
}
