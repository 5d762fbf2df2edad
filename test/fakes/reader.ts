import { sha256 } from '../../src/adapters/sha256.ts';
import type { Index, Products } from '../../src/core/document.ts';
import { parseRelativePath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';

/** What a reader saw: every product with its serials, and the generation of the index it came by. */
export interface Seen {
  readonly generation: number | undefined;
  readonly versions: Readonly<Record<string, readonly string[]>>;
}

/** Where a reader reads. */
export type Readable = Pick<Store, 'read'>;

/** A document that an index names, with its path. */
export interface ReadDocument {
  readonly path: string;
  readonly document: Products;
}

/** All that a reader got. */
export interface ReadRoot {
  readonly index: Index;
  readonly documents: Readonly<Record<string, ReadDocument>>;
  /** Of everything it read: the index, documents and image files. */
  readonly paths: ReadonlySet<string>;
}

/**
 * Reads a whole root as a client does: the index, every document, every file, each compared with its size and digest.
 * From `index.sjson` every step is verified.
 */
export async function readAsClient(
  store: Readable,
  from: 'json' | 'sjson',
  signing?: Signing,
): Promise<Seen> {
  const { index, documents } = await readWhole(store, from, signing);
  const versions: Record<string, readonly string[]> = {};
  for (const { document } of Object.values(documents)) {
    for (const [name, product] of Object.entries(document.products)) {
      versions[name] = Object.keys(product.versions ?? {}).sort();
    }
  }
  return { generation: index.generation, versions };
}

/** The same, with all that was read. */
export async function readWhole(
  store: Readable,
  from: 'json' | 'sjson',
  signing?: Signing,
): Promise<ReadRoot> {
  const head = `streams/v1/index.${from}`;
  const paths = new Set([head]);
  const index = (await readJson(store, head, signing)) as Index;
  const documents: Record<string, ReadDocument> = {};
  for (const [contentId, { path, size, sha256: digest }] of Object.entries(index.index)) {
    const found = { path, size, sha256: digest };
    if (digest !== undefined) await checkItem(store, found);
    const document = (await readJson(store, path, signing)) as Products;
    documents[contentId] = { path, document };
    paths.add(path);
    for (const item of itemsOf(document)) {
      await checkItem(store, item);
      paths.add(item.path ?? '');
    }
  }
  return { index, documents, paths };
}

interface Named {
  readonly path?: string;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
}

function itemsOf({ products }: Products): readonly Named[] {
  const versions = Object.values(products).flatMap((product) =>
    Object.values(product.versions ?? {}),
  );
  return versions.flatMap((version) => Object.values(version.items ?? {}));
}

async function checkItem(store: Readable, item: Named): Promise<void> {
  const bytes = await read(store, item.path ?? '');
  if (bytes.length !== item.size)
    throw new Error(`${item.path} has ${bytes.length} bytes, not ${item.size}`);
  if (sha256(bytes) !== item.sha256) throw new Error(`${item.path} has another digest`);
}

async function readJson(
  store: Readable,
  path: string,
  signing: Signing | undefined,
): Promise<unknown> {
  const bytes = await read(store, path);
  if (!path.endsWith('.sjson')) return JSON.parse(new TextDecoder().decode(bytes));
  if (signing === undefined) throw new Error(`${path} cannot be verified without a key`);
  return JSON.parse((await signing.verifier.clearsigned(bytes, path)).text);
}

async function read(store: Readable, path: string): Promise<Uint8Array> {
  const safe = parseRelativePath(path);
  const stored = safe === undefined ? undefined : await store.read(safe, 2 ** 30);
  if (stored === undefined) throw new Error(`404 ${path}`);
  return stored.bytes;
}
