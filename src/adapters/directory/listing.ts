import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ListedObject, Listing } from '../../ports/store.ts';
import { byPath } from '../listed-order.ts';
import { unless } from './failure.ts';

/** What a store itself needs, and no object; a root that is nested in this one has one too. */
const workspace = '.simplestreams';

/**
 * The regular files below the folder. Symbolic links are not followed, and what they lead to is left out as well: a root
 * may name it by the link, so nobody may take it for a file that nothing names.
 */
export async function listFolder(root: string): Promise<Listing> {
  const now = new Date();
  const top = await unless(gone, realpath(root));
  if (top === undefined) return { objects: [], now };
  const found: Found = { objects: [], targets: [] };
  await collect(top, '', found);
  const isTarget = ({ path }: ListedObject) =>
    found.targets.some((target) => path === target || path.startsWith(`${target}/`));
  return { objects: found.objects.filter((object) => !isTarget(object)).sort(byPath), now };
}

/** Others may remove what is listed meanwhile; a link may lead nowhere, or to itself. */
const gone = ['ENOENT', 'ELOOP'];

interface Found {
  readonly objects: ListedObject[];
  /** What links lead to, below the root. */
  readonly targets: string[];
}

async function collect(top: string, below: string, found: Found): Promise<void> {
  const entries = await unless(gone, readdir(join(top, below), { withFileTypes: true }));
  for (const entry of entries ?? []) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== workspace) await collect(top, path, found);
    else if (entry.isSymbolicLink()) found.targets.push(...(await targetBelow(top, path)));
    else if (entry.isFile()) found.objects.push(...(await listed(top, path)));
  }
}

async function listed(top: string, path: string): Promise<readonly ListedObject[]> {
  const stats = await unless(gone, lstat(join(top, path)));
  return stats?.isFile() ? [{ path, size: stats.size, modified: stats.mtime }] : [];
}

async function targetBelow(top: string, link: string): Promise<readonly string[]> {
  const target = await unless(gone, realpath(join(top, link)));
  if (target === undefined) return [];
  const segments = relative(top, target).split(sep);
  return segments[0] === '..' ? [] : [segments.join('/')];
}
