import type { GivenTags } from '../core/consumers/lxd-incus-product.ts';
import type { Sha256 } from '../core/digest.ts';
import type { ContentId, ProductName } from '../core/name.ts';
import type { Serial } from '../core/serial.ts';

/** A program that reads a root. */
export type Consumer = 'lxd' | 'incus';

/** What to publish; every value is valid by itself. */
export interface PublishRequest {
  readonly consumers: readonly Consumer[];
  /** Files, not globs. */
  readonly files: readonly string[];
  readonly contentId: ContentId;
  readonly product: ProductName | undefined;
  readonly tags: GivenTags;
  readonly serial: Serial | undefined;
  /** From `SOURCE_DATE_EPOCH`: the serial's time when the image does not tell its own. */
  readonly sourceDate: Date | undefined;
  /** Under which clients see the root, without a final slash; `https:`. */
  readonly publicUrl: string | undefined;
  /** Permission to make an unsigned root a signed one. */
  readonly adopt: boolean;
  readonly dryRun: boolean;
}

export interface PublishedItem {
  readonly name: string;
  readonly ftype: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: Sha256;
  /** `planned`: a dry run would have uploaded it. */
  readonly stored: 'uploaded' | 'present' | 'planned';
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
  /** For a run of a single image, at the top too. */
  readonly product: ProductName | undefined;
  readonly serial: string | undefined;
  readonly followers: 'current' | 'behind';
  readonly warnings: readonly string[];
  /** What to give to clients, one command a line. */
  readonly clients: readonly string[];
}
