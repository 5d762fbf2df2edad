import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Index } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Signing } from '../../src/ports.ts';
import { type Readable, type ReadRoot, readWhole } from './reader.ts';

/** A store with the same objects, to begin from again and again. */
export function copyOf(
  store: MemoryStore,
  now: () => Date,
  pause?: () => Promise<void>,
): MemoryStore {
  const copy = memoryStore({ now, url: store.url, ...(pause && { pause }) });
  for (const [path, object] of store.objects) copy.objects.set(path, object);
  return copy;
}

/** Reads without taking part in the interleaving: everything happens at one moment. */
export function momentOf({ objects }: MemoryStore): Readable {
  return {
    read: async (path) => {
      const found = objects.get(path);
      return found && { ...found, now: found.modified };
    },
  };
}

/** The root as its readers see it, without what differs from run to run: times, signatures and random ids. */
export async function contentOf(
  store: Readable,
  signing: Signing | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const plain = await readWhole(store, 'json');
  const signed = signing === undefined ? undefined : await readWhole(store, 'sjson', signing);
  return { plain: lasting(plain), signed: signed && lasting(signed) };
}

function lasting({ index, documents }: ReadRoot): unknown {
  const { updated: _, commit: __, previous: ___, index: entries, ...kept } = index;
  const contents = Object.entries(documents).map(([contentId, { document }]) => {
    const { path, sha256: digest, size, updated, ...entry } = entries[contentId] ?? { path: '' };
    return [contentId, { entry, document: { ...document, updated: undefined } }];
  });
  return { ...kept, contents };
}

/**
 * Where followers do not agree with the head; empty when all do. In a root of the signed form that is every object
 * derived from `index.sjson`, else the document under its customary name.
 */
export async function staleFollowers(
  store: MemoryStore,
  signing: Signing | undefined,
): Promise<readonly string[]> {
  const moment = momentOf(store);
  const bytesAt = async (path: string) => (await moment.read(joinPath(path), 0))?.bytes;
  const plain = await readWhole(moment, 'json');
  const stale: string[] = [];
  const expectSame = async (path: string, bytes: Uint8Array | undefined) => {
    const present = await bytesAt(path);
    if (bytes === undefined || !Buffer.from(present ?? []).equals(bytes)) stale.push(path);
  };
  for (const [contentId, { path }] of Object.entries(plain.documents)) {
    await expectSame(`streams/v1/${contentId}.json`, await bytesAt(path));
  }
  if (signing === undefined) return stale;
  const { index, documents } = await readWhole(moment, 'sjson', signing);
  for (const [contentId, { path }] of Object.entries(documents)) {
    await expectSame(`streams/v1/${contentId}.sjson`, await bytesAt(path));
  }
  if (plain.index.generation !== index.generation || plain.index.commit !== index.commit) {
    stale.push('streams/v1/index.json');
  }
  const ring = await bytesAt(index.keyring ?? 'none');
  await expectSame('keyring.gpg', ring);
  await expectSame('keyring.asc', ring && (await signing.ring.armor(ring)));
  const follower = await bytesAt('streams/v1/index.json');
  const signature = await bytesAt('streams/v1/index.json.gpg');
  const verified = await signing.verifier.detached(
    follower ?? new Uint8Array(),
    signature ?? new Uint8Array(),
  );
  if (verified === undefined) stale.push('streams/v1/index.json.gpg');
  return stale;
}

/** Paths of what nothing leads to: neither a reader, nor a follower, nor the chain of heads. */
export async function orphansOf(
  store: MemoryStore,
  signing: Signing | undefined,
): Promise<readonly string[]> {
  const moment = momentOf(store);
  const reached = new Set(['keyring.gpg', 'keyring.asc', 'streams/v1/index.json.gpg']);
  const forms = signing === undefined ? (['json'] as const) : (['json', 'sjson'] as const);
  for (const form of forms) {
    const { paths, documents, index } = await readWhole(moment, form, signing);
    for (const path of paths) reached.add(path);
    for (const contentId of Object.keys(documents)) reached.add(`streams/v1/${contentId}.${form}`);
    reached.add(index.keyring ?? '');
  }
  for (const path of await chainOf(store, signing)) reached.add(path);
  return [...store.objects.keys()].filter((path) => !reached.has(path)).sort();
}

/** The copies of the head and of every head before it, and the documents that those name. */
async function chainOf(
  store: MemoryStore,
  signing: Signing | undefined,
): Promise<readonly string[]> {
  const copies = new Map(
    [...store.objects].flatMap(([path, { bytes }]) =>
      /\/index\.[0-9a-f]{32}\./.test(path) ? [[String(sha256(bytes)), { path, bytes }]] : [],
    ),
  );
  const head = store.objects.get(
    joinPath(`streams/v1/index.${signing === undefined ? 'json' : 'sjson'}`),
  );
  const chain: string[] = [];
  let next: string | undefined = head && sha256(head.bytes);
  while (next !== undefined) {
    const copy = copies.get(next);
    if (copy === undefined) throw new Error(`the copy of the head ${next} is missing`);
    const text = copy.path.endsWith('.sjson')
      ? (await signing?.verifier.clearsigned(copy.bytes, copy.path))?.text
      : new TextDecoder().decode(copy.bytes);
    const index: Index = JSON.parse(text ?? '');
    chain.push(copy.path, ...Object.values(index.index).map(({ path }) => path));
    chain.push(...plainForms(store, index));
    if (index.keyring !== undefined) chain.push(index.keyring);
    next = index.previous;
  }
  return chain;
}

/** In a signed root each document is stored in the plain form too, for followers to name. */
function plainForms({ objects }: MemoryStore, { index }: Index): readonly string[] {
  return Object.values(index).flatMap(({ path }) => {
    const signed = objects.get(joinPath(path));
    const text = new TextDecoder().decode(signed?.bytes);
    const begin = text.indexOf('\n\n');
    const end = text.indexOf('\n-----BEGIN PGP SIGNATURE');
    if (begin < 0 || end < 0) return [];
    const plain = sha256(new TextEncoder().encode(text.slice(begin + 2, end + 1)));
    const [directory = ''] = /^.*\//.exec(path) ?? [];
    const name = path.slice(directory.length).replace(/\.[0-9a-f]{32}\.sjson$/, '');
    return [`${directory}${name}.${plain.slice(0, 32)}.json`];
  });
}
