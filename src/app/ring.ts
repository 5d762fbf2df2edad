import { pathDigest } from '../core/digest.ts';
import { TrustError } from '../core/error.ts';
import { parseRelativePath } from '../core/path.ts';
import type { Ports, RingKey } from '../ports.ts';
import { type Head, requireSigning } from './head.ts';

export const ringLimit = 1024 * 1024;

/**
 * Only readers who have our key can verify what we sign, and the ring tells which keys they have.
 * @returns the keys of the ring; none where the head names no ring
 * @throws TrustError KEY_NOT_IN_RING
 */
export async function checkRing(
  ports: Ports,
  { index, signedBy }: Head,
): Promise<readonly RingKey[]> {
  const { signer, ring } = requireSigning(ports);
  const bytes = index.keyring === undefined ? undefined : await readRing(ports, index.keyring);
  const held = bytes === undefined ? [] : await ring.keys(bytes);
  const keys = bytes === undefined ? [signedBy] : held.map(({ fingerprint }) => fingerprint);
  if (!keys.includes(signer.fingerprint)) {
    throw new TrustError(
      'KEY_NOT_IN_RING',
      `the signing key ${signer.fingerprint} is not among the keys that readers of ${ports.store.url} have (${keys.join(', ')}); sign with one of those`,
    );
  }
  // The key may have got a subkey that signs after the ring was published.
  if (bytes === undefined || (await ring.verifies(bytes, await signer.clearsign('{}\n')))) {
    return held;
  }
  throw new TrustError(
    'KEY_NOT_IN_RING',
    `the signing key ${signer.fingerprint} signs with a subkey that the ring of ${ports.store.url} does not hold, so its readers would refuse the result; sign with the key as it was published`,
  );
}

/**
 * The ring a head names.
 * @throws TrustError DOCUMENT_MISSING, DIGEST_MISMATCH
 */
export async function readRing(ports: Ports, path: string): Promise<Uint8Array> {
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
