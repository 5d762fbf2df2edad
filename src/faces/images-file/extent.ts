import { mostLevels } from '../../adapters/images/yaml-text.ts';
import type { Located } from './located.ts';

/** What aliases may make of a file: far above what a thousand images need, far below what hurts. */
const mostValues = 100_000;

interface Extent {
  readonly values: number;
  readonly levels: number;
}

/** Keeps count of how large values are with everything that their aliases stand for. */
export function openExtents() {
  const extents = new Map<Located, Extent>();
  return {
    /** @returns the limit that `located` is beyond, in words; its `inner` values were added before */
    add(located: Located, inner: Iterable<Located>): string | undefined {
      let values = 1;
      let deepest = 0;
      for (const each of inner) {
        const extent = extents.get(each);
        values += extent?.values ?? 0;
        deepest = Math.max(deepest, extent?.levels ?? 0);
      }
      extents.set(located, { values, levels: deepest + 1 });
      if (values > mostValues) return `${mostValues} values`;
      return deepest >= mostLevels ? `${mostLevels} levels` : undefined;
    },
  };
}
