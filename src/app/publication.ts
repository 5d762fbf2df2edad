import type { Consumer } from '../core/consumers/consumer.ts';
import type { GivenTags } from '../core/consumers/given-tags.ts';
import type { Sha256 } from '../core/digest.ts';
import type { ContentId, ProductName } from '../core/name.ts';
import type { RetentionPolicy } from '../core/retention.ts';
import type { Serial } from '../core/serial.ts';
import type { Guarantee } from '../ports/store.ts';
import type { UnlistedVersion } from './unlisted.ts';
import type { VisitReport } from './visit-report.ts';

/** One image to publish; every value is valid by itself. */
export interface ImageRequest {
  /** What the user calls it, where there are several. */
  readonly name: string | undefined;
  /** Files, not globs. */
  readonly files: readonly string[];
  /** Else the consumers' layout has a default. */
  readonly contentId: ContentId | undefined;
  readonly product: ProductName | undefined;
  /** `com.example.maas`: what names for MAAS and Glance begin with. */
  readonly streamName: string | undefined;
  readonly tags: GivenTags;
  readonly serial: Serial | undefined;
  /** Which versions of its product stay listed; else that of the request. */
  readonly retention?: RetentionPolicy | undefined;
}

/** What to publish into one root, in one commit: all of it or nothing. */
export interface PublishRequest {
  readonly consumers: readonly Consumer[];
  readonly images: readonly ImageRequest[];
  /** From `SOURCE_DATE_EPOCH`: the serial's time when an image does not tell its own. */
  readonly sourceDate: Date | undefined;
  /** Under which clients see the root, without a final slash; `https:`. */
  readonly publicUrl: string | undefined;
  /** Permission to make an unsigned root a signed one. */
  readonly adopt: boolean;
  /** Permission to go on from an older head that somebody put back. */
  readonly acceptRollback: boolean;
  readonly dryRun: boolean;
  /** Which versions stay listed of the products published into; `undefined`: all. */
  readonly retention: RetentionPolicy | undefined;
  /** Permission to unlist more than half of the bytes that the root lists. */
  readonly yes: boolean;
  /** Milliseconds between the visit that notes a file and the one that removes it, where there is a retention. */
  readonly grace: number;
  /** Codes of rules that the result may break. */
  readonly allow: readonly string[];
}

export interface PublishedItem {
  readonly name: string;
  readonly ftype: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: Sha256;
  /**
   * `copied`: by the store, from where it lay already. `present`: it lies at its path. `planned`: it does not, or that is
   * not known, and a dry run would have stored it.
   */
  readonly stored: 'uploaded' | 'copied' | 'present' | 'planned';
}

export interface PublishedImage {
  readonly product: ProductName;
  readonly serial: string;
  readonly changed: boolean;
  readonly items: readonly PublishedItem[];
}

/** What a run did: the JSON of `--json` and of the input `report`. */
export interface PublishReport {
  readonly changed: boolean;
  readonly dryRun: boolean;
  readonly root: string;
  /** Of the head after the run; of the head read, for a run that changed nothing. */
  readonly generation: number;
  readonly signed: boolean;
  readonly indexUrl: string | undefined;
  readonly published: readonly PublishedImage[];
  /** What retention took off by the same commit; a dry run would. */
  readonly unlisted: readonly UnlistedVersion[];
  /** For a run of a single image, at the top too. */
  readonly product: ProductName | undefined;
  readonly serial: string | undefined;
  readonly followers: 'current' | 'behind';
  /** What keeps publishers apart, as the store has shown; absent when there was nothing to write. */
  readonly store?: Guarantee | undefined;
  readonly warnings: readonly string[];
  /** What the visit did that a publish with a retention makes; absent when none was made, or it failed. */
  readonly pruned?: VisitReport | undefined;
  /** What to give to clients, one command a line. */
  readonly clients: readonly string[];
}
