/** One line of the table: something of ours, measured, and beside what. */
export interface Figure {
  /** What `--only` chooses by: the suite's name, then this. */
  readonly name: string;
  readonly what: string;
  /** `×`: of the yardstick, pair by pair. */
  readonly unit: '×' | 's' | 'MB' | 'CPU s/GB' | 'requests';
  readonly value: number;
  /** What is promised; absent where the figure is only told. */
  readonly bound?: number;
  /** What `--check` lets pass, of ratios alone: the bound and room for noise, or for what is known not to be met. */
  readonly limit?: number;
  /** Of ratios: what was run in turn with it. */
  readonly yardstick?: string;
  /** Medians, in the unit that the two were measured in. */
  readonly ours?: string;
  readonly theirs?: string;
}

export interface Skipped {
  readonly name: string;
  readonly why: string;
}

/** The middle one; of an even number the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('the median of nothing');
  return (low + high) / 2;
}

/** The median of `ours[n] / theirs[n]`: of runs that took turns, so that a slow minute slows both of a pair. */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): number {
  return median(
    ours.map((value, n) => {
      const other = theirs[n];
      if (other === undefined || other <= 0) throw new Error(`run ${n} has no yardstick`);
      return value / other;
    }),
  );
}

export function isMet({ value, bound }: Figure): boolean | undefined {
  return bound === undefined ? undefined : value <= bound;
}

/** The ratios that are worse than `--check` lets pass. */
export function failures(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(
    ({ unit, value, limit }) => unit === '×' && limit !== undefined && value > limit,
  );
}
