import type { Products } from '../core/document.ts';
import { InputError } from '../core/error.ts';
import { shareOf } from '../core/listed-bytes.ts';
import type { VersionPlace } from '../core/unlist.ts';

/**
 * A wrong bound or filter shows by how much it takes: more than half of all bytes is asked about first.
 * @throws InputError YES_REQUIRED, with the figures
 */
export function refuseMostOfRoot(
  documents: ReadonlyMap<string, Products>,
  versions: readonly VersionPlace[],
): void {
  const { listed, gone } = shareOf(documents, versions);
  if (gone * 2 <= listed) return;
  const percent = Math.round((gone / listed) * 100);
  const counts = new Map<string, number>();
  for (const { product } of versions) counts.set(product, (counts.get(product) ?? 0) + 1);
  const products = [...counts].map(([product, count]) => `${product}: ${count}`);
  throw new InputError(
    'YES_REQUIRED',
    `this would unlist ${versions.length} ${versions.length === 1 ? 'version' : 'versions'} with ${gone} of the ${listed} bytes that the root lists (${percent} %), and more than half at once may be a mistake; nothing is written. Look at what they are (${products.join(', ')}), and say yes: true if it is meant`,
  );
}
