import { parseSha256, type Sha256 } from '../core/digest.ts';
import type { Index, IndexEntry, Products } from '../core/document.ts';
import { TrustError } from '../core/error.ts';
import { parseRelativePath, type RelativePath } from '../core/path.ts';
import { documentPath, type Form } from '../core/root.ts';
import { documentText } from '../core/schema/json-text.ts';
import { parseProducts } from '../core/schema/validate.ts';
import { documentLimit, type Head, type ReadingPorts, verifierOf } from './head.ts';
import { type Known, type KnownDocument, openKnown } from './known.ts';

/** A products document as it lies in the root. */
export interface StoredDocument extends KnownDocument {
  readonly contentId: string;
  readonly entry: IndexEntry;
}

/** The entries that are products documents; others (a nested index, say) are kept as they are. */
export function productsEntries(index: Index): readonly (readonly [string, IndexEntry])[] {
  return Object.entries(index.index).filter(
    ([, { format, datatype }]) =>
      format === 'products:1.0' || (format === undefined && datatype === 'image-downloads'),
  );
}

/** True when the entry names an immutable document of our layout, of exactly these bytes. */
export function isOurs(contentId: string, entry: IndexEntry, form: Form): boolean {
  return pinnedDigest(contentId, entry, form) !== undefined;
}

function pinnedDigest(contentId: string, entry: IndexEntry, form: Form): Sha256 | undefined {
  const sha256 = parseSha256(entry.sha256);
  const isNamedByIt = sha256 !== undefined && entry.path === documentPath(contentId, form, sha256);
  return isNamedByIt ? sha256 : undefined;
}

/**
 * Reads every products document a head names and checks it: its digest where the head pins one, its signature in a
 * signed root.
 * @param known what need not be read again, and takes what was
 * @throws TrustError DOCUMENT_MISSING, DIGEST_MISMATCH, SIGNATURE_INVALID
 */
export async function readDocuments(
  ports: ReadingPorts,
  head: Head,
  known: Known = openKnown(),
): Promise<readonly StoredDocument[]> {
  const entries = productsEntries(head.index);
  return Promise.all(
    entries.map(async ([contentId, entry]): Promise<StoredDocument> => {
      const found = known.document(pinnedDigest(contentId, entry, head.form));
      if (found !== undefined && found.bytes.length === entry.size)
        return { contentId, entry, ...found };
      const document = await readDocument(ports, head, contentId, entry);
      known.add(document);
      return { contentId, entry, ...document };
    }),
  );
}

async function readDocument(
  ports: ReadingPorts,
  head: Head,
  contentId: string,
  entry: IndexEntry,
): Promise<KnownDocument> {
  const path = safePath(entry, contentId);
  const stored = await ports.store.read(path, documentLimit);
  if (stored === undefined) {
    throw new TrustError(
      'DOCUMENT_MISSING',
      `${path}, which the index of ${ports.store.url} names for ${contentId}, is not there; restore it, or remove the entry`,
    );
  }
  const { bytes } = stored;
  const sha256 = ports.sha256(bytes);
  if (entry.sha256 !== undefined && (entry.sha256 !== sha256 || entry.size !== bytes.length)) {
    throw new TrustError(
      'DIGEST_MISMATCH',
      `${path} in ${ports.store.url} is not what the index says: sha256 ${sha256} and ${bytes.length} bytes instead of ${entry.sha256} and ${entry.size}; somebody changed it. Restore it and run again`,
    );
  }
  if (head.form === 'json') return { bytes, sha256, text: documentText(bytes, path), plain: bytes };
  const { text, plain } = await verifierOf(ports).clearsigned(bytes, path);
  return { bytes, sha256, text, plain };
}

function safePath({ path }: IndexEntry, contentId: string): RelativePath {
  const safe = parseRelativePath(path);
  if (safe !== undefined) return safe;
  throw new TrustError(
    'DOCUMENT_MISSING',
    `the index names ${JSON.stringify(path)} for ${contentId}, which is no path below the root; correct the entry`,
  );
}

/** The documents parsed and checked against the JSON Schema, by content id. */
export function parseDocuments(
  documents: readonly StoredDocument[],
): ReadonlyMap<string, Products> {
  return new Map(
    documents.map(({ contentId, entry, text }) => [contentId, parseProducts(text, entry.path)]),
  );
}

/** Every path that the products documents name: what lies there is not about to be reaped. */
export function namedPaths(documents: ReadonlyMap<string, Products>): Set<string> {
  const named = new Set<string>();
  for (const { products } of documents.values()) {
    for (const { versions = {} } of Object.values(products)) {
      for (const { items = {} } of Object.values(versions)) {
        for (const { path } of Object.values(items)) {
          if (path !== undefined) named.add(path);
        }
      }
    }
  }
  return named;
}
