import type { Consumer } from '../core/consumers/consumer.ts';
import type { Rename } from '../core/rename.ts';
import type { Selection } from '../core/selection.ts';
import type { VersionPlace } from '../core/unlist.ts';
import type { Guarantee } from '../ports/store.ts';
import type { PublishedItem } from './publication.ts';

/** What to promote, and as what: all that a plan records beside the two roots. */
export interface PromotionChoice {
  readonly selection: Selection;
  readonly rename: readonly Rename[];
  /** Of the versions in the target; absent: as they have it. */
  readonly label: string | undefined;
  /** Absent: those that read the target without an error; of an empty one, those that read the source so. */
  readonly consumers: readonly Consumer[] | undefined;
  /** Codes of rules that the result may break. */
  readonly allow: readonly string[];
}

/** What the user states about a run, which no plan may state in his place. */
export interface PromotionPermissions {
  /** Both are one root, so that only other names make a difference. */
  readonly sameRoot: boolean;
  /** To sign versions that nobody has signed in the source. */
  readonly fromUnsigned: boolean;
}

export interface PromoteRequest extends PromotionPermissions {
  readonly choice: PromotionChoice;
  /** Permission to make an unsigned target a signed one. */
  readonly adopt: boolean;
  /** Permission to go on from an older head of the target that somebody put back. */
  readonly acceptRollback: boolean;
  readonly dryRun: boolean;
}

export interface CarriedReport extends VersionPlace {
  readonly from: VersionPlace;
  /** False: the product lists these files already. */
  readonly isNew: boolean;
  /** True without a new version, too: tags of the product differ. */
  readonly changed: boolean;
  readonly items: readonly PublishedItem[];
}

/** What a run of `promote` or `roll-forward` did: the JSON of `--json` and of the input `report`. */
export interface CarryReport {
  readonly changed: boolean;
  readonly dryRun: boolean;
  /** Where the versions were taken from. */
  readonly from: string;
  readonly root: string;
  /** Of the head after the run; of the head read, for a run that changed nothing. */
  readonly generation: number;
  readonly signed: boolean;
  readonly versions: readonly CarriedReport[];
  readonly followers: 'current' | 'behind';
  /** What keeps publishers apart, as the store has shown; absent when there was nothing to write. */
  readonly store?: Guarantee | undefined;
  readonly warnings: readonly string[];
}
