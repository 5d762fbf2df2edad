import type { InputName } from '../inputs.ts';
import type { Given, Values } from '../values.ts';
import type { Expand } from './expand.ts';
import type { Key } from './keys.ts';
import {
  type At,
  entriesOf,
  type Located,
  type LocatedText,
  textsOf,
  under,
  type WrongAt,
} from './located.ts';

/** How a map of the file is read as inputs. */
export interface Source {
  /** Of the file, as the user wrote it. */
  readonly path: string;
  readonly expand: Expand;
  readonly wrong: WrongAt;
}

/** `simplestreams.yaml:12:5` */
export function placeIn(path: string, { line, column }: At): string {
  return `${path}:${line}:${column}`;
}

/** The inputs that a map of the file gives, each called by its key and its place; what is of another shape is passed over. */
export function valuesOf(map: Located | undefined, keys: readonly Key[], source: Source): Values {
  const values = new Map<InputName, Given>();
  for (const { key, input, shape } of keys) {
    const value = under(map, key);
    if (input === undefined || value === undefined) continue;
    const texts = shape === 'pairs' ? pairsOf(value, source.expand) : textsIn(value, shape, source);
    const given = givenOf(key, value.at, texts, source);
    if (given !== undefined) values.set(input, given);
  }
  return values;
}

/** One value of an input, from wherever in the file it comes. */
export function givenOf(
  key: string,
  at: At,
  texts: readonly LocatedText[],
  { path, wrong }: Pick<Source, 'path' | 'wrong'>,
): Given | undefined {
  const empty = texts.find(({ text }) => text === '');
  if (empty !== undefined) return wrong(empty.at, `${key} is empty: leave it out`);
  return {
    as: `${placeIn(path, at)} ${key}`,
    texts: texts.map(({ text }) => text),
    members: texts.map((text) => `${placeIn(path, text.at)} ${key}`),
  };
}

function textsIn(value: Located, shape: Key['shape'], { expand }: Source): readonly LocatedText[] {
  const texts = shape === 'list' || value.kind === 'text' ? textsOf(value) : [];
  return texts.map(expand).filter((text) => text !== undefined);
}

function pairsOf(value: Located, expand: Expand): readonly LocatedText[] {
  return entriesOf(value).flatMap(([key, { at, value: inner }]) => {
    const text = inner.kind === 'text' ? expand(inner) : undefined;
    return text === undefined ? [] : [{ ...text, at, text: `${key}=${text.text}` }];
  });
}
