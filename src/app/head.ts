import type { Sha256 } from '../core/digest.ts';
import type { Index } from '../core/document.ts';
import { TrustError } from '../core/error.ts';
import { type Form, headPath, index as indexPath, signedIndex } from '../core/root.ts';
import { documentText } from '../core/schema/json-text.ts';
import { parseIndex } from '../core/schema/validate.ts';
import type { Revision, Store, StoredBytes } from '../ports/store.ts';
import type { KeyFingerprint, Ports, Verifier } from '../ports.ts';

/** Far above any real document (100,000 items make 36 MB), far below what would hurt. */
export const documentLimit = 256 * 1024 * 1024;

/** What reading a root takes: less than the ports of a run. */
export interface ReadingPorts extends Pick<Ports, 'sha256' | 'signing' | 'verifier'> {
  readonly store: Pick<Store, 'url' | 'read'>;
}

/** The one object a commit replaces, as it was read and, in a signed root, verified. */
export interface Head {
  readonly form: Form;
  readonly revision: Revision;
  readonly sha256: Sha256;
  readonly index: Index;
  /** Absent in an unsigned root. */
  readonly signedBy: KeyFingerprint | undefined;
}

/**
 * What a root is, by which of the two indexes are there.
 * - `unsigned`: `index.json` is the head.
 * - `signed`: `index.sjson` is the head, and `index.json`, if there, follows it.
 * - `becoming`: `index.json` says that the head is `index.sjson`, which is not there (yet, or any more).
 */
export type RootState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsigned'; readonly head: Head }
  | { readonly kind: 'becoming'; readonly head: Head }
  | SignedRoot;

export interface SignedRoot {
  readonly kind: 'signed';
  readonly head: Head;
  /** `index.json`, as it was just before the head was read. */
  readonly follower: Index | undefined;
}

/**
 * Reads `index.json`, then `index.sjson`: in this order a follower is never judged by a head older than itself.
 * @throws TrustError SECOND_HEAD, SIGNATURE_INVALID, SIGNING_KEY_REQUIRED (a signed root, and nothing to verify it with)
 */
export async function readRoot(ports: ReadingPorts): Promise<RootState> {
  const plain = await ports.store.read(indexPath, documentLimit);
  const signed = await ports.store.read(signedIndex, documentLimit);
  const plainHead = plain === undefined ? undefined : unsignedHead(ports, plain);
  if (signed === undefined) {
    if (plainHead === undefined) return { kind: 'empty' };
    return { kind: plainHead.index.head === undefined ? 'unsigned' : 'becoming', head: plainHead };
  }
  const head = await signedHead(ports, signed);
  if (plainHead !== undefined && plainHead.index.head === undefined) await refuseSecondHead(ports);
  return { kind: 'signed', head, follower: plainHead?.index };
}

/** The head alone, as followers are made from it. */
export async function readHead(ports: ReadingPorts, form: Form): Promise<Head> {
  const stored = await ports.store.read(headPath(form), documentLimit);
  if (stored === undefined) throw headVanished(ports, form);
  return form === 'sjson' ? signedHead(ports, stored) : unsignedHead(ports, stored);
}

/**
 * A glance before work that a newer head makes useless: it promises nothing, the PUT of the next head decides.
 * @throws TrustError HEAD_VANISHED
 */
export async function isStillHead(ports: Ports, { form, sha256 }: Head): Promise<boolean> {
  const found = await ports.store.stat(headPath(form));
  if (found === undefined) throw headVanished(ports, form);
  if (found.sha256 !== undefined) return found.sha256 === sha256;
  const stored = await ports.store.read(headPath(form), documentLimit);
  return stored !== undefined && ports.sha256(stored.bytes) === sha256;
}

export function headVanished({ store }: ReadingPorts, form: Form): TrustError {
  return new TrustError(
    'HEAD_VANISHED',
    `${headPath(form)} in ${store.url} was there when this run began and is gone; somebody removed it, and it is not made anew: restore it from its copy (streams/v1/index.<digest>.${form}) and run again`,
  );
}

function unsignedHead(ports: ReadingPorts, { bytes, revision }: StoredBytes): Head {
  const index = parseIndex(documentText(bytes, indexPath), indexPath);
  return { form: 'json', revision, sha256: ports.sha256(bytes), index, signedBy: undefined };
}

async function signedHead(ports: ReadingPorts, { bytes, revision }: StoredBytes): Promise<Head> {
  const { text, fingerprint } = await verifierOf(ports).clearsigned(bytes, signedIndex);
  const index = parseIndex(text, signedIndex);
  return { form: 'sjson', revision, sha256: ports.sha256(bytes), index, signedBy: fingerprint };
}

/** @throws TrustError SIGNING_KEY_REQUIRED when there is nothing to verify with */
export function verifierOf(ports: ReadingPorts): Verifier {
  return ports.signing?.verifier ?? ports.verifier ?? requireSigning(ports).verifier;
}

export function requireSigning({ signing, store }: Pick<ReadingPorts, 'signing' | 'store'>) {
  if (signing !== undefined) return signing;
  throw new TrustError(
    'SIGNING_KEY_REQUIRED',
    `${store.url} is a signed root, and no signing key was given; give signing-key (or, for a root that is only read, trusted-keys), or take another root`,
  );
}

// Between the two reads of a run somebody may have begun to sign the root; whoever does so marks index.json first.
async function refuseSecondHead(ports: ReadingPorts): Promise<void> {
  const again = await ports.store.read(indexPath, documentLimit);
  if (again === undefined || unsignedHead(ports, again).index.head !== undefined) return;
  throw new TrustError(
    'SECOND_HEAD',
    `${ports.store.url} has two heads: ${signedIndex}, and ${indexPath}, which does not say "head": "index.sjson"; some other tool wrote one of them. Remove the one that is wrong and run again`,
  );
}
