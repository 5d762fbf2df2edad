import { enums, type PublicKey } from 'openpgp';
import { parseClearsigned } from '../../core/clearsign.ts';
import { TrustError } from '../../core/error.ts';
import type { Verifier } from '../../ports.ts';
import { canonicalText } from './canonical-text.ts';
import { factsOf } from './key-facts.ts';
import { fingerprintOf } from './policy.ts';
import { parseSignature, verifySignature } from './signature.ts';

/**
 * Trusts the signatures of `trusted` keys and of their signing subkeys, and no others.
 *
 * @param now the time of the run: signatures dated more than a day after it, or expired by it, are refused
 */
export function openpgpVerifier(trusted: readonly PublicKey[], now: Date): Verifier {
  return {
    async clearsigned(bytes, place) {
      const { text, plain, digest, signature: armored } = parseClearsigned(bytes, place);
      const signature = await parseSignature(armored, place);
      const covered = canonicalText(plain.subarray(0, -1));
      const given = { signed: covered, signature, digest, types: [enums.signature.text] };
      return { text, plain, fingerprint: await verifySignature(given, trusted, now, place) };
    },

    async facts(fingerprint) {
      const key = trusted.find((candidate) => fingerprintOf(candidate) === fingerprint);
      return key && factsOf(key, now);
    },

    async detached(bytes, signature) {
      const place = 'the detached signature';
      try {
        const given = {
          signed: bytes,
          signature: await parseSignature(signature, place),
          digest: undefined,
          types: [enums.signature.binary, enums.signature.text],
        };
        return await verifySignature(given, trusted, now, place);
      } catch (error) {
        if (error instanceof TrustError) return undefined;
        throw error;
      }
    },
  };
}
