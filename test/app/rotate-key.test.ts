import { beforeEach, describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { publish as publishImage } from '../../src/app/publish.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import { joinPath } from '../../src/core/path.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { noTags } from '../fakes/no-tags.ts';
import { staleFollowers } from '../fakes/root-content.ts';
import {
  clockedRoot,
  hour,
  newKey,
  next,
  old,
  oldKey,
  publishProduct,
  readable,
  readers,
  ringOf,
  rotate,
} from '../fakes/rotating.ts';
import { portsOn, publishBuild, request, type SceneOptions, start } from '../fakes/scene.ts';

const [oldOne, newOne] = [oldKey.fingerprint, newKey.fingerprint];

let root: ReturnType<typeof clockedRoot>;
beforeEach(async () => {
  root = clockedRoot();
  await publish('1', old);
});

function publish(build: string, signing = old) {
  return publishProduct(root.store, build, signing, { now: root.now });
}

function step(signing = old, changes: Parameters<typeof rotate>[2] = {}) {
  return rotate(root.store, signing, changes, { now: root.now });
}

/** A root tarball, which MAAS reads without a complaint. */
function publishForMaas(store: MemoryStore, options: SceneOptions) {
  const facts = { kind: 'rootfs', compression: 'gzip' } as const;
  const files = new Map([['root.tar.gz', { facts, bytes: new TextEncoder().encode('root') }]]);
  const tags = { ...noTags, os: 'rhel', release: 'rocky9', osVersion: '9-rocky', arch: 'amd64' };
  const changes = {
    consumers: [everyRelease('maas')],
    files: ['root.tar.gz'],
    streamName: 'com.example.maas',
    tags,
  };
  return publishImage(request(changes), portsOn(store, { ...options, files }));
}

/** What a run is refused with; the root is as it was. */
async function refusal(run: () => Promise<unknown>) {
  const before = new Map(root.store.objects);
  const error = await run().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(new Map(root.store.objects)).toEqual(before);
  return error;
}

test('a key is changed in three steps, and whoever has the ring of each can read', async () => {
  expect(await readable(root.store)).toEqual(['old', 'both']);

  const added = await step(old, { newKey });
  expect(added).toMatchObject({
    changed: true,
    generation: 2,
    signedBy: oldOne,
    added: [newOne],
    takesOver: false,
    followers: 'current',
    warnings: [],
    next: expect.stringContaining(`private key of ${newOne}`),
  });
  expect(await ringOf(root.store)).toEqual([oldOne, newOne]);
  expect(await readable(root.store)).toEqual(['old', 'both']);
  expect(await staleFollowers(root.store, old)).toEqual([]);

  root.pass(hour);
  const taken = await step(next);
  expect(taken).toMatchObject({
    changed: true,
    generation: 3,
    signedBy: newOne,
    takesOver: true,
    next: expect.stringContaining(`drop-key ${oldOne}`),
  });
  expect(await ringOf(root.store)).toEqual([oldOne, newOne]);
  expect(await readable(root.store)).toEqual(['new', 'both']);
  expect(await staleFollowers(root.store, readers.new)).toEqual([]);

  root.pass(24 * hour);
  const dropped = await step(readers.new, { dropKey: oldOne });
  expect(dropped).toMatchObject({ generation: 4, dropped: [oldOne], next: undefined });
  expect(await ringOf(root.store)).toEqual([newOne]);
  expect(await readable(root.store)).toEqual(['new', 'both']);
  expect(await staleFollowers(root.store, readers.new)).toEqual([]);

  const publishing = publish('2', old);
  await expect(publishing).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' });
  expect((await publish('2', readers.new)).changed).toBe(true);
});

test('publishing lets the new key take over too', async () => {
  await step(old, { newKey });
  expect(await publish('2', next)).toMatchObject({ changed: true, generation: 3 });
  expect(await readable(root.store)).toEqual(['new', 'both']);
  expect(await staleFollowers(root.store, readers.new)).toEqual([]);
});

describe('a run that finds its step taken', () => {
  test('changes nothing', async () => {
    await step(old, { newKey });
    const before = new Map(root.store.objects);
    expect(await step(old, { newKey })).toMatchObject({ changed: false, generation: 2 });
    expect(await step(old)).toMatchObject({ changed: false });
    expect(new Map(root.store.objects)).toEqual(before);
  });

  test('says that the key to be dropped is not there, and which are', async () => {
    const stranger = hmacSigning('stranger').signer.fingerprint;
    expect(await step(old, { dropKey: stranger })).toMatchObject({
      changed: false,
      dropped: [],
      warnings: [expect.stringMatching(`^${stranger} is not in the ring.*${oldOne}`)],
    });
  });

  test('goes on with the next one, given the same new key', async () => {
    await step(old, { newKey });
    const report = await step(next, { newKey });
    expect(report).toMatchObject({ added: [], takesOver: true, signedBy: newOne });
  });
});

test('a dry run says what it would do, and writes nothing', async () => {
  const before = new Map(root.store.objects);
  const report = await step(old, { newKey, dryRun: true });
  expect(report).toMatchObject({ changed: true, dryRun: true, added: [newOne], generation: 1 });
  expect(new Map(root.store.objects)).toEqual(before);
});

describe('a key is not dropped', () => {
  const dropOld = () => step(readers.new, { dropKey: oldOne });

  test('while it signs the root', async () => {
    await step(old, { newKey });
    root.pass(100 * hour);
    expect(await refusal(() => step(next, { dropKey: oldOne }))).toMatchObject({
      code: 'KEY_IN_USE',
      exitCode: 3,
      message: expect.stringContaining('still signs'),
    });
  });

  test('before the grace time after its last commit is over, and it is told when that is', async () => {
    await step(old, { newKey });
    root.pass(hour);
    await step(next);
    root.pass(23 * hour);
    expect(await refusal(dropOld)).toMatchObject({
      code: 'KEY_IN_USE',
      message: expect.stringContaining('from 2026-11-21T16:10:00Z on'),
    });
    await publish('2', readers.new);
    expect(await refusal(dropOld)).toMatchObject({
      message: expect.stringContaining('from 2026-11-21T16:10:00Z on'),
    });
    root.pass(hour);
    expect(await dropOld()).toMatchObject({ dropped: [oldOne] });
  });

  test('when a publisher who still had it has signed once more since', async () => {
    await step(old, { newKey });
    await step(next);
    root.pass(20 * hour);
    await publish('2', hmacSigning('old', 'new'));
    root.pass(hour);
    await publish('3', next);
    root.pass(23 * hour);
    expect(await refusal(dropOld)).toMatchObject({ code: 'KEY_IN_USE' });
    root.pass(hour);
    expect(await dropOld()).toMatchObject({ dropped: [oldOne] });
  });

  test('when the copies of the heads do not reach back far enough', async () => {
    await step(old, { newKey });
    await step(next);
    root.pass(10 * hour);
    await publish('2', readers.new);
    root.pass(20 * hour);
    for (const path of root.store.objects.keys()) {
      if (/\/index\.[0-9a-f]{32}\./.test(path)) root.store.objects.delete(path);
    }
    expect(await refusal(dropOld)).toMatchObject({
      code: 'KEY_IN_USE',
      message: expect.stringContaining('from 2026-11-22T01:10:00Z on'),
    });
    root.pass(4 * hour);
    expect(await dropOld()).toMatchObject({ dropped: [oldOne] });
  });

  test('when a copy of a head is not what its name says', async () => {
    await step(old, { newKey });
    await step(next);
    root.pass(hour);
    await publish('2', readers.new);
    for (const [path, object] of root.store.objects) {
      if (/\/index\.[0-9a-f]{32}\./.test(path)) {
        root.store.objects.set(path, { ...object, bytes: object.bytes.slice(1) });
      }
    }
    root.pass(23.5 * hour);
    expect(await refusal(dropOld)).toMatchObject({ code: 'KEY_IN_USE' });
  });

  test('when an older head was put back, and what came after it cannot be told', async () => {
    const head = joinPath('streams/v1/index.sjson');
    await step(old, { newKey });
    await step(next);
    const putBack = root.store.objects.get(head);
    if (putBack === undefined) throw new Error('there is no head');
    root.pass(48 * hour);
    await publish('2', hmacSigning('old', 'new'));
    root.store.objects.set(head, putBack);
    const accepting = { dropKey: oldOne, acceptRollback: true };
    expect(await refusal(() => step(readers.new, accepting))).toMatchObject({
      code: 'KEY_IN_USE',
      message: expect.stringContaining('was put back'),
    });
    expect(await step(readers.new, { acceptRollback: true })).toMatchObject({ generation: 5 });
    expect(await refusal(dropOld)).toMatchObject({ code: 'KEY_IN_USE' });
    root.pass(24 * hour);
    expect(await dropOld()).toMatchObject({ dropped: [oldOne] });
  });

  test('when it is the signing key', async () => {
    expect(await refusal(() => step(old, { dropKey: oldOne }))).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('is the signing key itself'),
    });
  });

  test('in less than four hours where MAAS can read the root, and in less elsewhere', async () => {
    const maas = clockedRoot();
    await publishForMaas(maas.store, { signing: old, now: maas.now });
    for (const { store, now, pass } of [maas, root]) {
      await rotate(store, old, { newKey }, { now });
      await rotate(store, next, {}, { now });
      pass(4 * hour);
    }
    const drop = ({ store, now }: typeof root, grace: number) =>
      rotate(store, readers.new, { dropKey: oldOne, grace }, { now });
    await expect(drop(maas, 3 * hour)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/^grace 3h is too short.*MAAS.*give 4h or more/),
    });
    expect(await drop(maas, 4 * hour)).toMatchObject({ dropped: [oldOne] });
    expect(await drop(root, 3 * hour)).toMatchObject({ dropped: [oldOne] });
  });
});

