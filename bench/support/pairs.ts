import { type Figure, median, pairedRatio } from '../figure.ts';
import type { Measured } from './process.ts';

export interface Pair {
  readonly ours: readonly Measured[];
  readonly theirs: readonly Measured[];
}

/** Runs the two in turn: A B A B …, after one of each that does not count. */
export async function inTurn(
  runs: number,
  ours: () => Promise<Measured>,
  theirs: () => Promise<Measured>,
): Promise<Pair> {
  const pair: { ours: Measured[]; theirs: Measured[] } = { ours: [], theirs: [] };
  for (let n = 0; n <= runs; n++) {
    const [one, other] = [await ours(), await theirs()];
    if (n === 0) continue;
    pair.ours.push(one);
    pair.theirs.push(other);
  }
  return pair;
}

type Told = Pick<Figure, 'name' | 'what' | 'bound' | 'limit'> & { readonly yardstick: string };

/** How much longer ours takes. */
export function timeRatio({ ours, theirs }: Pair, told: Told): Figure {
  const secondsOf = (runs: readonly Measured[]) => runs.map(({ seconds }) => seconds);
  return {
    ...told,
    unit: '×',
    value: pairedRatio(secondsOf(ours), secondsOf(theirs)),
    ours: `${median(secondsOf(ours)).toFixed(2)} s`,
    theirs: `${median(secondsOf(theirs)).toFixed(2)} s`,
  };
}

export function peakOf(runs: readonly Measured[]): number {
  return Math.max(...runs.map(({ peak }) => peak)) / 2 ** 20;
}
