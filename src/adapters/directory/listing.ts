import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ListedObject, Listing } from '../../ports/store.ts';
import { byPath } from '../listed-order.ts';
import { unless } from './failure.ts';

/** What a store itself needs, and no object; a root that is nested in this one has one too. */
const workspace = '.simplestreams';

/** How many questions the file system is asked at once. */
const together = 32;

/**
 * The regular files below the folder. Symbolic links are not followed, and what they lead to is left out as well: a root
 * may name it by the link, so nobody may take it for a file that nothing names.
 */
export async function listFolder(root: string): Promise<Listing> {
  const now = new Date();
  const top = await unless(gone, realpath(root));
  if (top === undefined) return { objects: [], now };
  const objects: ListedObject[] = [];
  const targets = new Set<string>();
  for (let level = ['']; level.length > 0; ) {
    const found = await inTurns(level, (below) => look(top, below));
    for (const folder of found) {
      for (const object of folder.objects) objects.push(object);
      for (const target of folder.targets) targets.add(target);
    }
    level = found.flatMap(({ folders }) => folders);
  }
  return { objects: objects.filter(({ path }) => !isBelow(path, targets)).sort(byPath), now };
}

/** Others may remove what is listed meanwhile; a link may lead nowhere, or to itself. */
const gone = ['ENOENT', 'ELOOP'];

interface Found {
  readonly objects: readonly ListedObject[];
  readonly folders: readonly string[];
  /** What links lead to, below the root. */
  readonly targets: readonly string[];
}

/** What lies in a folder itself. */
async function look(top: string, below: string): Promise<Found> {
  const entries = (await unless(gone, readdir(join(top, below), { withFileTypes: true }))) ?? [];
  const pathOf = ({ name }: { readonly name: string }) =>
    below === '' ? name : `${below}/${name}`;
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== workspace);
  const files = entries.filter((entry) => entry.isFile()).map(pathOf);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map(pathOf);
  const objects = await inTurns(files, (path) => listed(top, path));
  const targets = await inTurns(links, (path) => targetBelow(top, path));
  return { objects: objects.flat(), folders: folders.map(pathOf), targets: targets.flat() };
}

async function inTurns<T, R>(things: readonly T[], ask: (thing: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < things.length; at += together) {
    const some = await Promise.all(things.slice(at, at + together).map(ask));
    for (const answer of some) answers.push(answer);
  }
  return answers;
}

/** Whether a path is one of `targets`, or lies in one. */
function isBelow(path: string, targets: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (targets.has(path.slice(0, end))) return true;
  }
  return false;
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
