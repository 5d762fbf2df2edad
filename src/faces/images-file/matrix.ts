import { shown } from '../shown.ts';
import type { Expand, Scope } from './expand.ts';
import { imageKeys } from './keys.ts';
import { entriesOf, type Located, type LocatedText, textsOf, type WrongAt } from './located.ts';

/** One combination of a matrix: a value for each of its keys. */
export type Cell = ReadonlyMap<string, LocatedText>;

/** More images than any build has, fewer than would keep a run busy for ever. */
export const mostImages = 1000;

/** The combinations of a matrix, the last key running fastest; without a matrix, one that is empty. */
export function cellsOf(
  matrix: Located | undefined,
  variables: Scope,
  expand: Expand,
  wrong: WrongAt,
): readonly Cell[] {
  const axes = entriesOf(matrix).map(([key, { at, value }]) => {
    const unfit = unfitKey(key, variables);
    if (unfit !== undefined) wrong(at, `matrix: ${unfit}`);
    return {
      key,
      texts: textsOf(value)
        .map(expand)
        .filter((text) => text !== undefined),
    };
  });
  const count = axes.reduce((product, { texts }) => product * texts.length, 1);
  if (matrix !== undefined && count > mostImages) {
    wrong(matrix.at, `matrix: these are ${count} images; ${mostImages} are the most`);
    return [];
  }
  return axes.reduce<readonly Cell[]>(
    (cells, { key, texts }) =>
      cells.flatMap((cell) => texts.map((text) => new Map([...cell, [key, text]]))),
    [new Map()],
  );
}

function unfitKey(key: string, variables: Scope): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) {
    return `the key ${shown(key)} is none: expected a letter, then letters, digits, _ and -`;
  }
  if (variables.has(key)) return `${key} is in variables, too: give it another name`;
  const known = imageKeys.find((each) => each.key === key);
  if (known !== undefined && (known.shape !== 'text' || known.input === undefined)) {
    return `${key} cannot be a key of it: give ${key} to the image, with \${…} in its texts`;
  }
  return undefined;
}

/** `release 3.20, arch amd64` */
export function describeCell(cell: Cell): string {
  return [...cell].map(([key, { text }]) => `${key} ${text}`).join(', ');
}
