import { formatDuration } from './duration.ts';
import { compareSerials, timeOfSerial } from './serial.ts';

/**
 * Which versions of a product stay listed. With both bounds a version is taken off only when it is beyond both: `keep: 3`
 * and `keepFor: 30 days` leave the newest three however old, and all of the last 30 days however many.
 */
export interface RetentionPolicy {
  /** How many of the newest versions stay; 1 at least. */
  readonly keep: number | undefined;
  /** How long a version stays after the time its serial stands for, in milliseconds. */
  readonly keepFor: number | undefined;
  /** Versions that stay whatever the bounds say. */
  readonly pins: readonly Pin[];
}

export interface Pin {
  /** `undefined`: in every product. */
  readonly product: string | undefined;
  readonly serial: string;
}

/** `SERIAL` or `PRODUCT@SERIAL`; there may be an `@` in the name of a product. */
export function parsePin(text: string): Pin | undefined {
  const [, product, serial] = /^(?:([!-~]{1,256})@)?([!-?A-~]{1,256})$/.exec(text) ?? [];
  return serial === undefined ? undefined : { product, serial };
}

/** As {@link parsePin} takes it. */
export function describePin({ product, serial }: Pin): string {
  return product === undefined ? serial : `${product}@${serial}`;
}

export function isPinned(pins: readonly Pin[], product: string, serial: string): boolean {
  return pins.some(
    (pin) => pin.serial === serial && (pin.product === undefined || pin.product === product),
  );
}

/**
 * Why a version stays. `newest`: a product is never left without it, nor without the newest one whose serial has a date,
 * since LXD and Incus see no other (products.go). `undated`: it has no age. `two`: for programs that need a second one.
 */
export type WhyKept = 'newest' | 'pinned' | 'keep' | 'keep-for' | 'undated' | 'two' | 'unbounded';

export interface RetentionVerdict {
  readonly serial: string;
  /** `undefined`: it is taken off. */
  readonly kept: WhyKept | undefined;
}

/** What a policy is applied with. */
export interface RetentionTerms {
  /** What ages are counted from. */
  readonly now: Date;
  /** That two versions stay at least, where there are two. */
  readonly two: boolean;
}

/**
 * What becomes of each version of a product, the newest first.
 * @param policies a version is taken off where each of them says so; there is one at least
 */
export function retain(
  product: string,
  serials: readonly string[],
  policies: readonly RetentionPolicy[],
  { now, two }: RetentionTerms,
): readonly RetentionVerdict[] {
  const newestFirst = serials.toSorted(compareSerials).reverse();
  const newestDated = newestFirst.find((serial) => timeOfSerial(serial) !== undefined);
  const pins = policies.flatMap((policy) => policy.pins);
  return newestFirst.map((serial, rank) => {
    if (rank === 0 || serial === newestDated) return { serial, kept: 'newest' };
    if (isPinned(pins, product, serial)) return { serial, kept: 'pinned' };
    const within = policies.map((policy) => withinBounds(serial, rank, policy, now));
    const kept = within.find((why) => why !== undefined);
    return { serial, kept: kept ?? (two && rank === 1 ? 'two' : undefined) };
  });
}

function withinBounds(
  serial: string,
  rank: number,
  { keep, keepFor }: RetentionPolicy,
  now: Date,
): WhyKept | undefined {
  if (keep === undefined && keepFor === undefined) return 'unbounded';
  if (keep !== undefined && rank < keep) return 'keep';
  if (keepFor === undefined) return undefined;
  const time = timeOfSerial(serial);
  if (time === undefined) return 'undated';
  return now.getTime() - time.getTime() <= keepFor ? 'keep-for' : undefined;
}

/** The bounds that a version is beyond, in words. */
export function describeBounds(policies: readonly RetentionPolicy[]): string {
  return [...new Set(policies.map(describe))].join('; ');
}

function describe({ keep, keepFor }: RetentionPolicy): string {
  const bounds = [
    ...(keep === undefined ? [] : [`not among the newest ${keep}`]),
    ...(keepFor === undefined ? [] : [`older than ${formatDuration(keepFor)}`]),
  ];
  return bounds.join(' and ');
}
