import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { readKey, revokeKey } from 'openpgp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keygen } from '../../../src/adapters/openpgp/key-files.ts';
import { generateSigningKey } from '../../../src/adapters/openpgp/keygen.ts';
import { openpgpSigner } from '../../../src/adapters/openpgp/signer.ts';
import { InputError } from '../../../src/core/error.ts';
import { now } from './keys.ts';

const userId = 'Image Signing <images@example.org>';

describe('generateSigningKey', () => {
  test('makes an Ed25519 key of the older format that signs, and nothing else', async () => {
    const pair = await generateSigningKey({ userId, passphrase: undefined, now });
    const key = await readKey({ armoredKey: pair.publicKey });
    expect(key.getAlgorithmInfo()).toEqual({ algorithm: 'eddsaLegacy', curve: 'ed25519Legacy' });
    expect(key.getUserIDs()).toEqual([userId]);
    expect(key.subkeys).toEqual([]);
    expect(key.getCreationTime()).toEqual(now);
    expect(await key.getExpirationTime()).toBe(Number.POSITIVE_INFINITY);
    expect(pair.fingerprint).toBe(key.getFingerprint().toUpperCase());
    const signer = await openpgpSigner({ ...pair, passphrase: undefined, now });
    expect(signer.fingerprint).toBe(pair.fingerprint);
  });

  test('protects it with the passphrase', async () => {
    const passphrase = 'canary-passphrase-7f3a';
    const { privateKey } = await generateSigningKey({ userId, passphrase, now });
    const open = (given?: string) => openpgpSigner({ privateKey, passphrase: given, now });
    await expect(open(passphrase)).resolves.toBeDefined();
    await expect(open()).rejects.toThrow('signing-key-passphrase');
  });

  test.each([
    'images@example.org',
    'Images',
    '<images@example.org>',
    ' <images@example.org>',
    'Images <images>',
    'Images <images@example.org',
    'Images <a b@example.org>',
    'Images <images@example.>',
    'Images\n<images@example.org>',
    'Im\nages <images@example.org>',
    'Images <images@example.org> <x@example.org>',
    `${'a'.repeat(200)} <images@example.org>`,
  ])('refuses the user ID %j', async (bad) => {
    const made = generateSigningKey({ userId: bad, passphrase: undefined, now });
    await expect(made).rejects.toThrow('is not of the form "Name <mail@host>"');
    await expect(made).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('tells an empty passphrase and a bad user ID at once', async () => {
    const made = generateSigningKey({ userId: 'x', passphrase: '', now });
    await expect(made).rejects.toMatchObject({ problems: { length: 2 } });
  });
});

describe('keygen', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keygen-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const passphrase = 'canary-passphrase-7f3a';
  const run = (name: string) => keygen({ userId, passphrase, now, out: join(folder, name) });

  test('writes a private file for its owner alone and a public one beside it', async () => {
    const files = await run('key.asc');
    expect(files.privateKey).toBe(join(folder, 'key.asc'));
    expect(files.publicKey).toBe(join(folder, 'key.pub.asc'));
    expect((await stat(files.privateKey)).mode & 0o777).toBe(0o600);
    expect(await readFile(files.privateKey, 'utf8')).toMatch(/^-----BEGIN PGP PRIVATE KEY BLOCK/);
    const published = await readFile(files.publicKey, 'utf8');
    expect(published).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n/);
    expect((await readKey({ armoredKey: published })).getFingerprint().toUpperCase()).toBe(
      files.fingerprint,
    );
  });

  test('writes a certificate for its owner alone, which revokes the key and no other', async () => {
    const files = await run('key.asc');
    expect(files.revocation).toBe(join(folder, 'key.rev.asc'));
    expect((await stat(files.revocation)).mode & 0o777).toBe(0o600);
    const revocationCertificate = await readFile(files.revocation, 'utf8');
    const [own, other] = await Promise.all(
      [files, await run('other.asc')].map(async ({ publicKey }) =>
        readKey({ armoredKey: await readFile(publicKey, 'utf8') }),
      ),
    );
    if (own === undefined || other === undefined) throw new Error('no keys');
    expect(await own.isRevoked(undefined, undefined, now)).toBe(false);
    const revoked = await revokeKey({
      key: own,
      revocationCertificate,
      date: now,
      format: 'object',
    });
    expect(await revoked.publicKey.isRevoked(undefined, undefined, now)).toBe(true);
    await expect(revokeKey({ key: other, revocationCertificate, date: now })).rejects.toThrow();
  });

  test('adds to a name without .asc', async () => {
    await run('signing');
    expect((await readdir(folder)).sort()).toEqual([
      'signing',
      'signing.pub.asc',
      'signing.rev.asc',
    ]);
  });

  test.each([
    ['key.asc', 'key.asc'],
    ['key.asc', 'key.pub.asc'],
    ['key.asc', 'key.rev.asc'],
  ])('for %s, leaves an existing %s alone and nothing else behind', async (out, existing) => {
    await writeFile(join(folder, existing), 'precious');
    const error = await run(out).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      code: 'INPUT_INVALID',
      problems: [expect.stringContaining(`${join(folder, existing)} exists already`)],
    });
    expect(inspect(error, { depth: 9 })).not.toContain(passphrase);
    expect(await readdir(folder)).toEqual([existing]);
    expect(await readFile(join(folder, existing), 'utf8')).toBe('precious');
  });

  test('names a folder that does not exist', async () => {
    await expect(run('none/key.asc')).rejects.toThrow(/key\.asc cannot be written \(ENOENT\)/);
  });
});
