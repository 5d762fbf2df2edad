import { compareSerials } from '../serial.ts';
import { asText, type Json, objectsIn } from './json.ts';

/**
 * A root as its readers get it. The documents may be of any shape: what breaks the JSON Schema may still be read by
 * some consumers, and the rules say by which.
 */
export interface RootView {
  /** `undefined` before there is one: every document then counts as listed, under its own datatype. */
  readonly index: Json | undefined;
  /** Whether readers find a signed `index.sjson`. */
  readonly signed: boolean;
  /** By content id: all that the index names and that are there. */
  readonly documents: ReadonlyMap<string, Json>;
  /** The URL that people give to the consumers: of the root, or of its index. */
  readonly publicUrl?: string;
}

/** The same root, taken apart once for all rules: linear, and by reference. */
export interface Listing {
  readonly view: RootView;
  /** The entries of the index by content id; empty when there is no index. */
  readonly entries: readonly (readonly [string, Json])[];
  readonly all: Slice;
  /** What is in documents of datatype `image-downloads`: all that LXD, Incus and Glance follow. */
  readonly downloads: Slice;
}

export interface Slice {
  readonly documents: readonly ListedDocument[];
  readonly products: readonly ListedProduct[];
  readonly versions: readonly ListedVersion[];
  readonly items: readonly ListedItem[];
}

export interface ListedDocument {
  readonly level: 'document';
  readonly contentId: string;
  readonly entry: Json | undefined;
  readonly tags: Json;
  readonly products: readonly ListedProduct[];
}

export interface ListedProduct {
  readonly level: 'product';
  readonly document: ListedDocument;
  readonly name: string;
  readonly tags: Json;
  /** Oldest first, in code point order. */
  readonly versions: readonly ListedVersion[];
}

export interface ListedVersion {
  readonly level: 'version';
  readonly product: ListedProduct;
  readonly serial: string;
  readonly tags: Json;
  readonly items: readonly ListedItem[];
}

export interface ListedItem {
  readonly level: 'item';
  readonly version: ListedVersion;
  readonly name: string;
  readonly tags: Json;
  /** `''` when it has none. */
  readonly ftype: string;
  readonly path: string | undefined;
}

export type Listed = ListedDocument | ListedProduct | ListedVersion | ListedItem;

export function listRoot(view: RootView): Listing {
  const entries = objectsIn(view.index?.index);
  const entryOf = new Map(entries);
  const documents: ListedDocument[] = [];
  for (const [contentId, tags] of view.documents) {
    const entry = entryOf.get(contentId);
    if (view.index !== undefined && entry === undefined) continue;
    documents.push(listDocument(contentId, entry, tags));
  }
  const downloads = documents.filter((document) => datatypeOf(document) === 'image-downloads');
  const all = slice(documents);
  const isSame = downloads.length === documents.length;
  return { view, entries, all, downloads: isSame ? all : slice(downloads) };
}

/** What the index calls the document; before there is an index, what it calls itself. */
export function datatypeOf({ entry, tags }: ListedDocument): unknown {
  return (entry ?? tags).datatype;
}

/** The version that every consumer takes for the newest: the greatest serial, as a string. */
export function newestOf({ versions }: ListedProduct): ListedVersion | undefined {
  return versions.at(-1);
}

function listDocument(contentId: string, entry: Json | undefined, tags: Json): ListedDocument {
  const products: ListedProduct[] = [];
  const document: ListedDocument = { level: 'document', contentId, entry, tags, products };
  for (const [name, product] of objectsIn(tags.products)) {
    products.push(listProduct(document, name, product));
  }
  return document;
}

function listProduct(document: ListedDocument, name: string, tags: Json): ListedProduct {
  const versions: ListedVersion[] = [];
  const product: ListedProduct = { level: 'product', document, name, tags, versions };
  for (const [serial, version] of objectsIn(tags.versions)) {
    versions.push(listVersion(product, serial, version));
  }
  versions.sort((a, b) => compareSerials(a.serial, b.serial));
  return product;
}

function listVersion(product: ListedProduct, serial: string, tags: Json): ListedVersion {
  const items: ListedItem[] = [];
  const version: ListedVersion = { level: 'version', product, serial, tags, items };
  for (const [name, item] of objectsIn(tags.items)) {
    const ftype = asText(item.ftype) ?? '';
    items.push({ level: 'item', version, name, tags: item, ftype, path: asText(item.path) });
  }
  return version;
}

function slice(documents: readonly ListedDocument[]): Slice {
  const products = documents.flatMap((document) => document.products);
  const versions = products.flatMap((product) => product.versions);
  const items: ListedItem[] = [];
  // flatMap takes five times as long for the many that these are, and a spread ends the process where a version has too many.
  for (const version of versions) for (const item of version.items) items.push(item);
  return { documents, products, versions, items };
}

/**
 * A tag as sstream, Glance and MAAS up to 3.7 see it on a product, version or item: set there, or handed down from above.
 * Only strings, numbers and booleans are (simplestreams util.py, `stringitems`).
 */
export function inherited(listed: Listed, key: string): string | undefined {
  const value = listed.tags[key];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  switch (listed.level) {
    case 'document':
      return undefined;
    case 'product':
      return inherited(listed.document, key);
    case 'version':
      return inherited(listed.product, key);
    case 'item':
      return inherited(listed.version, key);
  }
}
