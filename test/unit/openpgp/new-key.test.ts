import { type PrivateKey, revokeKey } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { openpgpNewKey } from '../../../src/adapters/openpgp/new-key.ts';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { day, makeKey, now } from './keys.ts';

function opened(key: PrivateKey) {
  return openpgpNewKey(key.toPublic().armor(), now);
}

test.each([
  {},
  { days: 20 },
  { subkey: { sign: true } },
  { subkey: { sign: false } },
  { days: 90, subkey: { sign: true, days: 30 } },
])('a new key is published as its owner then signs with it: %j', async (options) => {
  const key = await makeKey(options);
  const signer = await openpgpSigner({ privateKey: key.armor(), passphrase: undefined, now });
  const { fingerprint, userId, expires, publicKey } = signer;
  expect(await opened(key)).toEqual({ fingerprint, userId, expires, publicKey });
});

describe('a new key is refused', () => {
  const refusal = (text: string) =>
    openpgpNewKey(text, now).then(
      () => undefined,
      (error: unknown) => error,
    );

  test('when it is private, and nothing of it is told', async () => {
    const armored = (await makeKey()).armor();
    const error = await refusal(armored);
    expect(error).toMatchObject({ code: 'KEY_INVALID', exitCode: 2 });
    expect(String(error)).toContain('new-key holds a private key');
  });

  test('when there are several, or none', async () => {
    const keys = await Promise.all([makeKey(), makeKey()]);
    const two = keys.map((key) => key.toPublic().armor()).join('\n');
    expect(String(await refusal(two))).toContain('new-key holds 2 keys: give one');
    expect(String(await refusal('new.pub.asc'))).toContain('new-key holds no OpenPGP public key');
  });

  test('when it expired, is revoked, is not made yet, or is of a kind gpgv does not know', async () => {
    const revoked = await revokeKey({ key: await makeKey(), date: day(-1), format: 'object' });
    const keys: readonly (readonly [PrivateKey, string])[] = [
      [await makeKey({ days: 3 }), 'no part that can sign'],
      [revoked.privateKey, 'is revoked'],
      [await makeKey({ date: day(1) }), 'no part that can sign'],
      [await makeKey({ type: 'curve25519' }), 'which gpgv does not know'],
    ];
    for (const [key, why] of keys) {
      const error = await refusal(key.toPublic().armor());
      expect(String(error)).toContain(`new-key ${key.getFingerprint().toUpperCase()} `);
      expect(String(error)).toContain(why);
    }
  });
});
