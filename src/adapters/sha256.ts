import { hash } from 'node:crypto';
import { parseSha256, type Sha256 } from '../core/digest.ts';

/** The SHA-256 of `bytes`. */
export function sha256(bytes: Uint8Array): Sha256 {
  return asSha256(hash('sha256', bytes, 'hex'));
}

const known = new WeakMap<Uint8Array, Sha256>();

/** As {@link sha256}, of bytes that never change again, such as a document: of the same array it is computed once. */
export function sha256Once(bytes: Uint8Array): Sha256 {
  const digest = known.get(bytes) ?? sha256(bytes);
  known.set(bytes, digest);
  return digest;
}

function asSha256(digits: string): Sha256 {
  const digest = parseSha256(digits);
  if (digest === undefined) throw new Error(`not a SHA-256: ${digits}`);
  return digest;
}
