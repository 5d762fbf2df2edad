import type { Product } from '../document.ts';
import { InputError } from '../error.ts';
import type { ProductName } from '../name.ts';

/**
 * A product's tags speak for all of its versions, so those that make it what it is cannot be changed by a new one.
 * @throws InputError INPUT_INVALID
 */
export function checkSameProduct(
  name: ProductName,
  present: Product | undefined,
  identity: Readonly<Record<string, string>>,
): void {
  const problems = Object.entries(identity).flatMap(([tag, value]) => {
    const was = present?.[tag];
    if (was === undefined || was === value) return [];
    return [
      `product ${name} is listed with ${tag} ${JSON.stringify(was)}, and this image has ${JSON.stringify(value)}; give another product, or the ${tag} that is listed`,
    ];
  });
  if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
}
