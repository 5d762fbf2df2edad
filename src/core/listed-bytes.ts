import type { Products, Version } from './document.ts';
import { placedProducts, type VersionPlace } from './unlist.ts';

/** The size of each file of a version, by its path; several items may name one file. */
export function filesOf({ items }: Version): ReadonlyMap<string, number> {
  return new Map(Object.values(items ?? {}).map(({ path = '', size = 0 }) => [path, size]));
}

/** How many bytes documents name, and how many of them only in these versions. */
export interface Share {
  readonly listed: number;
  readonly gone: number;
}

/** What these versions take with them; a file that several versions name counts once. */
export function shareOf(
  documents: ReadonlyMap<string, Products>,
  versions: readonly VersionPlace[],
): Share {
  const gone = new Set(versions.map(keyOf));
  const all = new Map<string, number>();
  const left = new Set<string>();
  for (const place of placedProducts(documents).flatMap(({ versions: each }) => each)) {
    const stays = !gone.has(keyOf(place));
    for (const [path, size] of filesOf(place.version)) {
      all.set(path, size);
      if (stays) left.add(path);
    }
  }
  const sum = (sizes: readonly (readonly [string, number])[]) =>
    sizes.reduce((total, [, size]) => total + size, 0);
  const sizes = [...all];
  return { listed: sum(sizes), gone: sum(sizes.filter(([path]) => !left.has(path))) };
}

function keyOf({ contentId, product, serial }: VersionPlace): string {
  return JSON.stringify([contentId, product, serial]);
}
