import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Reading, Wrong } from './reading.ts';
import { linesOf } from './values.ts';

/** The signing key, as the user gave it; not looked into yet. */
export interface SigningKey {
  readonly armored: string;
  readonly passphrase: string | undefined;
}

const largestKeyFile = 16 * 1024 * 1024;

/** The inputs `signing-key` and `signing-key-passphrase`, and that nothing was asked for that needs the key. */
export function readSigningKey(reading: Reading, adopt: boolean): SigningKey | undefined {
  const armored = reading.secret('signing-key');
  const passphrase = reading.secret('signing-key-passphrase');
  if (armored !== undefined) return { armored, passphrase };
  const why = 'there is no signing key with it, so the root would not be signed';
  if (passphrase !== undefined) reading.wrong('signing-key-passphrase', undefined, why);
  if (adopt) reading.wrong('adopt', undefined, why);
  return undefined;
}

/** The armored texts of the input `trusted-keys`: itself, or what the files it names hold. */
export function readTrustedKeys(reading: Reading, cwd: string): readonly string[] {
  return reading.text('trusted-keys', (text, wrong) => parsePublicKeys(text, cwd, wrong)) ?? [];
}

/** The armored text of the input `new-key`: itself, or what the file it names holds. */
export function readNewKey(reading: Reading, cwd: string): string | undefined {
  return reading.text('new-key', (text, wrong) => {
    const keys = parsePublicKeys(text, cwd, wrong) ?? [];
    return keys.length > 1 ? wrong('expected one file') : keys[0];
  });
}

function parsePublicKeys(text: string, cwd: string, wrong: Wrong): readonly string[] | undefined {
  const armored = text.includes('-----BEGIN')
    ? [text]
    : linesOf(text).map((path) => readKeyFile(resolve(cwd, path), wrong));
  const keys = armored.filter((block) => block !== undefined);
  return keys.some((block) => block.includes('PRIVATE KEY'))
    ? wrong('this is a private key: give the public one, which gpg --armor --export prints')
    : keys;
}

function readKeyFile(path: string, wrong: Wrong): string | undefined {
  try {
    const found = statSync(path);
    if (!found.isFile()) return wrong(`${path} is not a regular file`);
    if (found.size > largestKeyFile) return wrong(`${path} is larger than 16 MiB`);
    const keys = readFileSync(path, 'latin1');
    return /^-----BEGIN PGP (PUBLIC|PRIVATE) KEY BLOCK-----/m.test(keys)
      ? keys
      : wrong(`${path} holds no armored public key, as gpg --armor --export prints it`);
  } catch (error) {
    return wrong(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
