import {
  decryptKey,
  type KeyID,
  type PrivateKey,
  type PublicKey,
  readPrivateKeys,
  SecretKeyPacket,
  SecretSubkeyPacket,
  type Subkey,
} from 'openpgp';
import { InputError } from '../../core/error.ts';
import { expiryOf, newestFirst } from './key-facts.ts';
import { canSign, minimalPublicKey } from './keys.ts';
import { fingerprintOf, policy, unusableForSigning } from './policy.ts';

export interface GivenSigningKey {
  /** Armored. */
  readonly privateKey: string;
  readonly passphrase: string | undefined;
  /** When the key must be usable. */
  readonly now: Date;
}

export interface SigningKey {
  /** Unlocked, reduced to what signs. */
  readonly privateKey: PrivateKey;
  /** Of the primary key or subkey that signs. */
  readonly keyId: KeyID;
  readonly publicKey: PublicKey;
  /** `undefined`: never. */
  readonly expires: Date | undefined;
}

/**
 * Opens the key of the input `signing-key`.
 *
 * No error carries a cause here: the library's messages are about secret bytes.
 * @throws InputError KEY_INVALID
 */
export async function openSigningKey(given: GivenSigningKey): Promise<SigningKey> {
  const key = await readOnlyKey(given.privateKey);
  const name = `signing-key ${fingerprintOf(key)}`;
  await checkPrimary(key, name, given.now);
  const publicKey = await minimalPublicKey(key);
  const part = await signingPart(key, name, given.now);
  const expires = await expiryOf(key, part);
  reduce(key, part);
  return {
    privateKey: await unlock(key, part, given.passphrase, name),
    keyId: part.getKeyID(),
    publicKey,
    expires,
  };
}

async function readOnlyKey(text: string): Promise<PrivateKey> {
  const blocks = text.split('-----BEGIN PGP PRIVATE KEY BLOCK-----').length - 1;
  if (blocks === 0 && text.includes('-----BEGIN PGP PUBLIC KEY BLOCK-----')) {
    throw invalid(
      'signing-key is a public key: give the private one (gpg --armor --export-secret-keys)',
    );
  }
  if (blocks === 0) {
    throw invalid(
      'signing-key is no armored OpenPGP private key: give the key itself, from "-----BEGIN PGP PRIVATE KEY BLOCK-----" to its END line; simplestreams keygen makes one',
    );
  }
  if (blocks > 1) throw invalid(`signing-key holds ${blocks} private key blocks: give one`);
  const keys = await readPrivateKeys({ armoredKeys: text, config: policy }).catch(() => {
    throw invalid('signing-key cannot be read as an OpenPGP private key: is it complete?');
  });
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    throw invalid(
      `signing-key holds ${keys.length} keys (${keys.map(fingerprintOf).join(', ')}): give one`,
    );
  }
  return key;
}

async function checkPrimary(key: PrivateKey, name: string, now: Date): Promise<void> {
  const unusable = unusableForSigning(key.keyPacket);
  if (unusable !== undefined) {
    throw invalid(`${name} ${unusable}: make a key with simplestreams keygen`);
  }
  if (await key.isRevoked(undefined, undefined, now, policy)) throw invalid(`${name} is revoked`);
  const created = key.getCreationTime();
  if (created > now) {
    throw invalid(
      `${name} was made on ${created.toISOString()}, in the future: is the clock right?`,
    );
  }
  const expiry = await key.getExpirationTime(undefined, policy);
  if (expiry === null) throw invalid(`${name} has no user ID with a valid self-signature`);
  if (expiry.valueOf() <= now.getTime()) {
    throw invalid(
      `${name} expired on ${new Date(expiry).toISOString()}: prolong it (gpg --quick-set-expire) and give it again, or rotate to another key`,
    );
  }
}

/** The newest subkey that can sign, else the primary key: the choice gpg makes. */
async function signingPart(key: PrivateKey, name: string, now: Date): Promise<PrivateKey | Subkey> {
  for (const part of newestFirst(key)) {
    if (secretOf(part) === undefined || unusableForSigning(part.keyPacket) !== undefined) continue;
    if (await canSign(key, part, now)) return part;
  }
  throw invalid(
    `${name} has no part that can sign on ${now.toISOString()}: each is for something else, expired, revoked, unknown to gpgv, or its secret was left out of the export (or lies on a card)`,
  );
}

/** So that only the part that signs must be unlocked; the others may have another passphrase, or no secret at all. */
function reduce(key: PrivateKey, part: PrivateKey | Subkey): void {
  key.subkeys = key.subkeys.filter((subkey) => subkey === part);
  const { keyPacket } = key;
  if (part !== key && keyPacket instanceof SecretKeyPacket) keyPacket.makeDummy(policy);
}

async function unlock(
  key: PrivateKey,
  part: PrivateKey | Subkey,
  passphrase: string | undefined,
  name: string,
): Promise<PrivateKey> {
  if (secretOf(part)?.isDecrypted() === true) return key;
  if (passphrase === undefined || passphrase === '') {
    throw invalid(`${name} is protected by a passphrase: set signing-key-passphrase`);
  }
  return decryptKey({ privateKey: key, passphrase, config: policy }).catch((error: unknown) => {
    const wrong = error instanceof Error && error.message.includes('Incorrect key passphrase');
    throw invalid(
      wrong
        ? `signing-key-passphrase does not open ${name}`
        : `${name} is protected in a way that is not supported, or is damaged: export it again with gpg 2`,
    );
  });
}

/** `undefined` when there is none: stripped, on a card, or protected in an unknown way. */
function secretOf(part: PrivateKey | Subkey): SecretKeyPacket | SecretSubkeyPacket | undefined {
  const { keyPacket } = part;
  const secret = keyPacket instanceof SecretKeyPacket || keyPacket instanceof SecretSubkeyPacket;
  return secret && !keyPacket.isMissingSecretKeyMaterial() ? keyPacket : undefined;
}

function invalid(problem: string): InputError {
  return new InputError('KEY_INVALID', problem);
}
