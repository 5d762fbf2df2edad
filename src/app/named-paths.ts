import { parseSha256, type Sha256 } from '../core/digest.ts';
import { InputError, TrustError } from '../core/error.ts';
import { parseContentId } from '../core/name.ts';
import { customaryPath, documentPath, type Form, headCopyPath } from '../core/root.ts';
import { storedPath } from '../core/stored-path.ts';
import type { Listing } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import {
  namedPaths,
  parseDocuments,
  productsEntries,
  readDocuments,
  type StoredDocument,
} from './documents.ts';
import { documentLimit, type Head, readRoot } from './head.ts';
import { isRolledBack } from './rollback.ts';

/** What a root is found to name; or why that cannot be told now. */
export type NamedInRoot =
  | {
      readonly kind: 'known';
      readonly head: Head;
      readonly stored: readonly StoredDocument[];
      /** What the head and its followers name or imply. */
      readonly named: ReadonlySet<string>;
    }
  /** Readers of `index.json` may still need what the head names no more. */
  | { readonly kind: 'followers-behind' }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Reads `index.json`, then the head and its documents, all verified.
 * @throws InputError when there is no index
 * @throws TrustError HEAD_VANISHED, ROLLED_BACK, SIGNATURE_INVALID, DIGEST_MISMATCH, DOCUMENT_MISSING, SECOND_HEAD
 */
export async function readNamed(ports: Ports): Promise<NamedInRoot> {
  const state = await readRoot(ports);
  if (state.kind === 'empty') {
    throw new InputError(
      'INPUT_INVALID',
      `${ports.store.url} has no index (streams/v1/index.sjson, or index.json), so nothing tells what in it is still needed; correct root`,
    );
  }
  const { head } = state;
  if (state.kind === 'becoming') {
    if (head.index.generation === 0) {
      return { kind: 'unknown', why: 'the root is about to become a signed one' };
    }
    throw new TrustError(
      'HEAD_VANISHED',
      `index.json of ${ports.store.url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted; restore it from its copy (streams/v1/index.<digest>.sjson), or publish with adopt: true`,
    );
  }
  if (state.kind === 'signed') {
    const rolledBack = await isRolledBack(ports, state, false);
    const isCurrent = state.follower?.commit === head.index.commit;
    if (rolledBack === undefined || !isCurrent) return { kind: 'followers-behind' };
  }
  const known = new Set(productsEntries(head.index).map(([contentId]) => contentId));
  const others = Object.keys(head.index.index).filter((contentId) => !known.has(contentId));
  if (others.length > 0) {
    const why = `the index lists ${others.join(', ')}, which is no products document, so what it names is not known`;
    return { kind: 'unknown', why };
  }
  const stored = await readDocuments(ports, head);
  return { kind: 'known', head, stored, named: namedBy(ports, head, stored) };
}

/** Every path that a head or its followers name, and those that belong to them. */
export function namedBy(
  { sha256 }: Pick<Ports, 'sha256'>,
  { form, sha256: digest, index }: Pick<Head, 'form' | 'sha256' | 'index'>,
  stored: readonly StoredDocument[],
): ReadonlySet<string> {
  const copies = [digest, parseSha256(index.previous)].filter((each) => each !== undefined);
  return new Set([
    ...namedPaths(parseDocuments(stored)),
    ...Object.values(index.index).map(({ path }) => path),
    ...stored.flatMap((document) => documentPaths(document, sha256)),
    ...copies.flatMap((each) => [headCopyPath(form, each), headCopyPath('json', each)]),
    ...(index.keyring === undefined ? [] : [index.keyring]),
  ]);
}

/** Both forms of a document, each under its immutable and its customary name. */
export function documentPaths(
  { contentId, entry, plain }: StoredDocument,
  sha256: (bytes: Uint8Array) => Sha256,
): readonly string[] {
  if (parseContentId(contentId) === undefined) return [entry.path];
  const customary = (['json', 'sjson'] as const satisfies readonly Form[]).map((form) =>
    customaryPath(contentId, form),
  );
  return [entry.path, documentPath(contentId, 'json', sha256(plain)), ...customary];
}

/**
 * What documents under customary names name, where they are not those that the head lists: followers that a killed run
 * left behind, of documents that are listed no more, or somebody else's. Who reads one of them needs its files until it
 * is replaced or gone.
 */
export async function namedBeside(
  { store, sha256 }: Pick<Ports, 'store' | 'sha256'>,
  { objects }: Listing,
  stored: readonly StoredDocument[],
): Promise<ReadonlySet<string>> {
  const current = new Map<string, Sha256>(
    stored
      .filter(({ contentId }) => parseContentId(contentId) !== undefined)
      .map(({ contentId, plain }) => [customaryPath(contentId, 'json'), sha256(plain)]),
  );
  const named = new Set<string>();
  for (const { path: text } of objects) {
    const found = storedPath(text);
    if (found?.kind !== 'customary' || !found.path.endsWith('.json')) continue;
    const digest = current.get(found.path);
    if (digest !== undefined && (await store.digest(found.path)) === digest) continue;
    const document = await store.read(found.path, documentLimit);
    for (const path of document ? pathsIn(document.bytes) : []) named.add(path);
  }
  return named;
}

/** Whatever is called `path` in a JSON text of any shape; nothing in what is no JSON. */
function pathsIn(bytes: Uint8Array): readonly string[] {
  const paths: string[] = [];
  try {
    JSON.parse(new TextDecoder().decode(bytes), (key, value: unknown) => {
      if (key === 'path' && typeof value === 'string') paths.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return paths;
}
