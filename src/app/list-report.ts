import type { Consumer, ConsumerName } from '../core/consumers/consumer.ts';
import type { Filter } from '../core/filter.ts';
import type { Finding, Severity } from '../core/finding.ts';

/** What to list. */
export interface ListRequest {
  /** Of these is told who reads what; of every program when there is none. */
  readonly consumers: readonly Consumer[];
  /** Which versions; all when there is none. */
  readonly filters: readonly Filter[];
}

/** What a root lists and what lies in it: the JSON of `--json` and of the input `report`, described in docs/list.md. */
export interface ListReport {
  readonly root: string;
  readonly index: ListedIndex;
  /** Absent in an unsigned root. */
  readonly signature: ListedSignature | undefined;
  /** Those asked for. */
  readonly consumers: readonly ConsumerName[];
  /** As they were given. */
  readonly filters: readonly string[];
  /** What the filters select, sorted by content id and name. */
  readonly products: readonly ListedProduct[];
  readonly selected: Extent;
  /** The whole root. */
  readonly listed: Extent;
  readonly stored: StoredShares;
  readonly problems: Problems;
  /** What the reader has to know of how this was found. */
  readonly remarks: readonly string[];
}

export interface ListedIndex {
  /** The head, or of a root of another tool the index that was read. */
  readonly path: string;
  /** Absent in a root of another tool. */
  readonly generation: number | undefined;
  readonly updated: Moment | undefined;
}

/** A time, and how long ago that was. */
export interface Moment {
  /** ISO 8601, in UTC. */
  readonly time: string;
  /** In seconds. */
  readonly age: number;
}

export interface ListedSignature {
  /** True when everything was signed by keys that are trusted; false also when no trusted keys were given. */
  readonly verified: boolean;
  /** By which the index is signed; absent when it cannot be read. */
  readonly key: ListedKey | undefined;
}

export interface ListedKey {
  /** 40 hexadecimal digits in upper case; 16 where the signature tells no more. */
  readonly fingerprint: string;
  /** Whether it is trusted or in the ring that the index names, and made the signature; else that is what it claims. */
  readonly known: boolean;
  readonly userId?: string | undefined;
  /** ISO 8601, in UTC; of a key that is known, absent: never. */
  readonly expires?: string | undefined;
}

export interface ListedProduct {
  readonly contentId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Those of the consumers that read it without an error. */
  readonly consumers: readonly ConsumerName[];
  /** The newest first. */
  readonly versions: readonly ListedVersion[];
}

export interface ListedVersion {
  readonly serial: string;
  /** What the serial stands for; absent when it begins with no date. */
  readonly made: Moment | undefined;
  /** Of its files together. */
  readonly bytes: number;
  readonly items: readonly ListedItem[];
}

export interface ListedItem {
  readonly name: string;
  readonly ftype: string;
  readonly path: string | undefined;
  readonly bytes: number;
  readonly sha256: string | undefined;
}

/** How much is listed; a file that is listed twice counts once. */
export interface Extent {
  readonly products: number;
  readonly versions: number;
  readonly files: number;
  readonly bytes: number;
}

export interface Share {
  readonly files: number;
  readonly bytes: number;
}

/** What lies in the store beside what is listed. */
export type StoredShares =
  | {
      readonly known: true;
      /** Of our layout, named by nothing, and older than 48 hours: what `prune` removes after a time of grace. */
      readonly reapable: Share;
      /** The same, and younger: it may belong to a publish that is at work. */
      readonly young: Share;
      /** Not of our layout, and not listed; `prune` never touches it. */
      readonly foreign: Share;
      /** The prefixes of roots that lie below this one; what lies there counts as foreign. */
      readonly nested: readonly string[];
    }
  | { readonly known: false; readonly why: string };

/** What keeps parts of the root from being read: `check` tells more. */
export interface Problems {
  readonly counts: Readonly<Record<Severity, number>>;
  /** The first of them, errors first. */
  readonly findings: readonly Finding[];
}
