import { type PrivateKey, reformatKey } from 'openpgp';
import { expect, test } from 'vitest';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import { publish } from '../../src/app/publish.ts';
import type { Signing } from '../../src/ports.ts';
import { readAsClient } from '../fakes/reader.ts';
import { staleFollowers } from '../fakes/root-content.ts';
import { clockedRoot, hour, rotate } from '../fakes/rotating.ts';
import { portsOn, publishBuild, request } from '../fakes/scene.ts';
import { makeKey } from '../unit/openpgp/keys.ts';

const day = 24 * hour;
const root = clockedRoot();

function signingWith(key: PrivateKey): Promise<Signing> {
  const now = root.now();
  return openpgpSigning({
    signingKey: key.armor(),
    passphrase: undefined,
    trustedKeys: undefined,
    now,
  });
}

async function warnings(signing: Signing): Promise<readonly string[]> {
  const ports = portsOn(root.store, { signing, now: root.now });
  await publish(request(), ports);
  return ports.said.filter((line) => line.startsWith('!'));
}

test('a key that was extended is published again by rotate-key, before and after its old end', async () => {
  const short = await makeKey({ days: 15 });
  await publishBuild(root.store, '1', { signing: await signingWith(short), now: root.now });
  const { privateKey: long } = await reformatKey({
    privateKey: short,
    userIDs: { name: 'Test', email: 'test@example.org' },
    keyExpirationTime: (400 * day) / 1000,
    date: root.now(),
    format: 'object',
  });

  root.pass(hour);
  expect(await warnings(await signingWith(long))).toEqual([
    expect.stringMatching(/^! the signing key was extended.*in 4 days.*run rotate-key with it$/),
  ]);

  root.pass(6 * day);
  await expect(signingWith(short)).rejects.toThrow('expired on');
  const extended = await signingWith(long);
  await expect(warnings(extended)).rejects.toMatchObject({
    code: 'KEY_NOT_IN_RING',
    message: expect.stringContaining('as it was before it was extended'),
  });

  const { fingerprint } = extended.signer;
  const report = await rotate(root.store, extended, {}, { now: root.now });
  expect(report).toMatchObject({
    changed: true,
    renewed: [fingerprint],
    added: [],
    takesOver: false,
    ring: [{ fingerprint, expires: extended.signer.expires }],
  });
  expect(await warnings(extended)).toEqual([]);
  expect(await staleFollowers(root.store, extended)).toEqual([]);
  expect(await readAsClient(root.store, 'sjson', extended)).toMatchObject({ generation: 2 });
  expect(await rotate(root.store, extended, {}, { now: root.now })).toMatchObject({
    changed: false,
  });
});
