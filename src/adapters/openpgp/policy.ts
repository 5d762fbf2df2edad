import { type Config, enums, config as libraryDefaults, type PublicKeyPacket } from 'openpgp';
import type { KeyFingerprint } from '../../ports.ts';

/** How the library judges keys; where gpgv is more lenient than the library's defaults, we follow gpgv. */
export const policy: Config = {
  ...libraryDefaults,
  // A key whose expiry was prolonged may carry only its newest self-signature, younger than what it signed.
  allowInsecureVerificationWithReformattedKeys: true,
  allowMissingKeyFlags: true,
};

/** The digests a signature may use, by the name a `Hash:` line gives them. SHA3 is unknown to gpgv. */
export const digestNames: ReadonlyMap<number | null, string> = new Map([
  [enums.hash.sha224, 'SHA224'],
  [enums.hash.sha256, 'SHA256'],
  [enums.hash.sha384, 'SHA384'],
  [enums.hash.sha512, 'SHA512'],
]);

export const brokenDigestNames: ReadonlyMap<number | null, string> = new Map([
  [enums.hash.md5, 'MD5'],
  [enums.hash.sha1, 'SHA1'],
  [enums.hash.ripemd, 'RIPEMD160'],
]);

/** For the others of gpg (brainpool, secp256k1) the library wants a package on Node that it does not come with. */
const curves: ReadonlySet<string | undefined> = new Set(['nistP256', 'nistP384', 'nistP521']);

/** Any key packet, primary or subkey, public or secret. */
type KeyPacket = Pick<PublicKeyPacket, 'algorithm' | 'version' | 'getAlgorithmInfo'>;

/** Why signatures of this key cannot be verified here; `undefined` when they can. */
export function unverifiable(packet: KeyPacket): string | undefined {
  if (packet.algorithm !== enums.publicKey.ecdsa) return undefined;
  const { curve } = packet.getAlgorithmInfo();
  return curves.has(curve) ? undefined : `is on the curve ${curve}, which is not supported`;
}

/** Why a key cannot sign a root that gpgv 2.2, the oldest reader we serve, verifies; `undefined` when it can. */
export function unusableForSigning(packet: KeyPacket): string | undefined {
  if (packet.version !== 4) {
    return `is an OpenPGP v${packet.version} key, and one such key makes a ring unreadable for every gpgv`;
  }
  const { algorithm, bits } = packet.getAlgorithmInfo();
  switch (packet.algorithm) {
    case enums.publicKey.rsaEncryptSign:
    case enums.publicKey.rsaSign:
      return bits !== undefined && bits >= 2048
        ? undefined
        : `has only ${bits} bits; RSA needs 2048`;
    case enums.publicKey.ecdsa:
      return unverifiable(packet);
    case enums.publicKey.eddsaLegacy:
      return undefined;
    case enums.publicKey.ed25519:
    case enums.publicKey.ed448:
      return `is of the newer format for ${algorithm} (algorithm ${packet.algorithm}), which gpgv does not know`;
    default:
      return `is of the kind ${algorithm}, which is not accepted`;
  }
}

/** Upper case, as gpg prints it. */
export function fingerprintOf(key: { getFingerprint(): string }): KeyFingerprint {
  return key.getFingerprint().toUpperCase();
}
