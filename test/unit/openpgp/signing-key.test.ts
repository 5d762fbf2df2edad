import { inspect } from 'node:util';
import { type PrivateKey, readKey, revokeKey, SecretKeyPacket, SecretSubkeyPacket } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { InputError } from '../../../src/core/error.ts';
import { day, makeKey, now } from './keys.ts';

const canary = 'canary-passphrase-7f3a';
let open: PrivateKey;
let locked: PrivateKey;

beforeAll(async () => {
  open = await makeKey();
  locked = await makeKey({ passphrase: canary, subkey: { sign: true } });
});

function signer(privateKey: PrivateKey | string, passphrase?: string) {
  const armored = typeof privateKey === 'string' ? privateKey : privateKey.armor();
  return openpgpSigner({ privateKey: armored, passphrase, now });
}

/** The message a key is refused with. Nothing of the error, its cause and its stack may tell a secret. */
async function refusal(privateKey: PrivateKey | string, passphrase?: string): Promise<string> {
  const error = await signer(privateKey, passphrase).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`no InputError: ${inspect(error)}`);
  expect(error.code).toBe('KEY_INVALID');
  expect(error.message).toContain('signing-key');
  const told = inspect(error, { depth: 9, showHidden: true });
  expect(told).not.toContain('canary');
  if (passphrase) expect(told).not.toContain(passphrase);
  const armored = typeof privateKey === 'string' ? privateKey : privateKey.armor();
  for (const line of armored.split('\n').slice(2, -3)) {
    if (line.length > 20) expect(told).not.toContain(line.slice(0, 20));
  }
  return error.message;
}

describe('a signing key is accepted', () => {
  test.each([
    ['Ed25519', { curve: 'ed25519Legacy' }],
    ['NIST P-256', { curve: 'nistP256' }],
    ['NIST P-384', { curve: 'nistP384' }],
    ['RSA-2048', { type: 'rsa' }],
    ['one that expires later', { days: 11 }],
    ['one with an encryption subkey', { subkey: { sign: false } }],
  ] as const)('%s', async (_, options) => {
    const key = await makeKey(options);
    expect((await signer(key)).fingerprint).toBe(key.getFingerprint().toUpperCase());
  });

  test('with its passphrase, or with one it does not need', async () => {
    await expect(signer(locked, canary)).resolves.toBeDefined();
    await expect(signer(open, canary)).resolves.toBeDefined();
  });

  test('with carriage returns and blank lines around it, as secrets are pasted', async () => {
    await expect(signer(`\r\n${open.armor().replaceAll('\n', '\r\n')}\n\n`)).resolves.toBeDefined();
  });

  test('with its primary secret stripped, when a subkey can sign', async () => {
    const stripped = await makeKey({ passphrase: canary, subkey: { sign: true } });
    if (stripped.keyPacket instanceof SecretKeyPacket) stripped.keyPacket.makeDummy();
    const { fingerprint } = await signer(stripped, canary);
    expect(fingerprint).toBe(stripped.getFingerprint().toUpperCase());
  });

  test('with a newer subkey whose secret is elsewhere', async () => {
    const key = await makeKey({ subkey: { sign: true } });
    const packet = key.subkeys[0]?.keyPacket;
    if (packet instanceof SecretSubkeyPacket) packet.makeDummy();
    await expect(signer(key)).resolves.toBeDefined();
  });

  test('and published without its encryption subkey', async () => {
    const key = await makeKey({ subkey: { sign: false } });
    const { publicKey } = await signer(key);
    const published = await readKey({ binaryKey: publicKey });
    expect(published.isPrivate()).toBe(false);
    expect(published.subkeys).toEqual([]);
    expect(published.getUserIDs()).toEqual(['Test <test@example.org>']);
  });
});

describe('a signing key is refused', () => {
  test('when it is a public key', async () => {
    expect(await refusal(open.toPublic().armor())).toContain('is a public key');
  });

  test.each(['', 'signing-key.asc', '-----BEGIN OPENSSH PRIVATE KEY-----\ncanary\n'])(
    'when it is no OpenPGP key: %j',
    async (text) => {
      expect(await refusal(text)).toContain('no armored OpenPGP private key');
    },
  );

  test('when it is cut off or garbled', async () => {
    const armored = open.armor();
    expect(await refusal(armored.slice(0, 300))).toContain('is it complete?');
    expect(await refusal(armored.replace(/\n\n.{20}/, '\n\nAAAAAAAAAAAAAAAAAAAA'))).toContain(
      'is it complete?',
    );
  });

  test('when there are several', async () => {
    expect(await refusal(open.armor() + locked.armor())).toContain('holds 2 private key blocks');
  });

  test('when its passphrase is missing, empty or wrong', async () => {
    expect(await refusal(locked)).toContain('set signing-key-passphrase');
    expect(await refusal(locked, '')).toContain('set signing-key-passphrase');
    expect(await refusal(locked, 'canary-but-wrong')).toContain(
      'signing-key-passphrase does not open',
    );
  });

  test('when it expired, is revoked, or is not made yet', async () => {
    expect(await refusal(await makeKey({ days: 3 }))).toContain('expired on 2026-11-13T');
    const { privateKey } = await revokeKey({ key: open, date: day(-1), format: 'object' });
    expect(await refusal(privateKey)).toContain('is revoked');
    expect(await refusal(await makeKey({ date: day(1) }))).toContain('in the future');
  });

  test('when gpgv does not know its algorithm', async () => {
    expect(await refusal(await makeKey({ type: 'curve25519' }))).toMatch(
      /ed25519 \(algorithm 27\), which gpgv does not know: make a key with simplestreams keygen/,
    );
    expect(await refusal(await makeKey({ type: 'curve448' }))).toContain('algorithm 28');
  });

  test('when it is an OpenPGP v6 key', async () => {
    const v6 = await makeKey({ type: 'curve25519', config: { v6Keys: true } });
    expect(await refusal(v6)).toMatch(/OpenPGP v6 key.*every gpgv.*simplestreams keygen/);
  });

  test('when nothing in it can sign', async () => {
    const stripped = await makeKey();
    if (stripped.keyPacket instanceof SecretKeyPacket) stripped.keyPacket.makeDummy();
    expect(await refusal(stripped)).toContain('no part that can sign');
  });
});
