import type { ListedProduct } from './listing.ts';
import { once } from './once.ts';
import { each, type Fault, type Violation } from './rules/rule.ts';

/**
 * The products whose serials sort, as strings, in another order than people and counters mean: `20260821.10` before
 * `20260821.9`, or `20250102_0000` after `20250102.1`. Every consumer takes the greatest string for the newest.
 */
export function misorderedSerials(products: readonly ListedProduct[]): readonly Violation[] {
  return each(products, misordered);
}

const misordered = once(({ versions }: ListedProduct): Fault | undefined => {
  for (let n = 1; n < versions.length; n++) {
    const before = versions[n - 1]?.serial ?? '';
    const after = versions[n]?.serial ?? '';
    if (isMisordered(before, after)) {
      return `version ${after} counts as newer than ${before}, because serials are compared as strings`;
    }
  }
  return undefined;
});

/** For two serials of which the first is the smaller string. */
function isMisordered(before: string, after: string): boolean {
  if (shapeOf(before) === shapeOf(after)) return false;
  const isSameDay = before.slice(0, 8) === after.slice(0, 8);
  const [one = '', other = ''] = [before[8], after[8]];
  const separators = isSameDay && /^[^0-9]$/.test(one) && /^[^0-9]$/.test(other);
  return (separators && one !== other) || compareByNumbers(before, after) > 0;
}

/** Strings of one shape sort alike as strings and by their numbers. */
function shapeOf(serial: string): string {
  return serial.replaceAll(/\d/g, '0');
}

/** As people compare: runs of digits by their value. */
function compareByNumbers(a: string, b: string): number {
  const [ours, theirs] = [partsOf(a), partsOf(b)];
  const length = Math.max(ours.length, theirs.length);
  for (let n = 0; n < length; n++) {
    const difference = compareParts(ours[n] ?? '', theirs[n] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareParts(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function partsOf(serial: string): readonly string[] {
  return serial.match(/\d+|\D+/g) ?? [];
}
