/** A place in a file, counted from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** A value of a YAML file that knows where it was written; a scalar is the text that stands there. */
export type Located = LocatedText | LocatedList | LocatedMap;

export interface LocatedText {
  readonly kind: 'text';
  readonly at: At;
  readonly text: string;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly at: At;
  readonly members: readonly Located[];
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly at: At;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  /** Of the key. */
  readonly at: At;
  readonly value: Located;
}

/** What a face calls when something in the file is wrong. */
export type WrongAt = (at: At, why: string) => undefined;

/** The value without its places. */
export function plainValue(located: Located): unknown {
  switch (located.kind) {
    case 'text':
      return located.text;
    case 'list':
      return located.members.map(plainValue);
    case 'map':
      return Object.fromEntries(
        [...located.entries].map(([key, { value }]) => [key, plainValue(value)]),
      );
  }
}

/** The value under a key of a map; `undefined` when there is none, or this is no map. */
export function under(located: Located | undefined, key: string): Located | undefined {
  return located?.kind === 'map' ? located.entries.get(key)?.value : undefined;
}

/** The texts of a list, or the one text that stands in its place; what is neither is passed over. */
export function textsOf(located: Located | undefined): readonly LocatedText[] {
  if (located === undefined || located.kind === 'map') return [];
  const members = located.kind === 'list' ? located.members : [located];
  return members.filter((member) => member.kind === 'text');
}

/** The members of a list; nothing for anything else. */
export function membersOf(located: Located | undefined): readonly Located[] {
  return located?.kind === 'list' ? located.members : [];
}

/** The entries of a map; nothing for anything else. */
export function entriesOf(
  located: Located | undefined,
): readonly (readonly [string, LocatedEntry])[] {
  return located?.kind === 'map' ? [...located.entries] : [];
}
