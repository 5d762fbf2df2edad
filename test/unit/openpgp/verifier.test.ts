import { type PrivateKey, revokeKey, SecretKeyPacket } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { trustedKeys } from '../../../src/adapters/openpgp/keys.ts';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { openpgpVerifier } from '../../../src/adapters/openpgp/verifier.ts';
import { TrustError } from '../../../src/core/error.ts';
import { bytes, day, fixture, makeKey, now, textOf } from './keys.ts';

const text = '{\n "format": "index:1.0"\n}\n';
let key: PrivateKey;
let signed: Uint8Array;

beforeAll(async () => {
  key = await makeKey();
  signed = await signedBy(key);
});

function signerOf(privateKey: PrivateKey, at = now) {
  return openpgpSigner({ privateKey: privateKey.armor(), passphrase: undefined, now: at });
}

async function signedBy(privateKey: PrivateKey, at = now): Promise<Uint8Array> {
  return (await signerOf(privateKey, at)).clearsign(text);
}

function verify(document: Uint8Array, trusted: readonly PrivateKey[] = [key], at = now) {
  const keys = trusted.map((one) => one.toPublic());
  return openpgpVerifier(keys, at).clearsigned(document, 'streams/v1/index.sjson');
}

describe('a clearsigned document', () => {
  test('is read with its text and the fingerprint of its key', async () => {
    expect(await verify(signed)).toEqual({
      text,
      plain: bytes(text),
      fingerprint: key.getFingerprint().toUpperCase(),
    });
    expect(key.getFingerprint()).toHaveLength(40);
  });

  test('signed by a subkey is reported under the primary fingerprint', async () => {
    const withSubkey = await makeKey({ subkey: { sign: true } });
    const { fingerprint } = await verify(await signedBy(withSubkey), [key, withSubkey]);
    expect(fingerprint).toBe(withSubkey.getFingerprint().toUpperCase());
  });

  test('is refused when one byte of its text was changed', async () => {
    const changed = bytes(textOf(signed).replace('1.0', '1.1'));
    await expect(verify(changed)).rejects.toThrow(TrustError);
    await expect(verify(changed)).rejects.toThrow(
      /^streams\/v1\/index\.sjson cannot be trusted: it was changed after the key [0-9A-F]{40} signed it$/,
    );
  });

  test('is refused when a line was added to its text', async () => {
    const longer = bytes(textOf(signed).replace('{\n', '{\n\n'));
    await expect(verify(longer)).rejects.toThrow('was changed');
  });

  test('is refused when its Hash line names another digest', async () => {
    const other = bytes(textOf(signed).replace('Hash: SHA512', 'Hash: SHA256'));
    await expect(verify(other)).rejects.toThrow('does not name the digest');
  });

  test('by a key that is not trusted is refused, naming that key and the inputs', async () => {
    const stranger = await makeKey();
    const refused = verify(signed, [stranger]);
    await expect(refused).rejects.toThrow(key.getFingerprint().toUpperCase());
    await expect(refused).rejects.toThrow(/signing-key.*trusted-keys/);
  });

  test('by a key that was revoked is refused, whichever copy of the key says so', async () => {
    const { privateKey: revoked } = await revokeKey({ key, date: day(1), format: 'object' });
    await expect(verify(signed, [revoked], day(2))).rejects.toThrow('is revoked');
    await expect(verify(signed, [key, revoked], day(2))).rejects.toThrow('is revoked');
    await expect(verify(signed, [key], day(2))).resolves.toBeDefined();
  });

  test('by a subkey that was revoked is refused', async () => {
    const withSubkey = await makeKey({ subkey: { sign: true } });
    const document = await signedBy(withSubkey);
    const { keyPacket, subkeys } = withSubkey;
    if (!(keyPacket instanceof SecretKeyPacket)) throw new Error('not a private key');
    withSubkey.subkeys = await Promise.all(
      subkeys.map((subkey) => subkey.revoke(keyPacket, { flag: 3 }, day(1))),
    );
    await expect(verify(document, [withSubkey], day(2))).rejects.toThrow('is revoked');
  });

  test('is good although its key expired after signing, as for gpgv', async () => {
    const brief = await makeKey({ days: 12 });
    await expect(verify(await signedBy(brief), [brief], day(300))).resolves.toBeDefined();
  });

  test('dated in the future is refused, but for a day of clock skew', async () => {
    const document = await signedBy(key, day(3));
    await expect(verify(document, [key], day(1.9))).rejects.toThrow('in the future');
    await expect(verify(document, [key], day(2.1))).resolves.toBeDefined();
  });
});

async function fromGpg(name: string, at = now) {
  return openpgpVerifier(await trustedKeys(fixture('gpg.pub.asc')), at).clearsigned(
    fixture(name),
    name,
  );
}

describe('a document that gpg signed', () => {
  const fingerprint = '676A965A2CD25135481EADCBCB31162F22609A02';

  test('is read', async () => {
    expect(await fromGpg('good.sjson')).toEqual({
      text: textOf(fixture('document')),
      plain: fixture('document'),
      fingerprint,
    });
  });

  test('is read when it is UTF-8', async () => {
    expect((await fromGpg('utf8.sjson')).text).toContain('été');
  });

  test('is refused once its signature has expired', async () => {
    await expect(fromGpg('expired.sjson', new Date('2026-01-02T12:00:00Z'))).resolves.toBeDefined();
    await expect(fromGpg('expired.sjson')).rejects.toThrow(/expired on 2026-01-03T00:00:00/);
  });

  test('is refused when it was signed with SHA1', async () => {
    await expect(fromGpg('sha1.sjson')).rejects.toThrow('rests on SHA1');
  });

  test('is refused with two signatures, both of them trusted', async () => {
    await expect(fromGpg('two-signatures.sjson')).rejects.toThrow('has 2 signatures');
  });

  test('is refused when it is dash-escaped, naming that limit', async () => {
    await expect(fromGpg('dash-escaped.sjson')).rejects.toThrow('dash-escaped');
  });

  test.each(['document.asc', 'document.sig'])(
    'has its detached signature %s accepted',
    async (name) => {
      const verifier = openpgpVerifier(await trustedKeys(fixture('gpg.pub.asc')), now);
      const document = fixture('document');
      expect(await verifier.detached(document, fixture(name))).toBe(fingerprint);
      document[2] = 0;
      expect(await verifier.detached(document, fixture(name))).toBeUndefined();
    },
  );
});

describe('a detached signature', () => {
  test("by a stranger, of garbage, or in two blocks is nobody's", async () => {
    const signature = await (await signerOf(key)).detach(bytes(text));
    const trusting = openpgpVerifier([key.toPublic()], now);
    const twice = bytes(textOf(signature) + textOf(signature));
    expect(await trusting.detached(bytes(text), signature)).toBeDefined();
    expect(await trusting.detached(bytes(text), twice)).toBeUndefined();
    expect(await trusting.detached(bytes(text), bytes('junk'))).toBeUndefined();
    expect(await trusting.detached(bytes(text), new Uint8Array())).toBeUndefined();
    expect(await openpgpVerifier([], now).detached(bytes(text), signature)).toBeUndefined();
  });
});
