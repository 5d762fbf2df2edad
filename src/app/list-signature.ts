import type { Json } from '../core/consumers/json.ts';
import { describeExpiry, describeKey, expiryOf } from './key-expiry.ts';
import type { ListedSignature } from './list-report.ts';
import type { Reader } from './read-view.ts';
import { knownKey } from './root-key.ts';

/** What tells which key a signed form claims to be signed by; `undefined` when that cannot be read. */
export type ClaimedKey = (signed: Uint8Array) => Promise<string | undefined>;

export interface SignatureFound {
  readonly signature: ListedSignature;
  readonly remarks: readonly string[];
}

/**
 * By which key a signed index is signed.
 * @param bytes of the index
 * @param index what it says
 * @param isBelieved that no signature of the root was found wanting
 */
export async function describeSignature(
  reader: Reader & { readonly claimedKey: ClaimedKey },
  bytes: Uint8Array,
  index: Json | undefined,
  isBelieved: boolean,
): Promise<SignatureFound> {
  const { verifier, now } = reader;
  const verified = verifier !== undefined && isBelieved;
  const remarks =
    verifier === undefined
      ? [
          'the signatures were not verified: give trusted-keys (or signing-key) to have them verified',
        ]
      : [];
  const key = await knownKey(reader, index, bytes);
  if (key === undefined) {
    const fingerprint = await reader.claimedKey(bytes);
    return {
      signature: {
        verified,
        key: fingerprint === undefined ? undefined : { fingerprint, known: false },
      },
      remarks,
    };
  }
  const { fingerprint, userId, expires } = key;
  const isNear = expiryOf(key, now) !== undefined;
  return {
    signature: {
      verified,
      key: { fingerprint, known: true, userId, expires: expires?.toISOString() },
    },
    remarks: isNear
      ? [...remarks, `the signing key ${describeKey(key)} ${describeExpiry(key, now)}`]
      : remarks,
  };
}
