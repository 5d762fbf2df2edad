import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keygen } from '../../src/adapters/openpgp/key-files.ts';
import { trustedKeys } from '../../src/adapters/openpgp/keys.ts';
import { openpgpSigner } from '../../src/adapters/openpgp/signer.ts';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import { openpgpVerifier } from '../../src/adapters/openpgp/verifier.ts';
import { ended, output } from '../process/support/command.ts';
import { have, need, pathOf } from './support/tools.ts';

/** What Debian and Ubuntu verify with. gpg makes keys and documents, gpgv reads ours. */
const text = `{\n${Array.from({ length: 500 }, (_, n) => ` "key${n}": "${'v'.repeat(n)}"`).join(',\n')}\n}\n`;
const passphrase = 'a passphrase';
let folder: string;

// A path to gpg's socket has room for 107 characters.
beforeAll(async () => {
  folder = await mkdtemp('/tmp/gpgv-');
  await mkdir(join(folder, 'home'), { mode: 0o700 });
  // By default gpg takes a tenth of a second for every use of a passphrase.
  await writeFile(join(folder, 'home', 'gpg-agent.conf'), 's2k-count 65536\n');
});
afterAll(async () => {
  if (have('gpgv')) await ended('gpgconf', ['--homedir', join(folder, 'home'), '--kill', 'all']);
  await rm(folder, { recursive: true });
});
beforeEach((context) => need(context, 'gpgv'));

function gpg(...args: readonly string[]): Promise<string> {
  const always = ['--batch', '--yes', '--pinentry-mode', 'loopback', '--passphrase', passphrase];
  return output('gpg', ['--homedir', join(folder, 'home'), ...always, ...args]);
}

/** Makes a key with gpg and returns its fingerprint. */
async function gpgKey(algorithm: string, usage = 'sign'): Promise<string> {
  const name = `${algorithm} ${usage} <${algorithm}.${usage.replaceAll(',', '-')}@example.org>`;
  await gpg('--quick-gen-key', name, algorithm, usage, 'never');
  const listing = await gpg('--with-colons', '--list-keys', name);
  return /^fpr:+([0-9A-F]{40}):/m.exec(listing)?.[1] ?? '';
}

async function store(name: string, data: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, data);
  return path;
}

/** What gpgv says, and the text it verified. */
async function gpgv(ring: Uint8Array, ...files: readonly string[]) {
  const keyring = await store('ring.gpg', ring);
  const verified = join(folder, 'verified');
  const plain = files.length === 1 ? ['--output', verified] : [];
  await rm(verified, { force: true });
  const { code, stderr } = await ended(pathOf('gpgv'), ['--keyring', keyring, ...plain, ...files]);
  const read = files.length === 1 && code === 0 ? await readFile(verified, 'utf8') : undefined;
  return { code, stderr, text: read };
}

async function expectAccepted(privateKey: string): Promise<void> {
  const signer = await openpgpSigner({ privateKey, passphrase, now: new Date() });
  const inline = await store('index.sjson', await signer.clearsign(text));
  const read = await gpgv(signer.publicKey, inline);
  expect(read.stderr).toContain('Good signature');
  expect(read).toMatchObject({ code: 0, text });

  const file = await store('index.json', text);
  const signature = await store('index.json.gpg', await signer.detach(Buffer.from(text)));
  expect(await gpgv(signer.publicKey, signature, file)).toMatchObject({ code: 0 });
  const changed = await store('index.json', text.replace('key1', 'key2'));
  expect((await gpgv(signer.publicKey, signature, changed)).code).not.toBe(0);
}

