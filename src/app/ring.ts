import { pathDigest } from '../core/digest.ts';
import { TrustError } from '../core/error.ts';
import { parseRelativePath } from '../core/path.ts';
import type { Ports, RingKey } from '../ports.ts';
import { type Head, type ReadingPorts, requireSigning } from './head.ts';

/** In bytes; one of ten keys has 20 KiB. */
export const ringLimit = 1024 * 1024;

/**
 * How the keys of a root are being changed.
 * - `planned`: by a key of the ring, which may have been extended since, or be about to take over.
 * - `lost`: by a key that is not in the ring, since none of those can sign any more.
 */
export type RingChange = 'planned' | 'lost';

/**
 * Only readers who have our key can verify what we sign, and the ring tells which keys they have.
 * @returns the keys of the ring; none where the head names no ring
 * @throws TrustError KEY_NOT_IN_RING
 */
export async function checkRing(
  ports: Ports,
  { index, signedBy }: Head,
  change?: RingChange,
): Promise<readonly RingKey[]> {
  const { signer, ring } = requireSigning(ports);
  const bytes = index.keyring === undefined ? undefined : await readRing(ports, index.keyring);
  const held = bytes === undefined ? [] : await ring.keys(bytes);
  const keys = bytes === undefined ? [signedBy] : held.map(({ fingerprint }) => fingerprint);
  if (!keys.includes(signer.fingerprint)) {
    if (change === 'lost') return held;
    throw new TrustError(
      'KEY_NOT_IN_RING',
      `the signing key ${signer.fingerprint} is not among the keys that readers of ${ports.store.url} have (${keys.join(', ')}); sign with one of those, and if this one is to follow it, give readers its public key first: rotate-key with new-key (docs/recipes/rotate-key.md)`,
    );
  }
  if (bytes === undefined || (await ring.verifies(bytes, signer.sample))) {
    return held;
  }
  const own = held.find(({ fingerprint }) => fingerprint === signer.fingerprint);
  const extended = own?.expires !== undefined && own.expires <= ports.clock.now();
  if (extended && change !== undefined) return held;
  throw new TrustError(
    'KEY_NOT_IN_RING',
    extended
      ? `the ring of ${ports.store.url} holds the signing key ${signer.fingerprint} as it was before it was extended: there it has expired. Publish it as it is now: run rotate-key with it`
      : `the signing key ${signer.fingerprint} signs with a subkey that the ring of ${ports.store.url} does not hold, so its readers would refuse the result; sign with the key as it was published`,
  );
}

/**
 * The keys that readers of a head have, where there is a key to sign with: none where it names no ring.
 * @throws TrustError as {@link readRing}
 */
export async function ringKeys(
  ports: ReadingPorts,
  head: Head | undefined,
): Promise<readonly RingKey[]> {
  const path = head?.index.keyring;
  if (path === undefined || ports.signing === undefined) return [];
  return ports.signing.ring.keys(await readRing(ports, path));
}

/**
 * The ring a head names.
 * @throws TrustError DOCUMENT_MISSING, DIGEST_MISMATCH
 */
export async function readRing(ports: ReadingPorts, path: string): Promise<Uint8Array> {
  const safe = parseRelativePath(path);
  const stored = safe === undefined ? undefined : await ports.store.read(safe, ringLimit);
  if (stored === undefined) {
    throw new TrustError(
      'DOCUMENT_MISSING',
      `the ring ${path}, which the head names, is not in ${ports.store.url}; restore it`,
    );
  }
  if (path.includes(pathDigest(ports.sha256(stored.bytes)))) return stored.bytes;
  throw new TrustError(
    'DIGEST_MISMATCH',
    `the ring ${path} in ${ports.store.url} is not what its name says; restore it`,
  );
}
