import type { PublicKey } from 'openpgp';
import { InputError } from '../../core/error.ts';
import type { RingKey } from '../../ports.ts';
import { factsOf, newestFirst } from './key-facts.ts';
import { armoredKeys, canSign, minimalPublicKey } from './keys.ts';
import { fingerprintOf, policy, unusableForSigning } from './policy.ts';

/**
 * The key of the input `new-key`, as a ring holds it: one that can sign a root at `now`.
 *
 * @param armored a public key
 * @throws InputError KEY_INVALID
 */
export async function openpgpNewKey(armored: string, now: Date): Promise<RingKey> {
  const [given, ...more] = await armoredKeys('new-key', armored);
  if (given === undefined || more.length > 0) {
    throw invalid(`new-key holds ${more.length + 1} keys: give one`);
  }
  const problem = await whyUnusable(given, now);
  if (problem !== undefined) throw invalid(`new-key ${fingerprintOf(given)} ${problem}`);
  const key = await minimalPublicKey(given);
  return { ...(await factsOf(key, now)), publicKey: key.write() };
}

async function whyUnusable(key: PublicKey, now: Date): Promise<string | undefined> {
  const unusable = unusableForSigning(key.keyPacket);
  if (unusable !== undefined) return `${unusable}: make a key with simplestreams keygen`;
  if (await key.isRevoked(undefined, undefined, now, policy)) return 'is revoked';
  for (const part of newestFirst(key)) {
    if (unusableForSigning(part.keyPacket) === undefined && (await canSign(key, part, now))) {
      return undefined;
    }
  }
  return `has no part that can sign on ${now.toISOString()}: each is for something else, expired, revoked, or unknown to gpgv`;
}

function invalid(problem: string): InputError {
  return new InputError('KEY_INVALID', problem);
}
