import type { RelativePath } from './path.ts';
import type { Note, PruneNotes } from './prune-notes.ts';
import { nestedRoots, type StoredPath, storedPath } from './stored-path.ts';

/** An object as a list tells of it. */
export interface Listed {
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
}

/** What nothing names any more, and since when that is known. */
export interface Unnamed extends Listed {
  readonly stored: Exclude<StoredPath, { readonly kind: 'kept' }>;
  readonly noted: Date;
}

export interface VisitPlan {
  /** To be removed now. */
  readonly due: readonly Unnamed[];
  /** Noted, and removed by a later visit. */
  readonly waiting: readonly Unnamed[];
  /** Unnamed, and too young to be noted: it may belong to a publish that is at work. */
  readonly young: readonly Listed[];
  /** What this program does not write, or what lies in a root of its own below this one. */
  readonly foreign: readonly Listed[];
  readonly nested: readonly string[];
  /** Those of `nested` below which this root lists something too, each with an object that makes it look like a root. */
  readonly shadowed: readonly { readonly prefix: string; readonly path: string }[];
}

/**
 * What is named by none is noted when it is older. Publishing names nothing that is unnamed and older than 24 h
 * (design: *Reuse*), so what is noted is never named again.
 */
export const noteLimit = 48 * 60 * 60 * 1000;

export interface VisitView {
  readonly objects: readonly Listed[];
  /** By the store's clock, when the list was begun. */
  readonly now: Date;
  /** Every path that the head, or a follower, names or implies. */
  readonly named: ReadonlySet<string>;
  readonly notes: PruneNotes['notes'];
}

/**
 * What a visit finds, and what it may remove.
 * @param grace milliseconds between the visit that notes an object and the one that removes it
 */
export function planVisit({ objects, now, named, notes }: VisitView, grace: number): VisitPlan {
  const nested = nestedRoots(objects.map(({ path }) => path));
  const isNested = (path: string) => nested.some((prefix) => path.startsWith(prefix));
  const young: Listed[] = [];
  const foreign: Listed[] = [];
  const unnamed: Unnamed[] = [];
  for (const object of objects) {
    const stored = isNested(object.path) ? undefined : storedPath(object.path);
    if (stored === undefined) foreign.push(object);
    else if (stored.kind === 'kept' || named.has(object.path)) continue;
    else if (now.getTime() - object.modified.getTime() <= noteLimit) young.push(object);
    else unnamed.push({ ...object, stored, noted: notedAt(notes.get(stored.path), object, now) });
  }
  const isDue = ({ noted }: Unnamed) => now.getTime() - noted.getTime() > grace;
  return {
    due: unnamed.filter(isDue),
    waiting: unnamed.filter((object) => !isDue(object)),
    young,
    foreign,
    nested,
    shadowed: nested.flatMap((prefix) => {
      const isListed = [...named].some((path) => path.startsWith(prefix));
      const within = objects.find(({ path }) => path.startsWith(`${prefix}streams/v1/`));
      return isListed && within !== undefined ? [{ prefix, path: within.path }] : [];
    }),
  };
}

/** The notes that stand after the visit. */
export function notesOf(unnamed: readonly Unnamed[]): ReadonlyMap<RelativePath, Note> {
  return new Map(
    unnamed.map(({ stored, noted, modified }) => [
      stored.path,
      { noted, modified: toSecond(modified) },
    ]),
  );
}

/** HEAD answers tell no more than seconds, lists do. */
export function isSameTime(a: Date, b: Date): boolean {
  return toSecond(a).getTime() === toSecond(b).getTime();
}

function toSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

function notedAt(note: Note | undefined, { modified }: Listed, now: Date): Date {
  return note !== undefined && isSameTime(note.modified, modified) ? note.noted : now;
}
