import { sha256 } from '../../src/adapters/sha256.ts';
import type { Index, Products } from '../../src/core/document.ts';
import { parseRelativePath } from '../../src/core/path.ts';
import type { Signing, Store } from '../../src/ports.ts';

/** What a reader saw: every product with its serials, and the generation of the index it came by. */
export interface Seen {
  readonly generation: number | undefined;
  readonly versions: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads a whole root as a client does: the index, every document, every file, each compared with its size and digest.
 * From `index.sjson` every step is verified.
 */
export async function readAsClient(
  store: Store,
  from: 'json' | 'sjson',
  signing?: Signing,
): Promise<Seen> {
  const index = (await readJson(store, `streams/v1/index.${from}`, signing)) as Index;
  const versions: Record<string, readonly string[]> = {};
  for (const entry of Object.values(index.index)) {
    const document = (await readJson(store, entry.path, signing)) as Products;
    for (const [name, product] of Object.entries(document.products)) {
      versions[name] = Object.keys(product.versions ?? {}).sort();
      for (const version of Object.values(product.versions ?? {})) {
        for (const item of Object.values(version.items ?? {})) await checkItem(store, item);
      }
    }
  }
  return { generation: index.generation, versions };
}

async function checkItem(
  store: Store,
  item: { path?: string; size?: number; sha256?: string },
): Promise<void> {
  const bytes = await read(store, item.path ?? '');
  if (bytes.length !== item.size)
    throw new Error(`${item.path} has ${bytes.length} bytes, not ${item.size}`);
  if (sha256(bytes) !== item.sha256) throw new Error(`${item.path} has another digest`);
}

async function readJson(
  store: Store,
  path: string,
  signing: Signing | undefined,
): Promise<unknown> {
  const bytes = await read(store, path);
  if (!path.endsWith('.sjson')) return JSON.parse(new TextDecoder().decode(bytes));
  if (signing === undefined) throw new Error(`${path} cannot be verified without a key`);
  return JSON.parse((await signing.verifier.clearsigned(bytes, path)).text);
}

async function read(store: Store, path: string): Promise<Uint8Array> {
  const safe = parseRelativePath(path);
  const stored = safe === undefined ? undefined : await store.read(safe, 2 ** 30);
  if (stored === undefined) throw new Error(`404 ${path}`);
  return stored.bytes;
}
