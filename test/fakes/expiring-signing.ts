import { type PrivateKey, reformatKey } from 'openpgp';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import type { Signing } from '../../src/ports.ts';
import { makeKey } from '../unit/openpgp/keys.ts';
import { start } from './scene.ts';

/** A key that was made ten days before the run, and expires so many days after it. */
export async function expiringSigning(days: number, now = start): Promise<Signing> {
  return signingWith(await makeExpiring(days), now);
}

/** A key that expires so many days after the run, and the same one when it was extended by a year. */
export async function extendedSigning(days: number) {
  const short = await makeExpiring(days);
  const { privateKey: long } = await reformatKey({
    privateKey: short,
    userIDs: { name: 'Test', email: 'test@example.org' },
    keyExpirationTime: 375 * 86_400,
    date: start,
    format: 'object',
  });
  return { short: await signingWith(short, start), extended: await signingWith(long, start) };
}

function makeExpiring(days: number): Promise<PrivateKey> {
  return makeKey({ date: new Date(start.getTime() - 10 * 86_400_000), days: days + 10 });
}

function signingWith(key: PrivateKey, now: Date): Promise<Signing> {
  return openpgpSigning({
    signingKey: key.armor(),
    passphrase: undefined,
    trustedKeys: undefined,
    now,
  });
}
