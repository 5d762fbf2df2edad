import { join } from 'node:path';
import { config, enums, generateKey } from 'openpgp';
import { expect, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { writeImage } from './support/image.ts';
import { makeScene, passphrase } from './support/scene.ts';

/** What few keys need is in files of their own beside the program, which are loaded only then. */
const kinds = [
  { what: 'on a curve of NIST', type: 'ecc', curve: 'nistP256' },
  {
    what: 'whose passphrase is stretched by Argon2, and that is locked by AEAD',
    type: 'ecc',
    curve: 'ed25519Legacy',
    config: { ...config, s2kType: enums.s2k.argon2, aeadProtect: true },
  },
] as const;

test.each(kinds)('the program signs with a key $what', async ({ what: _, ...kind }) => {
  const scene = await makeScene(await bundleCli());
  const { privateKey } = await generateKey({
    ...kind,
    userIDs: [{ name: 'Test images', email: 'images@example.com' }],
    passphrase,
    format: 'armored',
  });
  const image = await writeImage(join(scene.folder, 'image'));
  expect(await scene.published({ image, key: privateKey })).toMatchObject({ changed: true });
  // It reads what it has signed.
  expect(await scene.published({ image, key: privateKey })).toMatchObject({ changed: false });
});
