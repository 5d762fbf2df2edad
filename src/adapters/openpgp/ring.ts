import { armor, enums, type Key, readKeys } from 'openpgp';
import { TrustError } from '../../core/error.ts';
import type { Ring } from '../../ports.ts';
import { factsOf } from './key-facts.ts';
import { policy } from './policy.ts';
import { openpgpVerifier } from './verifier.ts';

/** @param now the time of the run, against which signatures are judged */
export function openpgpRing(now: Date): Ring {
  // A key remembers which of its own signatures are good.
  const read = new WeakMap<Uint8Array, Promise<readonly Key[]>>();
  const keysOf = (ring: Uint8Array): Promise<readonly Key[]> => {
    const keys = read.get(ring) ?? readRing(ring);
    read.set(ring, keys);
    return keys;
  };

  return {
    keys: async (ring) => {
      const keys = await keysOf(ring);
      return Promise.all(
        keys.map(async (key) => ({ ...(await factsOf(key, now)), publicKey: key.write() })),
      );
    },

    async verifies(ring, signed) {
      const verifier = openpgpVerifier(await keysOf(ring), now);
      try {
        await verifier.clearsigned(signed, 'the signed text');
        return true;
      } catch (error) {
        if (error instanceof TrustError) return false;
        throw error;
      }
    },

    async armor(ring) {
      const text = armor(
        enums.armor.publicKey,
        ring,
        undefined,
        undefined,
        undefined,
        true,
        policy,
      );
      return new TextEncoder().encode(text);
    },
  };
}

async function readRing(ring: Uint8Array): Promise<readonly Key[]> {
  const keys = await readKeys({ binaryKeys: ring, config: policy }).catch((cause: unknown) => {
    throw new TrustError('SIGNATURE_INVALID', 'the ring of the root holds no public keys', {
      cause,
    });
  });
  if (keys.some((key) => key.isPrivate())) {
    throw new TrustError('SIGNATURE_INVALID', 'the ring of the root holds a private key');
  }
  return keys;
}