test('a key that never signed can be dropped at once', async () => {
  await step(old, { newKey });
  expect(await step(old, { dropKey: newOne })).toMatchObject({ dropped: [newOne], changed: true });
  expect(await ringOf(root.store)).toEqual([oldOne]);
  expect(await staleFollowers(root.store, old)).toEqual([]);
});

describe('a new key', () => {
  test('that readers were not given does not sign', async () => {
    for (const run of [() => step(next), () => step(next, { newKey }), () => publish('2', next)]) {
      expect(await refusal(run)).toMatchObject({
        code: 'KEY_NOT_IN_RING',
        message: expect.stringMatching(/rotate-key with new-key/),
      });
    }
  });

  test('takes over only where the old one is trusted', async () => {
    await step(old, { newKey });
    expect(await refusal(() => step(readers.new))).toMatchObject({ code: 'SIGNATURE_INVALID' });
  });

  test('that has taken over is not taken for new by who has the old one', async () => {
    await step(old, { newKey });
    await step(next);
    const run = () => step(hmacSigning('old', 'new'), { newKey });
    expect(await refusal(run)).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('signs the root already'),
    });
  });
});

describe('a lost key', () => {
  const rescue = () => step(next, { keyLost: true });

  test('gives way at once to a new one, with a word that readers must be given the ring', async () => {
    expect(await rescue()).toMatchObject({
      changed: true,
      added: [newOne],
      takesOver: true,
      signedBy: newOne,
      warnings: [expect.stringContaining(`do not have ${newOne} yet`)],
    });
    expect(await ringOf(root.store)).toEqual([oldOne, newOne]);
    expect(await readable(root.store)).toEqual(['new', 'both']);
    expect(await staleFollowers(root.store, readers.new)).toEqual([]);
    expect(await rescue()).toMatchObject({ changed: false, warnings: [] });
    root.pass(24 * hour);
    expect(await step(readers.new, { dropKey: oldOne })).toMatchObject({ dropped: [oldOne] });
  });

  test('must be trusted for what it has signed', async () => {
    const run = () => step(readers.new, { keyLost: true });
    expect(await refusal(run)).toMatchObject({ code: 'SIGNATURE_INVALID' });
  });
});

test('in a root that is not signed there is no key to change', async () => {
  const store = memoryStore({ now: () => start });
  await expect(rotate(store, old)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringContaining('is not a signed root yet'),
  });
  await publishBuild(store, '1');
  await expect(rotate(store, old)).rejects.toMatchObject({ code: 'NOT_ADOPTED' });
  await expect(rotate(store, undefined)).rejects.toMatchObject({ code: 'SIGNING_KEY_REQUIRED' });
});
