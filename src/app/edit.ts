import type { Products } from '../core/document.ts';
import type { FileToStage, Stage } from './stage.ts';

/** Documents in, documents out; pure. Called again, with what is there then, when another publisher was quicker. */
export type Edit<Outcome> = (
  documents: ReadonlyMap<string, Products>,
  stage: Pick<Stage, 'place'>,
) => Edited<Outcome>;

export interface Edited<Outcome> {
  readonly outcome: Outcome;
  /** The documents that change, by content id; none: there is nothing to commit. */
  readonly changed: ReadonlyMap<string, Products>;
  /** The image files that the documents newly name. */
  readonly files: readonly FileToStage[];
}
