import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import type { Signing } from '../../src/ports.ts';
import { makeKey } from '../unit/openpgp/keys.ts';
import { start } from './scene.ts';

/** A key that was made ten days before the run, and expires so many days after it. */
export async function expiringSigning(days: number, now = start): Promise<Signing> {
  const made = new Date(start.getTime() - 10 * 86_400_000);
  const key = await makeKey({ date: made, days: days + 10 });
  return openpgpSigning({
    signingKey: key.armor(),
    passphrase: undefined,
    trustedKeys: undefined,
    now,
  });
}
