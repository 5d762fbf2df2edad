import { expect, test } from 'vitest';
import { claimedKey } from '../../../src/adapters/openpgp/claimed-key.ts';
import { newSigning } from '../../fakes/scene.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the key that a signature names is told, whatever it signs', async () => {
  const { signer } = await newSigning();
  const signed = new TextDecoder().decode(await signer.clearsign('{"a": 1}\n'));
  expect(await claimedKey(bytes(signed))).toBe(signer.fingerprint);
  expect(await claimedKey(bytes(signed.replace('1', '2')))).toBe(signer.fingerprint);
  expect(await claimedKey(bytes(signed.replaceAll('\n', '\r\n')))).toBe(signer.fingerprint);
});

test('what bears no signature that can be read names none', async () => {
  const { signer } = await newSigning();
  const signed = new TextDecoder().decode(await signer.clearsign('{"a": 1}\n'));
  const cut = signed.slice(0, signed.length / 2);
  for (const text of ['', '{}', signed.split('-----BEGIN PGP SIGNATURE')[0] ?? '', cut]) {
    expect(await claimedKey(bytes(text))).toBeUndefined();
  }
  expect(await claimedKey(bytes('-----BEGIN PGP SIGNATURE-----\n\nAAAA\n'))).toBeUndefined();
});
