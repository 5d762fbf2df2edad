import { generateKey } from 'openpgp';

export interface KeyOptions {
  readonly passphrase?: string;
  /** `curve25519` is algorithm 27, which gpgv 2.2 does not know. */
  readonly type?: 'ecc' | 'curve25519';
  /** The key was made two days ago and was good for one. */
  readonly expired?: boolean;
  /** From now on, that it is good for. */
  readonly days?: number;
}

/** An armored private key, as a user brings one. */
export async function privateKey(options: KeyOptions = {}): Promise<string> {
  const day = 24 * 60 * 60;
  const { privateKey: armored } = await generateKey({
    ...(options.type === 'curve25519'
      ? { type: 'curve25519' }
      : { type: 'ecc', curve: 'ed25519Legacy' }),
    userIDs: [{ name: 'Test images', email: 'images@example.com' }],
    ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
    ...(options.expired
      ? { date: new Date(Date.now() - 2 * day * 1000), keyExpirationTime: day }
      : {}),
    ...(options.days === undefined ? {} : { keyExpirationTime: options.days * day }),
    format: 'armored',
  });
  return armored;
}
