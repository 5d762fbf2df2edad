import type { ConsumerName } from './consumer.ts';
import type { ListedItem, ListedProduct } from './listing.ts';
import { imagesOf } from './lxd-images.ts';
import { isForeign } from './maas-products.ts';
import { isDisk } from './rules/glance.ts';

/** Whether a consumer takes anything of a product: what is not meant for it, it passes over without an error. */
export function takes(name: ConsumerName, product: ListedProduct): boolean {
  switch (name) {
    case 'lxd':
    case 'incus':
      return imagesOf[name](product).length > 0;
    case 'maas':
      return !isForeign(product) && hasItem(product, () => true);
    case 'glance':
      return hasItem(product, isDisk);
    case 'sstream':
      return hasItem(product, ({ path }) => path !== undefined);
  }
}

function hasItem({ versions }: ListedProduct, is: (item: ListedItem) => boolean): boolean {
  return versions.some(({ items }) => items.some(is));
}
