import type { Products } from '../core/document.ts';
import type { HeadToEdit } from './base.ts';
import type { FileToStage, Stage } from './stage.ts';

/**
 * Documents in, documents out; pure. Called again, with what is there then, when another publisher was quicker.
 * @param head that the documents were read from; `undefined` in an empty root
 */
export type Edit<Outcome> = (
  documents: ReadonlyMap<string, Products>,
  stage: Pick<Stage, 'place'>,
  head: HeadToEdit | undefined,
) => Edited<Outcome>;

export interface Edited<Outcome> {
  readonly outcome: Outcome;
  /** The documents that change, by content id. */
  readonly changed: ReadonlyMap<string, Products>;
  /** The content ids that are listed no more. */
  readonly removed?: ReadonlySet<string>;
  /** The image files that the documents newly name. */
  readonly files: readonly FileToStage[];
  /** The public keys that readers need from now on; absent: those they have. */
  readonly ring?: Uint8Array;
  /** A new head though nothing else changes: to be signed by another key than the one that is there. */
  readonly signAnew?: boolean;
}

/** False: there is nothing to commit. */
export function changesAnything({ changed, removed, ring, signAnew }: Edited<unknown>): boolean {
  return changed.size > 0 || (removed?.size ?? 0) > 0 || ring !== undefined || signAnew === true;
}

/** What an edit does to the documents. */
export type DocumentChanges = Pick<Edited<unknown>, 'changed' | 'removed'>;

/** The documents as they are after it. */
export function documentsAfter(
  documents: ReadonlyMap<string, Products>,
  { changed, removed }: DocumentChanges,
): ReadonlyMap<string, Products> {
  const left = [...documents].filter(([contentId]) => removed?.has(contentId) !== true);
  return new Map([...left, ...changed]);
}
