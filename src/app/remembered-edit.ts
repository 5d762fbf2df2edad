import type { RelativePath } from '../core/path.ts';
import type { Edit, Edited } from './edit.ts';

/**
 * The same edit, which is not worked out again where nothing changed: a commit asks for it before and after its files
 * are stored, and in a root of a hundred thousand items that takes longer than all else.
 */
export function rememberedEdit<Outcome>(edit: Edit<Outcome>): Edit<Outcome> {
  let last:
    | {
        readonly documents: Parameters<Edit<Outcome>>[0];
        readonly places: readonly RelativePath[];
        readonly edited: Edited<Outcome>;
      }
    | undefined;
  return (documents, stage, head) => {
    const placesOf = ({ files }: Edited<Outcome>) => files.map((file) => stage.place(file));
    const known = last?.documents === documents ? last : undefined;
    if (known !== undefined) {
      const now = placesOf(known.edited);
      if (known.places.every((place, n) => place === now[n])) return known.edited;
    }
    const edited = edit(documents, stage, head);
    last = { documents, places: placesOf(edited), edited };
    return edited;
  };
}
