import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, problemsOf, settingsWith } from './support/settings.ts';

const publicKey = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc\n-----END PGP PUBLIC KEY BLOCK-----';
const privateKey = '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nc4nary';
const key = { SIMPLESTREAMS_SIGNING_KEY: privateKey };

test('the signing key comes with its passphrase', async () => {
  const { signingKey } = await settingsWith([], {
    ...key,
    SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: 'pass',
  });
  expect(signingKey).toEqual({ armored: privateKey, passphrase: 'pass' });
});

test.each([
  ['--adopt', ['--adopt'], {}],
  ['a passphrase', [], { SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: 'c4nary' }],
])('%s needs a signing key', async (_, words, environment) => {
  const problems = await problemsOf(settingsWith(words, environment));
  expect(problems).toEqual([expect.stringContaining('there is no signing key with it')]);
  expect(problems[0]).not.toContain('c4nary');
});

describe('trusted keys', () => {
  test('can be given as they are', async () => {
    expect((await settingsWith(['--trusted-keys', publicKey])).trustedKeys).toEqual([publicKey]);
  });

  test('can be named by file, one a line', async () => {
    const cwd = folder({ image: '', 'a.asc': publicKey, 'b.asc': `x\n${publicKey}\n` });
    const { trustedKeys } = await settingsWith(
      [],
      { SIMPLESTREAMS_TRUSTED_KEYS: `a.asc\n\n  ${join(cwd, 'b.asc')}` },
      cwd,
    );
    expect(trustedKeys).toEqual([publicKey, `x\n${publicKey}\n`]);
  });

  test('are wrong all at once', async () => {
    const cwd = folder({ image: '', text: 'no key' });
    const problems = await problemsOf(
      settingsWith(['--trusted-keys', 'text\nmissing\n.'], {}, cwd),
    );
    expect(problems).toEqual([
      expect.stringContaining('text holds no armored public key'),
      expect.stringContaining('missing cannot be read: ENOENT'),
      expect.stringContaining('is not a regular file'),
    ]);
  });

  test.each([
    ['as it is', ['--trusted-keys', privateKey]],
    ['by file', ['--trusted-keys', 'private.asc']],
  ])('are public: a private key %s is refused and not repeated', async (_, words) => {
    const cwd = folder({ image: '', 'private.asc': privateKey });
    const problems = await problemsOf(settingsWith(words, {}, cwd));
    expect(problems).toEqual([expect.stringContaining('this is a private key')]);
    expect(problems[0]).not.toContain('c4nary');
  });
});
