import type { IndexEntry, Products } from '../core/document.ts';
import { FindingError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import { documentPath } from '../core/root.ts';
import { validateProducts } from '../core/schema/validate.ts';
import { mayBeOverlong, overlongLine, serialise } from '../core/serialise.ts';
import { formatUpdated } from '../core/time.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import { isOurs } from './documents.ts';
import type { Edited } from './edit.ts';
import { requireSigning } from './head.ts';
import type { KnownDocument } from './known.ts';

/** A document of the next head: its entry, and the objects to be stored before the head names them. */
export interface NextDocument extends KnownDocument {
  readonly contentId: string;
  readonly entry: IndexEntry;
  readonly objects: ReadonlyMap<RelativePath, Uint8Array>;
}

/**
 * The documents that change, and those that must be written anew all the same: signed by another key than ours, or not
 * under a name of our layout.
 */
export async function nextDocuments(
  ports: Ports,
  base: Base,
  { changed, removed }: Pick<Edited<unknown>, 'changed' | 'removed'>,
): Promise<readonly NextDocument[]> {
  const updated = formatUpdated(ports.clock.now());
  const rewritten = base.stored.filter(
    ({ contentId, entry }) =>
      !changed.has(contentId) &&
      removed?.has(contentId) !== true &&
      !isKept(ports, base, contentId, entry),
  );
  const documents: readonly (readonly [string, Products])[] = [
    ...rewritten.flatMap(({ contentId }) => {
      const document = base.documents.get(contentId);
      return document === undefined ? [] : [[contentId, document] as const];
    }),
    ...[...changed].map(([contentId, document]) => [contentId, { ...document, updated }] as const),
  ];
  return Promise.all(
    documents.map(([contentId, document]) => nextDocument(ports, base, contentId, document)),
  );
}

function isKept(
  { signing }: Ports,
  { form, head }: Base,
  contentId: string,
  entry: IndexEntry,
): boolean {
  return isOurs(contentId, entry, form) && head?.signedBy === signing?.signer.fingerprint;
}

async function nextDocument(
  ports: Ports,
  { form, head }: Base,
  contentId: string,
  document: Products,
): Promise<NextDocument> {
  const text = writeDocument(document, contentId);
  const plain = new TextEncoder().encode(text);
  const objects = new Map<RelativePath, Uint8Array>([
    [documentPath(contentId, 'json', ports.sha256(plain)), plain],
  ]);
  const bytes = form === 'json' ? plain : await requireSigning(ports).signer.clearsign(text);
  const sha256 = ports.sha256(bytes);
  const path = documentPath(contentId, form, sha256);
  objects.set(path, bytes);
  const entry: IndexEntry = {
    ...head?.index.index[contentId],
    path,
    sha256,
    size: bytes.length,
    format: 'products:1.0',
    products: Object.keys(document.products).sort(),
    ...(document.datatype === undefined ? {} : { datatype: document.datatype }),
    ...(document.updated === undefined ? {} : { updated: document.updated }),
  };
  return { contentId, entry, objects, bytes, sha256, text, plain };
}

/**
 * What is published validates, and can be signed; seen before a byte is stored.
 * @param before what `documents` were, which is valid
 * @throws FindingError
 */
export function checkDocuments(
  before: ReadonlyMap<string, Products>,
  documents: ReadonlyMap<string, Products>,
): void {
  for (const [contentId, document] of documents) {
    validateProducts(newIn(document, before.get(contentId)), `the new ${contentId}`);
    if (mayBeOverlong(document)) writeDocument(document, contentId);
  }
}

/** `document` without the products that it had before, which the schema judges one by one. */
function newIn(document: Products, before: Products | undefined): Products {
  // But for one thing, which depends on the datatype.
  if (before === undefined || before.datatype !== document.datatype) return document;
  const products = Object.entries(document.products).filter(
    ([name, product]) => product !== before.products[name],
  );
  return { ...document, products: Object.fromEntries(products) };
}

function writeDocument(document: Products, contentId: string): string {
  const text = serialise(document);
  const overlong = overlongLine(text);
  if (overlong === undefined) return text;
  throw new FindingError(
    'FINDINGS',
    `line ${overlong.line} of the new ${contentId} (${overlong.start}…) has ${overlong.length} bytes, and gpgv reads no signed line of 20,000 or more; shorten that tag`,
  );
}
