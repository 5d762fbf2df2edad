import { inspect } from 'node:util';
import { unarmor } from 'openpgp';
import { expect, test } from 'vitest';
import { trustedKeys } from '../../../src/adapters/openpgp/keys.ts';
import { InputError } from '../../../src/core/error.ts';
import { bytes, fixture, makeKey, textOf } from './keys.ts';

const two = textOf(fixture('gpg.pub.asc'));

async function fingerprints(given: string | Uint8Array): Promise<readonly string[]> {
  return (await trustedKeys(given)).map((key) => key.getFingerprint().toUpperCase());
}

async function problems(given: string | Uint8Array): Promise<readonly string[]> {
  const error = await trustedKeys(given).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error(`no InputError: ${inspect(error)}`);
  expect(error.code).toBe('KEY_INVALID');
  expect(error.message).toContain('trusted-keys');
  return error.problems;
}

test('one armored block may hold several keys', async () => {
  expect(await fingerprints(two)).toEqual([
    '676A965A2CD25135481EADCBCB31162F22609A02',
    '325E578531A1A80CDA983CA436DCFA15EA6A45E4',
  ]);
});

test('several armored blocks may follow each other, with text between and carriage returns', async () => {
  const third = await makeKey();
  const given = `# ours\n${two}\n# theirs\n${third.toPublic().armor()}`.replaceAll('\n', '\r\n');
  expect(await fingerprints(given)).toHaveLength(3);
  expect(await fingerprints(bytes(given))).toHaveLength(3);
});

test('a binary ring is read', async () => {
  const { data } = await unarmor(two);
  if (!(data instanceof Uint8Array)) throw new Error('not bytes');
  expect(await fingerprints(data)).toHaveLength(2);
});

test.each(['', 'junk', '/etc/keys/trusted.asc', '-----BEGIN CERTIFICATE-----\n'])(
  'what holds no key is refused: %j',
  async (given) => {
    expect(await problems(given)).toEqual([expect.stringContaining('no OpenPGP public key')]);
  },
);

test('bytes that are no ring are refused', async () => {
  expect(await problems(Uint8Array.of(0xff, 1, 2, 3))).toEqual([
    expect.stringContaining('is it complete?'),
  ]);
});

test('a block that is cut off is refused, although another is whole', async () => {
  expect(await problems(two + two.slice(0, 200))).toEqual([expect.stringContaining('cut off')]);
});

test('every block with a problem is named at once', async () => {
  const broken = two.replace(/\n\n.{40}/, `\n\n${'A'.repeat(40)}`);
  const v6 = await makeKey({ type: 'curve25519', config: { v6Keys: true } });
  const given = broken + two + v6.toPublic().armor() + textOf(fixture('brainpool.pub.asc'));
  expect(await problems(given)).toEqual([
    expect.stringMatching(/^block 1 of trusted-keys cannot be read/),
    expect.stringMatching(/^block 3 of trusted-keys .* OpenPGP v6/),
    expect.stringMatching(/^block 4 of trusted-keys .* brainpoolP256r1, which is not supported/),
  ]);
});

test('a private key is refused, armored or binary, and nothing of it is told', async () => {
  const secret = await makeKey();
  const armored = secret.armor();
  for (const given of [armored, two + armored, bytes(armored), secret.write()]) {
    const told = (await problems(given)).join();
    expect(told).toContain('holds a private key');
    expect(told).not.toContain(armored.split('\n')[2]);
  }
});
