import { readSignature } from 'openpgp';
import { expect, test } from 'vitest';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { parseClearsigned } from '../../../src/core/clearsign.ts';
import { bytes, makeKey, now, textOf } from './keys.ts';

async function signer(options: Parameters<typeof makeKey>[0] = {}) {
  const privateKey = (await makeKey(options)).armor();
  return openpgpSigner({ privateKey, passphrase: undefined, now });
}

test('the signed form is LF only, dated by the run, with a text signature and its checksum', async () => {
  const document = textOf(await (await signer()).clearsign('{\n "a": 1\n}\n'));
  expect(document).toMatch(
    /^-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n\{\n "a": 1\n\}\n-----BEGIN PGP SIGNATURE-----\n\n[A-Za-z0-9+/=\n]+\n=[A-Za-z0-9+/]{4}\n-----END PGP SIGNATURE-----\n$/,
  );
  const { signature } = parseClearsigned(bytes(document), 'x');
  const { packets } = await readSignature({ armoredSignature: signature });
  expect(packets.map((packet) => packet.signatureType)).toEqual([1]);
  expect(packets[0]?.created).toEqual(new Date('2026-11-20T15:04:05Z'));
});

test.each([{ type: 'rsa' }, { curve: 'nistP256' }, { curve: 'nistP521' }] as const)(
  'the Hash line names the digest of the signature: %j',
  async (options) => {
    const document = await (await signer(options)).clearsign('{}\n');
    const { digest, signature } = parseClearsigned(document, 'x');
    const { packets } = await readSignature({ armoredSignature: signature });
    expect(digest).toBe('SHA512');
    expect(packets[0]?.hashAlgorithm).toBe(10);
  },
);

test('a text that would not survive is a bug, not a document', async () => {
  await expect((await signer()).clearsign('{}')).rejects.toThrow('exactly one newline');
});

test('a detached signature is armored, over the bytes as they are', async () => {
  const armored = textOf(await (await signer()).detach(bytes('a\r\n\n')));
  expect(armored).toMatch(/^-----BEGIN PGP SIGNATURE-----\n\n/);
  const { packets } = await readSignature({ armoredSignature: armored });
  expect(packets.map((packet) => packet.signatureType)).toEqual([0]);
});
