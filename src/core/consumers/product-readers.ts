import type { Consequence, Finding } from '../finding.ts';
import type { ConsumerName } from './consumer.ts';
import type { ListedProduct } from './listing.ts';
import { takes } from './taken.ts';

/** One error of these stops a consumer before, or in the middle of, everything that the root lists. */
const ofAll: readonly Consequence[] = ['stream-hidden', 'source-rejected', 'import-aborted'];

/**
 * Which of the consumers `names` read a product without an error.
 * @param findings of all of them, in the whole root
 */
export function productReaders(
  findings: readonly Finding[],
  names: readonly ConsumerName[],
): (product: ListedProduct) => readonly ConsumerName[] {
  const blocked = new Set<string>();
  for (const finding of findings) {
    if (finding.severity !== 'error') continue;
    for (const name of finding.consumers) blocked.add(keyOf(name, ...placeOf(finding)));
  }
  return (product) => {
    const { contentId } = product.document;
    return names.filter(
      (name) =>
        !blocked.has(keyOf(name)) &&
        !blocked.has(keyOf(name, contentId)) &&
        !blocked.has(keyOf(name, contentId, product.name)) &&
        takes(name, product),
    );
  };
}

function placeOf({ consequence, place: { document, product } }: Finding): readonly string[] {
  if (ofAll.includes(consequence) || document === 'index') return [];
  return product === undefined ? [document] : [document, product];
}

function keyOf(name: ConsumerName, ...place: readonly string[]): string {
  return JSON.stringify([name, ...place]);
}
