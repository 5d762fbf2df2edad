import { lstat, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { StoreError } from '../../core/error.ts';
import type { RelativePath } from '../../core/path.ts';
import { absent, unless } from './failure.ts';

/** Both with symbolic links resolved. */
export interface Place {
  readonly root: string;
  readonly file: string;
}

/**
 * Where `path` lies under the folder `root`, whether or not something lies there.
 * @throws StoreError when a link on the way leads out of the root, or nowhere
 */
export async function placeOf(root: string, path: RelativePath): Promise<Place> {
  const [top, real] = await Promise.all(
    [root, join(root, path)].map((name) => unless(absent, realpath(name))),
  );
  if (top === undefined) return { root, file: join(root, path) };
  // It is there, and no link is on the way: the usual case, by one call for all segments.
  if (real === join(top, path)) return { root: top, file: real };
  const segments = path.split('/');
  let place = top;
  for (const [index, segment] of segments.entries()) {
    const next = join(place, segment);
    const found = await unless(absent, lstat(next));
    if (found === undefined) return { root: top, file: join(place, ...segments.slice(index)) };
    place = found.isSymbolicLink() ? await followed(next, top) : next;
  }
  return { root: top, file: place };
}

async function followed(link: string, top: string): Promise<string> {
  const target = await unless(absent, realpath(link));
  if (target === undefined) {
    throw new StoreError(
      'STORE_FAILED',
      `${link} is a symbolic link that leads nowhere; remove it`,
    );
  }
  if (relative(top, target).split(sep)[0] === '..') {
    throw new StoreError(
      'STORE_FAILED',
      `${link} is a symbolic link to ${target}, which is outside of the root ${top}; replace it by what it points to`,
    );
  }
  return target;
}
