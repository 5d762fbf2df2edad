import type { KeyFingerprint, RingKey, Signing } from '../../src/ports.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';

/** The keys of a signed root, as those have them who publish into it: each signs with one, and trusts all. */
export interface Keys {
  /** The first, with which the root is begun. */
  readonly first: RingKey;
  /** Verifies with every key that there is by now. */
  verifier(): Signing;
  signingWith(fingerprint: KeyFingerprint): Signing;
  /** @param withoutNotice it is to take over before readers have it */
  make(withoutNotice: boolean): RingKey;
  wasMadeWithoutNotice(fingerprint: KeyFingerprint): boolean;
}

export function openKeys(): Keys {
  const names: string[] = [];
  const fingerprints = new Map<KeyFingerprint, string>();
  const without = new Set<KeyFingerprint>();

  function make(withoutNotice: boolean): RingKey {
    const name = `key ${names.length}`;
    names.push(name);
    const { signer } = hmacSigning(name);
    fingerprints.set(signer.fingerprint, name);
    if (withoutNotice) without.add(signer.fingerprint);
    return signer;
  }

  const first = make(false);
  return {
    first,
    verifier: () => hmacSigning('key 0', ...names),
    signingWith: (fingerprint) => {
      const name = fingerprints.get(fingerprint);
      if (name === undefined) throw new Error(`nobody has the key ${fingerprint}`);
      return hmacSigning(name, ...names);
    },
    make,
    wasMadeWithoutNotice: (fingerprint) => without.has(fingerprint),
  };
}
