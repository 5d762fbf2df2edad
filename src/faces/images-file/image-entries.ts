import type { InputName } from '../inputs.ts';
import { shown } from '../shown.ts';
import type { Given, Values } from '../values.ts';
import { expansion, type Scope } from './expand.ts';
import { givenOf, type Source, valuesOf } from './file-values.ts';
import { defaultKeys, imageKeys } from './keys.ts';
import { type At, entriesOf, type Located, membersOf, textsOf, under } from './located.ts';
import { type Cell, cellsOf, describeCell, mostImages } from './matrix.ts';
import { type RootEntry, rootsNamed } from './root-entries.ts';

/** An image of the images file: one combination of a matrix, where there is one. */
export interface ImageEntry {
  /** As messages call it; no two are called the same. */
  readonly name: string;
  readonly roots: readonly RootEntry[];
  /** The inputs that it gives: `files`, `os`, … */
  readonly values: Values;
  /** Whether it may be left out when none of its files is there. */
  readonly optional: boolean;
}

/** What the images of a file have in common. */
export interface Surroundings {
  readonly source: Source;
  readonly variables: Scope;
  readonly defaults: Located | undefined;
  readonly roots: readonly RootEntry[];
}

/** The images of a file, each combination of a matrix by itself. */
export function readImageEntries(
  images: Located | undefined,
  surroundings: Surroundings,
): readonly ImageEntry[] {
  const { wrong } = surroundings.source;
  const seen = new Map<string, At>();
  const entries: ImageEntry[] = [];
  for (const [at, image] of membersOf(images).entries()) {
    const made = readImage(image, `images[${at}]`, surroundings);
    if (entries.length + made.length > mostImages) {
      wrong(image.at, `with this there are more than ${mostImages} images`);
      break;
    }
    for (const { name } of made) {
      const twin = seen.get(name);
      if (twin !== undefined) {
        wrong(image.at, `${shown(name)} is also the name of the image of line ${twin.line}`);
      }
      seen.set(name, image.at);
    }
    entries.push(...made);
  }
  return entries;
}

function readImage(
  image: Located,
  position: string,
  { source, variables, defaults, roots }: Surroundings,
): readonly ImageEntry[] {
  const { wrong, expand } = source;
  const matrix = under(image, 'matrix');
  for (const [key] of entriesOf(matrix)) {
    const own = under(image, key);
    if (own !== undefined) wrong(own.at, `${key} is a key of matrix, too: give it once`);
  }
  const named = under(image, 'roots');
  const goesTo = rootsNamed(named === undefined ? undefined : textsOf(named), roots, source);
  const optional = under(image, 'allow-missing');
  return cellsOf(matrix, variables, expand, wrong).map((cell) => {
    const inCell = { ...source, expand: expansion(scopeOf(cell, variables), wrong) };
    return {
      name: nameOf(image, position, cell, inCell),
      roots: goesTo,
      values: new Map([
        ...valuesOf(defaults, defaultKeys, inCell),
        ...valuesOf(image, imageKeys, inCell),
        ...cellValues(cell, source),
      ]),
      optional: optional?.kind === 'text' && optional.text.toLowerCase() === 'true',
    };
  });
}

function scopeOf(cell: Cell, variables: Scope): Scope {
  return new Map([...variables, ...[...cell].map(([key, { text }]) => [key, text] as const)]);
}

function cellValues(cell: Cell, source: Source): ReadonlyMap<InputName, Given> {
  const values = new Map<InputName, Given>();
  for (const { key, input } of imageKeys) {
    const text = cell.get(key);
    const given = text === undefined ? undefined : givenOf(key, text.at, [text], source);
    if (input !== undefined && given !== undefined) values.set(input, given);
  }
  return values;
}

/** Of a name without a key of the matrix there would be several. */
function nameOf(image: Located, position: string, cell: Cell, { expand }: Source): string {
  const named = under(image, 'name');
  const name = named?.kind === 'text' ? (expand(named)?.text ?? position) : position;
  const unfinished = cell.size > 0 && (named?.kind !== 'text' || named.text === name);
  return unfinished ? `${name} (${describeCell(cell)})` : name;
}
