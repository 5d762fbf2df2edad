import { joinPath, parseRelativePath, type RelativePath } from './path.ts';
import { serialise } from './serialise.ts';

/** What `prune` remembers from one visit to the next; lost, it costs only time. */
export const pruneNotesPath = joinPath('streams/v1/prune.json');

/** An object that nothing named when it was noted. */
export interface Note {
  readonly noted: Date;
  /** To the second. Another one at the same path is another object. */
  readonly modified: Date;
}

export interface PruneNotes {
  readonly notes: ReadonlyMap<RelativePath, Note>;
  /** Until then, by the store's clock, only the visit that wrote this removes anything. */
  readonly reaping: { readonly visit: string; readonly until: Date } | undefined;
}

export const noNotes: PruneNotes = { notes: new Map(), reaping: undefined };

/** What cannot be read is as good as lost: everything is noted anew. */
export function parsePruneNotes(text: string): PruneNotes {
  const json = parse(text);
  if (json?.format !== 'prune:1.0') return noNotes;
  const notes = Object.entries(asObject(json.notes) ?? {}).flatMap(
    ([key, value]): [RelativePath, Note][] => {
      const path = parseRelativePath(key);
      const noted = asDate(asObject(value)?.noted);
      const modified = asDate(asObject(value)?.modified);
      return path && noted && modified ? [[path, { noted, modified }]] : [];
    },
  );
  const reaping = asObject(json.reaping);
  const until = asDate(reaping?.until);
  const visit = reaping?.visit;
  return {
    notes: new Map(notes),
    reaping: until && typeof visit === 'string' ? { visit, until } : undefined,
  };
}

export function writePruneNotes({ notes, reaping }: PruneNotes): string {
  const written = [...notes].map(([path, { noted, modified }]) => [
    path,
    { noted: noted.toISOString(), modified: modified.toISOString() },
  ]);
  return serialise({
    format: 'prune:1.0',
    notes: Object.fromEntries(written),
    ...(reaping === undefined
      ? {}
      : { reaping: { visit: reaping.visit, until: reaping.until.toISOString() } }),
  });
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value));
}

function asDate(value: unknown): Date | undefined {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
