import type { InputName } from './inputs.ts';

/** What the user wrote for one input, before anybody looked whether it makes sense. */
export interface Given {
  /** As the user wrote the input's name: `--root`, `SIMPLESTREAMS_ROOT`. */
  readonly as: string;
  /** One text; of a list, its members in order. */
  readonly texts: readonly string[];
  /** What each of the texts is called by, where each was written in a place of its own. */
  readonly members?: readonly string[];
}

export type Values = ReadonlyMap<InputName, Given>;

/** Values and what is wrong with the way they were given; the values are all that could be understood. */
export interface Gathered {
  readonly values: Values;
  readonly problems: readonly string[];
}

/** The members of a list that was written as a block of lines. */
export function linesOf(block: string): readonly string[] {
  return block
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
