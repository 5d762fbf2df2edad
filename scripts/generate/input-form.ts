import type { Input } from '../../src/faces/input.ts';

/** What a value looks like, as a sentence; `''` when there is nothing to say. */
export function formOf({ kind, format }: Pick<Input, 'kind' | 'format'>): string {
  const shape = kind === 'boolean' ? 'true or false' : format;
  const each = kind === 'list' ? 'One a line: ' : 'Format: ';
  return shape === undefined ? '' : `${each}${shape}.`;
}

/** What takes the place of a value, as a sentence; `''` when there is nothing to say. */
export function withoutIt({ otherwise }: Pick<Input, 'otherwise'>): string {
  return otherwise === undefined ? '' : `Without it: ${otherwise}.`;
}
