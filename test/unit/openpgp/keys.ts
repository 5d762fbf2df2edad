import { readFileSync } from 'node:fs';
import { type Config, type EllipticCurveName, generateKey, type PrivateKey } from 'openpgp';

/** The time all keys and signatures of these tests are made at. */
export const now = new Date('2026-11-20T15:04:05Z');

export function day(offset: number): Date {
  return new Date(now.getTime() + offset * 86_400_000);
}

interface KeyOptions {
  readonly type?: 'ecc' | 'rsa' | 'curve25519' | 'curve448';
  readonly curve?: EllipticCurveName;
  readonly date?: Date;
  readonly days?: number;
  readonly passphrase?: string;
  /** A second key beneath the first. */
  readonly subkey?: { readonly sign: boolean; readonly days?: number };
  readonly config?: Partial<Config>;
}

export async function makeKey(options: KeyOptions = {}): Promise<PrivateKey> {
  const { type = 'ecc', passphrase, subkey, config } = options;
  const { privateKey } = await generateKey({
    type,
    userIDs: { name: 'Test', email: 'test@example.org' },
    date: options.date ?? day(-10),
    keyExpirationTime: (options.days ?? 0) * 86_400,
    rsaBits: 2048,
    subkeys:
      subkey === undefined
        ? []
        : [{ sign: subkey.sign, keyExpirationTime: (subkey.days ?? 0) * 86_400 }],
    format: 'object',
    ...(type === 'ecc' && { curve: options.curve ?? 'ed25519Legacy' }),
    ...(passphrase !== undefined && { passphrase }),
    ...(config !== undefined && { config }),
  });
  return privateKey;
}

/** What gpg 2.2.40 made in January 2026; see `fixtures/`. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

export const bytes = (text: string) => new TextEncoder().encode(text);
export const textOf = (data: Uint8Array) => new TextDecoder().decode(data);
