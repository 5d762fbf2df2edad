import { unarmor } from 'openpgp';
import { expect, test } from 'vitest';
import { trustedKeys } from '../../../src/adapters/openpgp/keys.ts';
import { openpgpRing as ringAt } from '../../../src/adapters/openpgp/ring.ts';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { TrustError } from '../../../src/core/error.ts';
import { makeKey, now, textOf } from './keys.ts';

const openpgpRing = ringAt(now);

async function ringOf(count: number) {
  const keys = await Promise.all(Array.from({ length: count }, () => makeKey()));
  const signers = await Promise.all(
    keys.map((key) => openpgpSigner({ privateKey: key.armor(), passphrase: undefined, now })),
  );
  return {
    ring: new Uint8Array(Buffer.concat(signers.map((signer) => signer.publicKey))),
    fingerprints: signers.map((signer) => signer.fingerprint),
  };
}

test('the keys of a ring are told in order', async () => {
  const { ring, fingerprints } = await ringOf(2);
  const keys = await openpgpRing.keys(ring);
  expect(keys).toMatchObject(
    fingerprints.map((fingerprint) => ({ fingerprint, userId: 'Test <test@example.org>' })),
  );
  expect(Buffer.concat(keys.map(({ publicKey }) => publicKey)).equals(ring)).toBe(true);
});

test('an armored ring is one block with all keys, a checksum and no headers, always the same', async () => {
  const { ring, fingerprints } = await ringOf(2);
  const armored = await openpgpRing.armor(ring);
  expect(textOf(armored)).toMatch(
    /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n[A-Za-z0-9+/=\n]+\n=[A-Za-z0-9+/]{4}\n-----END PGP PUBLIC KEY BLOCK-----\n$/,
  );
  expect(await openpgpRing.armor(ring)).toEqual(armored);
  expect((await unarmor(textOf(armored))).data).toEqual(ring);
  const keys = await trustedKeys(armored);
  expect(keys.map((key) => key.getFingerprint().toUpperCase())).toEqual(fingerprints);
});

test('what holds no public keys, or a private one, is no ring', async () => {
  const secret = (await makeKey()).write();
  for (const none of [new Uint8Array(), Uint8Array.of(1, 2, 3), secret]) {
    await expect(openpgpRing.keys(none)).rejects.toThrow(TrustError);
  }
});

test('a ring verifies what its keys signed, and nothing else', async () => {
  const [ours, other] = await Promise.all(
    [makeKey(), makeKey()].map(async (key) =>
      openpgpSigner({ privateKey: (await key).armor(), passphrase: undefined, now }),
    ),
  );
  if (ours === undefined || other === undefined) throw new Error('no signers');
  const signed = await ours.clearsign('{}\n');
  expect(await openpgpRing.verifies(ours.publicKey, signed)).toBe(true);
  expect(await openpgpRing.verifies(other.publicKey, signed)).toBe(false);
});
