import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MemoryStore } from '../../src/adapters/memory-store.ts';
import { generateSigningKey } from '../../src/adapters/openpgp/keygen.ts';
import { openpgpNewKey } from '../../src/adapters/openpgp/new-key.ts';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import { joinPath } from '../../src/core/path.ts';
import { clockedRoot, hour, publishProduct, rotate } from '../fakes/rotating.ts';
import { ended } from '../process/support/command.ts';
import { need, pathOf } from './support/tools.ts';

/** Long enough ago that nothing of this test is in the future of gpgv. */
const begin = new Date(Date.now() - 96 * hour);

type Pair = Awaited<ReturnType<typeof generateSigningKey>>;

let folder: string;
let before: Pair;
let after: Pair;
const root = clockedRoot(begin);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simplestreams-rotate-'));
  [before, after] = await Promise.all([
    keyOf('Old <old@example.org>'),
    keyOf('New <new@example.org>'),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach((context) => need(context, 'gpgv'));

function keyOf(userId: string): Promise<Pair> {
  return generateSigningKey({ userId, passphrase: undefined, now: begin });
}

/** What signs now, as a run of its own opens it. */
function signing(key: Pair, trustedKeys?: string) {
  const now = root.now();
  return openpgpSigning({ signingKey: key.privateKey, passphrase: undefined, trustedKeys, now });
}

function step(
  publisher: Awaited<ReturnType<typeof signing>>,
  changes: Parameters<typeof rotate>[2],
) {
  return rotate(root.store, publisher, changes, { now: root.now });
}

async function writeOut({ objects }: MemoryStore): Promise<void> {
  await rm(join(folder, 'root'), { recursive: true, force: true });
  for (const [path, { bytes }] of objects) {
    const file = join(folder, 'root', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** What a reader who starts at the index reads, one gpgv each. */
function readsOf({ objects }: MemoryStore): readonly (readonly string[])[] {
  const bytes = objects.get(joinPath('streams/v1/index.sjson'))?.bytes;
  const head = new TextDecoder().decode(bytes);
  const documents = [...head.matchAll(/"path": "(streams\/v1\/[^"]+\.sjson)"/g)];
  return [
    ['streams/v1/index.sjson'],
    ...documents.map(([, path = '']) => [path]),
    ['streams/v1/images.sjson'],
    ['streams/v1/index.json.gpg', 'streams/v1/index.json'],
  ];
}

/** True when gpgv accepts every file with this ring, false when it refuses every one. */
async function isReadable(ring: Uint8Array, reads = readsOf(root.store)): Promise<boolean> {
  const keyring = join(folder, 'ring.gpg');
  await writeFile(keyring, ring);
  await writeOut(root.store);
  const codes = await Promise.all(
    reads.map((files) =>
      ended(pathOf('gpgv'), ['--keyring', keyring, ...files], { cwd: join(folder, 'root') }),
    ),
  );
  const accepted = codes.map(({ code }) => code === 0);
  expect(new Set(accepted).size, codes.map(({ stderr }) => stderr).join('')).toBe(1);
  return accepted[0] === true;
}

function published(): Uint8Array {
  return root.store.objects.get(joinPath('keyring.gpg'))?.bytes ?? new Uint8Array();
}

/** Of who has the old key, the new one, and the ring that the root hands out now. */
async function readers(old: Uint8Array, next: Uint8Array) {
  return {
    old: await isReadable(old),
    next: await isReadable(next),
    handedOut: await isReadable(published()),
  };
}

test('gpgv reads the root at each step of a change of keys, with the rings that are to read it', async () => {
  const oldRing = (await signing(before)).signer.publicKey;
  const newKey = await openpgpNewKey(after.publicKey, root.now());
  await publishProduct(root.store, '1', await signing(before), { now: root.now });
  expect(await readers(oldRing, newKey.publicKey)).toEqual({
    old: true,
    next: false,
    handedOut: true,
  });

  root.pass(hour);
  await step(await signing(before), { newKey });
  const bothRings = published();
  expect(bothRings).toHaveLength(oldRing.length + newKey.publicKey.length);
  expect(await readers(oldRing, newKey.publicKey)).toEqual({
    old: true,
    next: false,
    handedOut: true,
  });
  const readBefore = readsOf(root.store).slice(1, -2);

  root.pass(hour);
  await step(await signing(after, before.publicKey), {});
  const taken = { old: false, next: true, handedOut: true };
  expect(await readers(oldRing, newKey.publicKey)).toEqual(taken);
  expect(published()).toEqual(bothRings);

  root.pass(24 * hour);
  await step(await signing(after), { dropKey: before.fingerprint });
  expect(await readers(oldRing, newKey.publicKey)).toEqual(taken);
  expect(published()).toEqual(newKey.publicKey);

  root.pass(hour);
  await publishProduct(root.store, '2', await signing(after), { now: root.now });
  expect(await readers(oldRing, newKey.publicKey)).toEqual(taken);
  expect(await isReadable(bothRings)).toBe(true);
  // Who was served the index before the change, and the ring with both keys.
  expect(readBefore).not.toHaveLength(0);
  expect(await isReadable(bothRings, readBefore)).toBe(true);

  for (const { bytes } of root.store.objects.values()) {
    const signatures = new TextDecoder().decode(bytes).split('-----BEGIN PGP SIGNATURE').length - 1;
    expect(signatures).toBeLessThanOrEqual(1);
  }
});
