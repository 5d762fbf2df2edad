import { expect, test } from 'vitest';
import { openpgpSigning } from '../../../src/adapters/openpgp/signing.ts';
import { InputError } from '../../../src/core/error.ts';
import { bytes, fixture, makeKey, now } from './keys.ts';

test('the signing key and the trusted keys are trusted, and no others', async () => {
  const key = await makeKey();
  const signing = await openpgpSigning({
    signingKey: key.armor(),
    passphrase: undefined,
    trustedKeys: fixture('gpg.pub.asc'),
    now,
  });
  const own = await signing.signer.clearsign('{}\n');
  expect((await signing.verifier.clearsigned(own, 'x')).fingerprint).toBe(
    signing.signer.fingerprint,
  );
  const theirs = await signing.verifier.clearsigned(fixture('good.sjson'), 'x');
  expect(theirs.fingerprint).toBe('676A965A2CD25135481EADCBCB31162F22609A02');
  expect(await signing.ring.keys(signing.signer.publicKey)).toMatchObject([
    { fingerprint: signing.signer.fingerprint },
  ]);

  const alone = await openpgpSigning({
    signingKey: key.armor(),
    passphrase: undefined,
    trustedKeys: undefined,
    now,
  });
  await expect(alone.verifier.clearsigned(fixture('good.sjson'), 'x')).rejects.toThrow(
    '676A965A2CD25135481EADCBCB31162F22609A02',
  );
});

test('the problems of both inputs are told at once', async () => {
  const given = { signingKey: '', passphrase: undefined, trustedKeys: bytes('junk'), now };
  const error = await openpgpSigning(given).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw error;
  expect(error.problems).toEqual([
    expect.stringMatching(/^signing-key /),
    expect.stringMatching(/^trusted-keys /),
  ]);
});

test('a document of 10 MB is signed and read again in seconds', { timeout: 30_000 }, async () => {
  const key = await makeKey();
  const given = { signingKey: key.armor(), passphrase: undefined, trustedKeys: undefined, now };
  const { signer, verifier } = await openpgpSigning(given);
  const text = ` "${'a'.repeat(60)}": 1,\n`.repeat(150_000);

  const begun = performance.now();
  const document = await signer.clearsign(text);
  const read = await verifier.clearsigned(document, 'x');
  const seconds = (performance.now() - begun) / 1000;

  expect(text.length).toBeGreaterThan(10_000_000);
  expect(read.text === text).toBe(true);
  // Measured: 0.4 s. A pass that is quadratic in the text takes minutes.
  expect(seconds).toBeLessThan(10);
});
