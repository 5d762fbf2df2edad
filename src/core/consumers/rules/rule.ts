import type { Consequence, Place } from '../../finding.ts';
import type { ConsumerName } from '../consumer.ts';
import type { Listed, Listing } from '../listing.ts';

/** What a consumer does with a root, as a check of the root's documents. */
export interface Rule {
  /** Stable: never given to another rule, never renumbered. */
  readonly code: string;
  /** What must hold, in a few words. */
  readonly title: string;
  /** For whom it holds, and in which releases: a range as `parseReleases` reads it, `''` for all. */
  readonly readers: Partial<Readonly<Record<ConsumerName, string>>>;
  readonly consequence: Consequence;
  /** The consumer's own words; `<product>` stands for the product's name. */
  readonly says?: string;
  /** What the consumer does, for people. */
  readonly why: string;
  /** What to do, naming the input to set. */
  readonly fix: string;
  /** Where the behaviour can be read: document or file, and section or function. */
  readonly source: string;
  /**
   * How it is known: seen with the `program` itself, by running the program's own `code`, or only `read` there.
   */
  readonly verified: 'program' | 'code' | 'read';
  /** @param readers those of `readers` above that were asked for, one at least */
  check(listing: Listing, readers: readonly ConsumerName[]): Iterable<Violation>;
}

export interface Violation {
  readonly place: Place;
  readonly message: string;
}

/** What is wrong with one thing: the words, with the field where it is one. */
export type Fault = string | { readonly message: string; readonly field: string };

/** The violations among `things`: those of which `judge` says that something is wrong. */
export function each<T extends Listed>(
  things: readonly T[],
  judge: (thing: T) => Fault | undefined,
): readonly Violation[] {
  const violations: Violation[] = [];
  for (const thing of things) {
    const fault = judge(thing);
    if (fault !== undefined) violations.push(violation(thing, fault));
  }
  return violations;
}

export function violation(thing: Listed, fault: Fault): Violation {
  const place = placeOf(thing);
  if (typeof fault === 'string') return { place, message: fault };
  return { place: { ...place, field: fault.field }, message: fault.message };
}

/** A violation in the index itself. */
export function inIndex(message: string, field?: string): Violation {
  return { place: { document: 'index', ...(field === undefined ? {} : { field }) }, message };
}

export function placeOf(listed: Listed): Place {
  switch (listed.level) {
    case 'document':
      return { document: listed.contentId };
    case 'product':
      return { ...placeOf(listed.document), product: listed.name };
    case 'version':
      return { ...placeOf(listed.product), serial: listed.serial };
    case 'item':
      return { ...placeOf(listed.version), item: listed.name };
  }
}

/** A value as it stands in a document, cut short: for messages. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
