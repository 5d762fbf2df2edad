import { generateKey } from 'openpgp';
import { InputError } from '../../core/error.ts';
import type { KeyFingerprint } from '../../ports.ts';
import { fingerprintOf, policy } from './policy.ts';

export interface NewSigningKey {
  /** `Name <mail@host>` */
  readonly userId: string;
  /** Protects the private key; without one it is stored in the clear. */
  readonly passphrase: string | undefined;
  readonly now: Date;
}

export interface SigningKeyPair {
  /** Armored. */
  readonly privateKey: string;
  /** Armored. */
  readonly publicKey: string;
  /** Armored: declares the key void, for whoever has its public part. */
  readonly revocation: string;
  readonly fingerprint: KeyFingerprint;
}

/**
 * Makes an Ed25519 key that signs and does nothing else, without an expiry. It has the older format (algorithm 22):
 * gpgv 2.2 and 2.4 do not know the one of RFC 9580.
 *
 * @throws InputError INPUT_INVALID
 */
export async function generateSigningKey(given: NewSigningKey): Promise<SigningKeyPair> {
  const userId = parseUserId(given.userId);
  const problems: string[] = [];
  if (userId === undefined) {
    problems.push(
      `the user ID ${JSON.stringify(given.userId)} is not of the form "Name <mail@host>"`,
    );
  }
  if (given.passphrase === '') {
    problems.push('the passphrase is empty; leave it out to make a key without one');
  }
  if (userId === undefined || problems.length > 0) throw new InputError('INPUT_INVALID', problems);

  const { privateKey, publicKey, revocationCertificate } = await generateKey({
    type: 'ecc',
    curve: 'ed25519Legacy',
    userIDs: userId,
    subkeys: [],
    date: given.now,
    format: 'object',
    config: policy,
    ...(given.passphrase !== undefined && { passphrase: given.passphrase }),
  });
  return {
    privateKey: privateKey.armor(policy),
    publicKey: publicKey.armor(policy),
    revocation: revocationCertificate,
    fingerprint: fingerprintOf(publicKey),
  };
}

/** Of an address, what the library takes: it must not end in a mark. */
function parseUserId(text: string): { name: string; email: string } | undefined {
  const [, name, email] =
    /^([^\p{C}<>()]+) <([^\p{C}\p{Z}@<>\\]+@[^\p{C}\p{Z}@<>\\]+[^\p{C}\p{Z}\p{P}])>$/u.exec(text) ??
    [];
  if (name === undefined || email === undefined) return undefined;
  return name.trim() === name && text.length <= 200 ? { name, email } : undefined;
}
