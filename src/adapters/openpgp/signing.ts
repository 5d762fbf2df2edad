import { InputError } from '../../core/error.ts';
import type { Signing } from '../../ports.ts';
import { trustedKeys } from './keys.ts';
import { openpgpRing } from './ring.ts';
import { openpgpSigner } from './signer.ts';
import { openpgpVerifier } from './verifier.ts';

export interface GivenKeys {
  /** The input `signing-key`: an armored private key. */
  readonly signingKey: string;
  /** The input `signing-key-passphrase`. */
  readonly passphrase: string | undefined;
  /** The input `trusted-keys`: armored public keys, or a binary ring. */
  readonly trustedKeys: string | Uint8Array | undefined;
  /** The time of the run: the key is checked against it, and signatures bear it. */
  readonly now: Date;
}

/**
 * What signs, and what trusts the signing key and `trusted-keys`.
 *
 * @throws InputError KEY_INVALID with the problems of both inputs
 */
export async function openpgpSigning(given: GivenKeys): Promise<Signing> {
  const { passphrase, now } = given;
  const [signer, others] = await Promise.allSettled([
    openpgpSigner({ privateKey: given.signingKey, passphrase, now }),
    given.trustedKeys === undefined ? [] : trustedKeys(given.trustedKeys),
  ]);
  if (signer.status === 'rejected' || others.status === 'rejected') {
    throw joined([signer, others]);
  }
  return {
    signer: signer.value,
    verifier: openpgpVerifier([signer.value.key, ...others.value], now),
    ring: openpgpRing(now),
  };
}

/** The input errors as one; anything else is a bug and goes first. */
function joined(results: readonly PromiseSettledResult<unknown>[]): unknown {
  const problems: string[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    if (!(result.reason instanceof InputError)) return result.reason;
    problems.push(...result.reason.problems);
  }
  return new InputError('KEY_INVALID', problems);
}
