import { nearest } from '../../core/nearest.ts';
import { shown } from '../shown.ts';
import type { Values } from '../values.ts';
import { placeIn, type Source, valuesOf } from './file-values.ts';
import { rootKeys } from './keys.ts';
import { type Located, type LocatedText, membersOf, under } from './located.ts';

/** A root of the images file. */
export interface RootEntry {
  /** As images and messages call it. */
  readonly name: string;
  /** Where it is in the file: `simplestreams.yaml:2:5`. */
  readonly place: string;
  /** The inputs that it gives: `root`, `for`, … */
  readonly values: Values;
}

/** The roots of a file; of one without `roots`, the one that the inputs are to tell. */
export function readRootEntries(roots: Located | undefined, source: Source): readonly RootEntry[] {
  if (roots === undefined) return [{ name: 'the root', place: source.path, values: new Map() }];
  const seen = new Map<string, RootEntry>();
  return membersOf(roots).map((root) => {
    const values = valuesOf(root, rootKeys, source);
    const url = values.get('root')?.texts[0];
    const named = under(root, 'name');
    const name = named?.kind === 'text' ? source.expand(named)?.text : url;
    const entry = { name: name ?? 'the root', place: placeIn(source.path, root.at), values };
    for (const key of new Set([entry.name, url])) {
      const twin = key === undefined ? undefined : seen.get(key);
      if (twin !== undefined)
        source.wrong(root.at, `this is ${shown(key ?? '')} again, after ${twin.place}`);
      if (key !== undefined) seen.set(key, entry);
    }
    return entry;
  });
}

/** The roots that an image goes to: those it names, else all. */
export function rootsNamed(
  names: readonly LocatedText[] | undefined,
  roots: readonly RootEntry[],
  { wrong }: Pick<Source, 'wrong'>,
): readonly RootEntry[] {
  if (names === undefined) return roots;
  const known = roots.map(({ name }) => name);
  return names.flatMap(({ text, at }) => {
    const root = roots.find(({ name }) => name === text);
    if (root !== undefined) return [root];
    const guess = nearest(text, known);
    const meant = guess === undefined ? `expected ${known.join(', ')}` : `did you mean ${guess}?`;
    return wrong(at, `roots: there is no root ${shown(text)}: ${meant}`) ?? [];
  });
}
