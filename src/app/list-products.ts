import type { ConsumerName } from '../core/consumers/consumer.ts';
import { asText } from '../core/consumers/json.ts';
import {
  type ListedItem as Item,
  inherited,
  type Listing,
  type ListedProduct as Product,
  type ListedVersion as Version,
} from '../core/consumers/listing.ts';
import { type Filter, selects } from '../core/filter.ts';
import { compareSerials, timeOfSerial } from '../core/serial.ts';
import type { Extent, ListedItem, ListedProduct, ListedVersion, Moment } from './list-report.ts';

/** The products of a root, with the versions that the filters select; products with none are left out. */
export function listProducts(
  { all }: Listing,
  filters: readonly Filter[],
  now: Date,
  readersOf: (product: Product) => readonly ConsumerName[],
): readonly ListedProduct[] {
  const products = all.products.flatMap((product): ListedProduct[] => {
    const versions = product.versions.filter((version) => selects(filters, levelsOf(version)));
    if (versions.length === 0 && filters.length > 0) return [];
    return [
      {
        contentId: product.document.contentId,
        name: product.name,
        aliases: aliasesOf(product),
        consumers: readersOf(product),
        versions: versions.map((version) => listVersion(version, now)).reverse(),
      },
    ];
  });
  return products.sort(
    (a, b) => compareSerials(a.contentId, b.contentId) || compareSerials(a.name, b.name),
  );
}

/** How much these products list. */
export function extentOf(products: readonly ListedProduct[]): Extent {
  const versions = products.flatMap((product) => product.versions);
  const items = versions.flatMap((version) => version.items);
  return { products: products.length, versions: versions.length, ...filesOf(items) };
}

/** `time`, as long before `now` as it is; a serial of this day may stand for its end. */
export function momentOf(time: Date, now: Date): Moment {
  const age = Math.max(0, Math.floor((now.getTime() - time.getTime()) / 1000));
  return { time: time.toISOString(), age };
}

function levelsOf({ product, serial, tags }: Version) {
  const { document, name, tags: productTags } = product;
  return {
    document: document.tags,
    product: productTags,
    version: tags,
    productName: name,
    serial,
  };
}

function aliasesOf({ tags }: Product): readonly string[] {
  const names = asText(tags.aliases)?.split(',') ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function listVersion(version: Version, now: Date): ListedVersion {
  const time = timeOfSerial(version.serial);
  const items = version.items.map(listItem);
  return {
    serial: version.serial,
    made: time === undefined ? undefined : momentOf(time, now),
    bytes: filesOf(items).bytes,
    items,
  };
}

function listItem(item: Item): ListedItem {
  const { name, ftype, path, tags } = item;
  return { name, ftype, path, bytes: sizeOf(item), sha256: asText(tags.sha256) };
}

/** It may be handed down, and be a text. */
function sizeOf(item: Item): number {
  const size = Number(inherited(item, 'size'));
  return Number.isSafeInteger(size) && size > 0 ? size : 0;
}

function filesOf(items: readonly ListedItem[]): Pick<Extent, 'files' | 'bytes'> {
  const sizes = new Map(
    items.flatMap(({ path, bytes }) => (path === undefined ? [] : [[path, bytes]])),
  );
  let bytes = 0;
  for (const size of sizes.values()) bytes += size;
  return { files: sizes.size, bytes };
}
