import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPrivateKey } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from './support/bundle.ts';
import { privateKey } from './support/keys.ts';
import { expectRefusal } from './support/refusal.ts';
import { runStep } from './support/runner.ts';
import { passphrase, rootAndNext, type Scene } from './support/scene.ts';

interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

let bundled: Awaited<ReturnType<typeof bundle>>;
let before: KeyPair;
let after: KeyPair;

beforeAll(async () => {
  bundled = await bundle();
  [before, after] = await Promise.all([keyPair(), keyPair()]);
}, 60_000);

async function keyPair(): Promise<KeyPair> {
  const armored = await privateKey({ passphrase });
  const key = (await readPrivateKey({ armoredKey: armored })).toPublic();
  const fingerprint = key.getFingerprint().toUpperCase();
  return { privateKey: armored, publicKey: key.armor(), fingerprint };
}

/** A signed root, and the public keys in files beside it. */
async function makeRoot(): Promise<Scene> {
  const { scene } = await rootAndNext(bundled.cli, before.privateKey);
  await writeFile(join(scene.folder, 'old.pub.asc'), before.publicKey);
  await writeFile(join(scene.folder, 'new.pub.asc'), after.publicKey);
  return scene;
}

function rotate(scene: Scene, key: KeyPair, ...args: readonly string[]) {
  return scene.run(['rotate-key', '--root', scene.root, ...args], {
    SIMPLESTREAMS_SIGNING_KEY: key.privateKey,
    SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: passphrase,
  });
}

async function rotated(scene: Scene, key: KeyPair, ...args: readonly string[]) {
  const { code, stdout, stderr } = await rotate(scene, key, '--json', ...args);
  if (code !== 0) throw new Error(`exit code ${code}:\n${stderr}`);
  return JSON.parse(stdout);
}

test('a new key is added and takes over, and the old one is not dropped too early', async () => {
  const scene = await makeRoot();
  const added = await rotated(scene, before, '--new-key', 'new.pub.asc');
  expect(added).toMatchObject({
    changed: true,
    generation: 2,
    signedBy: before.fingerprint,
    added: [after.fingerprint],
    ring: [
      { fingerprint: before.fingerprint, userId: 'Test images <images@example.com>' },
      { fingerprint: after.fingerprint },
    ],
  });

  await expectRefusal(scene, () => rotate(scene, after), {
    code: 4,
    says: new RegExp(
      `signed by the key ${before.fingerprint}.*put its public key into trusted-keys`,
    ),
  });
  const taken = await rotated(scene, after, '--trusted-keys', 'old.pub.asc');
  expect(taken).toMatchObject({
    generation: 3,
    takesOver: true,
    signedBy: after.fingerprint,
    next: expect.stringContaining(`drop-key ${before.fingerprint}`),
  });

  await expectRefusal(scene, () => rotate(scene, after, '--drop-key', before.fingerprint), {
    code: 3,
    says: /can be dropped from 20..-..-..T..:..:..Z on, 1d after/,
  });
});

test('a key that never signed is dropped, its fingerprint written as gpg prints it', async () => {
  const scene = await makeRoot();
  await rotated(scene, before, '--new-key', after.publicKey);
  const spaced = after.fingerprint.toLowerCase().replaceAll(/.{4}/g, '$& ').trim();
  const { code, stdout } = await rotate(scene, before, '--drop-key', spaced);
  expect(code).toBe(0);
  expect(stdout).toContain(`Dropped ${after.fingerprint} from the ring`);
  expect(stdout).toMatch(
    new RegExp(`Ring +${before.fingerprint} \\(Test images <images@example.com>\\), never expires`),
  );
});

test('a dry run tells the step, and writes nothing', async () => {
  const scene = await makeRoot();
  const tree = await scene.tree();
  const { code, stdout } = await rotate(scene, before, '--new-key', 'new.pub.asc', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain(`Would have added ${after.fingerprint} to the ring`);
  expect(await scene.tree()).toEqual(tree);
});

test('a lost key gives way, and the run warns that readers need the new ring', async () => {
  const scene = await makeRoot();
  const args = ['--key-lost', '--trusted-keys', 'old.pub.asc'];
  const { code, stderr, stdout } = await rotate(scene, after, ...args);
  expect(code).toBe(0);
  expect(stderr).toContain(`readers who verify do not have ${after.fingerprint} yet`);
  expect(stdout).toContain(`signed by ${after.fingerprint}`);
});

describe('what is wrong is told at once:', () => {
  test.each([
    ['no signing key', [], /SIGNING_KEY.*is required/],
    ['two steps in one run', ['--new-key', 'new.pub.asc', '--key-lost'], /steps of their own/],
    ['a fingerprint that is none', ['--drop-key', 'ABCD'], /40 hexadecimal digits/],
    ['a grace that is too short', ['--grace', '1h'], /expected 2h at least/],
    ['a file that is not there', ['--new-key', 'none.asc'], /none\.asc cannot be read/],
    ['a private key', ['--new-key', 'private.asc'], /this is a private key/],
  ])('%s', async (_, args, says) => {
    const scene = await makeRoot();
    const pem = 'PGP PRIVATE KEY BLOCK-----';
    await writeFile(
      join(scene.folder, 'private.asc'),
      `-----BEGIN ${pem}\n\nAAAA\n-----END ${pem}\n`,
    );
    const attempt = () => scene.run(['rotate-key', '--root', scene.root, ...args]);
    await expectRefusal(scene, attempt, { code: 2, says });
  });
});

test('the action changes a key, and tells the ring in its summary', async () => {
  const scene = await makeRoot();
  const inputs = {
    command: 'rotate-key',
    root: 'root',
    'new-key': after.publicKey,
    'signing-key': before.privateKey,
    'signing-key-passphrase': passphrase,
  };
  const step = await runStep(bundled.action, scene.folder, inputs);
  expect(step).toMatchObject({
    code: 0,
    outputs: { changed: 'true', outcome: 'rotated', generation: '2' },
  });
  expect(step.summary).toMatch(
    new RegExp(`\\| <code>${before.fingerprint}</code> .* never expires \\| signs the root \\|`),
  );
  expect(step.summary).toContain(`<code>${after.fingerprint}</code>`);
  const index = await readFile(join(scene.root, 'streams/v1/index.json'), 'utf8');
  expect(JSON.parse(index)).toMatchObject({ generation: 2, head: 'index.sjson' });
});