describe('gpgv accepts what is signed with', () => {
  test('a key made by keygen, which gpg imports', async () => {
    const userId = 'Image Signing <images@example.org>';
    const out = join(folder, 'key.asc');
    const files = await keygen({ userId, passphrase, now: new Date(), out });
    await expectAccepted(await readFile(out, 'utf8'));
    await gpg('--import', files.privateKey);
    expect(await gpg('--list-secret-keys', files.fingerprint)).toContain(userId);
    await gpg('--import', files.revocation);
    const listing = await gpg('--with-colons', '--list-keys', files.fingerprint);
    expect(listing).toMatch(/^pub:r:/m);
  });

  test.each(['rsa4096', 'rsa2048', 'ed25519', 'nistp256', 'nistp384', 'nistp521'])(
    'a key made by gpg: %s',
    async (algorithm) => {
      await expectAccepted(await gpg('--armor', '--export-secret-keys', await gpgKey(algorithm)));
    },
  );

  test('a signing subkey, with the secret of its primary key and without', async () => {
    const fingerprint = await gpgKey('rsa3072', 'cert');
    await gpg('--quick-add-key', fingerprint, 'ed25519', 'sign', 'never');
    await gpg('--quick-add-key', fingerprint, 'cv25519', 'encr', 'never');
    await expectAccepted(await gpg('--armor', '--export-secret-keys', fingerprint));
    await expectAccepted(await gpg('--armor', '--export-secret-subkeys', fingerprint));
  });

  test('one key, in a ring of several, armored and read again by gpg', async () => {
    const keys = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const out = join(folder, `${name}.asc`);
        await keygen({ userId: `${name} <${name}@example.org>`, passphrase, now: new Date(), out });
        const signingKey = await readFile(out, 'utf8');
        return openpgpSigning({ signingKey, passphrase, trustedKeys: undefined, now: new Date() });
      }),
    );
    const ring = Buffer.concat(keys.map(({ signer }) => signer.publicKey));
    for (const { signer, ring: port } of keys) {
      const inline = await store('index.sjson', await signer.clearsign(text));
      expect(await gpgv(ring, inline)).toMatchObject({ code: 0, text });
      const armored = await store('keyring.asc', await port.armor(ring));
      expect(await gpg('--show-keys', '--with-colons', armored)).toContain(signer.fingerprint);
    }
  });
});

describe('gpg made', () => {
  test('a key on a curve that is not supported: refused with its name', async () => {
    const privateKey = await gpg('--armor', '--export-secret-keys', await gpgKey('secp256k1'));
    const opened = openpgpSigner({ privateKey, passphrase, now: new Date() });
    await expect(opened).rejects.toThrow('curve secp256k1, which is not supported');
  });

  test.each(['rsa2048', 'ed25519', 'nistp256'])(
    'documents signed with %s: read, and refused once changed',
    async (algorithm) => {
      const fingerprint = await gpgKey(algorithm, 'sign,cert');
      const trusted = await trustedKeys(await gpg('--armor', '--export', fingerprint));
      const verifier = openpgpVerifier(trusted, new Date());
      const file = await store('document', text);

      const signed = join(folder, 'document.sjson');
      await gpg('--local-user', fingerprint, '--output', signed, '--clearsign', file);
      const read = await verifier.clearsigned(await readFile(signed), 'x');
      expect(read).toMatchObject({ text, fingerprint });
      expect(Buffer.from(read.plain).equals(Buffer.from(text))).toBe(true);
      const changed = (await readFile(signed, 'utf8')).replace('key1', 'key2');
      await expect(verifier.clearsigned(Buffer.from(changed), 'x')).rejects.toThrow('was changed');

      for (const form of [['--armor'], [], ['--textmode']]) {
        const signature = join(folder, 'document.gpg');
        await gpg(
          '--local-user',
          fingerprint,
          ...form,
          '--output',
          signature,
          '--detach-sign',
          file,
        );
        const bytes = await readFile(signature);
        expect(await verifier.detached(Buffer.from(text), bytes)).toBe(fingerprint);
        expect(await verifier.detached(Buffer.from(`${text} `), bytes)).toBeUndefined();
      }
    },
  );

  test('a key whose expiry was prolonged and that was exported minimal: what it signed before is good', async () => {
    const fingerprint = await gpgKey('ed25519', 'sign,auth');
    const file = await store('document', text);
    const signed = join(folder, 'document.sjson');
    await gpg('--local-user', fingerprint, '--output', signed, '--clearsign', file);
    const later = `${Math.floor(Date.now() / 1000) + 86_400}!`;
    await gpg('--faked-system-time', later, '--quick-set-expire', fingerprint, '2y');
    const minimal = ['--armor', '--export-options', 'export-minimal', '--export'];
    const trusted = await trustedKeys(await gpg(...minimal, fingerprint));
    const verifier = openpgpVerifier(trusted, new Date(Date.now() + 2 * 86_400_000));
    expect((await verifier.clearsigned(await readFile(signed), 'x')).fingerprint).toBe(fingerprint);
  });
});
