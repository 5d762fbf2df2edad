import { type PrivateKey, SecretKeyPacket, SecretSubkeyPacket } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { openpgpRing } from '../../../src/adapters/openpgp/ring.ts';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { day, makeKey, now } from './keys.ts';

/** What its owner is told of a key, and what its readers are. */
async function expiriesOf(key: PrivateKey, at = now): Promise<readonly (Date | undefined)[]> {
  const signer = await openpgpSigner({ privateKey: key.armor(), passphrase: undefined, now });
  const [facts] = await openpgpRing(at).keys(signer.publicKey);
  return [signer.expires, facts?.expires];
}

// Every key of these tests is made ten days before `now`.
describe('a key expires', () => {
  test('never, unless it says so', async () => {
    expect(await expiriesOf(await makeKey())).toEqual([undefined, undefined]);
    const withSubkey = await makeKey({ subkey: { sign: true } });
    expect(await expiriesOf(withSubkey)).toEqual([undefined, undefined]);
  });

  test('when it says', async () => {
    expect(await expiriesOf(await makeKey({ days: 30 }))).toEqual([day(20), day(20)]);
  });

  test('with the subkey that signs', async () => {
    const key = await makeKey({ days: 300, subkey: { sign: true, days: 30 } });
    expect(await expiriesOf(key)).toEqual([day(20), day(20)]);
  });

  test('before the subkey that signs, when it does so itself', async () => {
    const key = await makeKey({ days: 30, subkey: { sign: true, days: 300 } });
    expect(await expiriesOf(key)).toEqual([day(20), day(20)]);
  });

  test('never, when only a subkey for encryption does', async () => {
    const key = await makeKey({ subkey: { sign: false, days: 30 } });
    expect(await expiriesOf(key)).toEqual([undefined, undefined]);
  });

  test('for its owner, when another part signs than readers would think', async () => {
    const key = await makeKey({ days: 300, subkey: { sign: true, days: 30 } });
    const packet = key.subkeys[0]?.keyPacket;
    if (packet instanceof SecretSubkeyPacket) packet.makeDummy();
    expect((await expiriesOf(key))[0]).toEqual(day(290));
  });

  test('once, and is told so ever after', async () => {
    const alone = await makeKey({ days: 30 });
    expect((await expiriesOf(alone, day(21)))[1]).toEqual(day(20));
    const stripped = await makeKey({ days: 30, subkey: { sign: true, days: 20 } });
    if (stripped.keyPacket instanceof SecretKeyPacket) stripped.keyPacket.makeDummy();
    expect((await expiriesOf(stripped, day(21)))[1]).toEqual(day(10));
  });
});
