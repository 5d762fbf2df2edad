import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { joinPath } from '../../src/core/path.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { readAsClient } from '../fakes/reader.ts';
import { newSigning, publishBuild, start } from '../fakes/scene.ts';

const signing = await newSigning();
const other = await newSigning();
const head = joinPath('streams/v1/index.sjson');
const plain = joinPath('streams/v1/index.json');
const now = () => start;

async function signedRoot(): Promise<MemoryStore> {
  const store = memoryStore({ now });
  await publishBuild(store, '1', { signing });
  return store;
}

/** Somebody else writes over an object. */
async function overwrite(
  store: MemoryStore,
  path: typeof head,
  change: (text: string) => string,
): Promise<void> {
  const object = store.objects.get(path);
  if (object === undefined) throw new Error(`no ${path}`);
  const text = change(new TextDecoder().decode(object.bytes));
  store.objects.delete(path);
  await store.create(path, bytesSource(new TextEncoder().encode(text)), object.headers);
}

function documentOf(store: MemoryStore): typeof head {
  const path = [...store.objects.keys()].find((key) => /images\.[0-9a-f]{32}\.sjson$/.test(key));
  if (path === undefined) throw new Error('no signed document');
  return path;
}

async function refused(
  store: MemoryStore,
  run: () => Promise<unknown>,
  code: string,
): Promise<void> {
  const before = new Map(store.objects);
  await expect(run()).rejects.toMatchObject({ code, exitCode: 4 });
  expect(store.objects).toEqual(before);
}

describe('a signed root', () => {
  test('is not edited without a key', async () => {
    const store = await signedRoot();
    await refused(store, () => publishBuild(store, '2'), 'SIGNING_KEY_REQUIRED');
  });

  test('is not edited with a key nobody trusts', async () => {
    const store = await signedRoot();
    await refused(store, () => publishBuild(store, '2', { signing: other }), 'SIGNATURE_INVALID');
  });

  test('is not edited with a key its readers do not have', async () => {
    const store = await signedRoot();
    const stranger = await newSigning(signing.publicKey);
    await refused(store, () => publishBuild(store, '2', { signing: stranger }), 'KEY_NOT_IN_RING');
  });

  test.each([
    ['one letter changed', (text: string) => text.replace('"datatype"', '"datatypE"')],
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['text in front', (text: string) => `{}\n${text}`],
    ['text behind', (text: string) => `${text}{}\n`],
  ])('with an index that has %s is refused', async (_, change) => {
    const store = await signedRoot();
    await overwrite(store, head, change);
    await refused(store, () => publishBuild(store, '2', { signing }), 'SIGNATURE_INVALID');
  });

  test('with a document that was changed is refused', async () => {
    const store = await signedRoot();
    await overwrite(store, documentOf(store), (text) => text.replace('Alpine', 'Alpina'));
    await refused(store, () => publishBuild(store, '2', { signing }), 'DIGEST_MISMATCH');
  });

  test('with a document that is gone is refused', async () => {
    const store = await signedRoot();
    store.objects.delete(documentOf(store));
    await refused(store, () => publishBuild(store, '2', { signing }), 'DOCUMENT_MISSING');
  });

  test('with an index.json that claims to be a head is refused', async () => {
    const store = await signedRoot();
    await overwrite(store, plain, (text) => text.replace(' "head": "index.sjson",\n', ''));
    await refused(store, () => publishBuild(store, '2', { signing }), 'SECOND_HEAD');
  });

  test('whose head was removed is not begun anew', async () => {
    const store = await signedRoot();
    store.objects.delete(head);
    await refused(store, () => publishBuild(store, '2', { signing }), 'NOT_ADOPTED');
  });
});

describe('an unsigned root', () => {
  test('is signed only with adopt', async () => {
    const store = memoryStore({ now });
    await publishBuild(store, '1');
    await refused(store, () => publishBuild(store, '2', { signing }), 'NOT_ADOPTED');
  });

  test('becomes signed with everything in it', async () => {
    const store = memoryStore({ now });
    await publishBuild(store, '1');
    const report = await publishBuild(store, '2', { signing }, { adopt: true });
    expect(report).toMatchObject({ generation: 2, signed: true });
    const seen = {
      generation: 2,
      versions: { 'alpine:3.20:amd64:default': ['20261120_1201', '20261120_1202'] },
    };
    expect(await readAsClient(store, 'sjson', signing)).toEqual(seen);
    expect(await readAsClient(store, 'json')).toEqual(seen);
  });

  test('whose documents break the schema is refused with the place', async () => {
    const store = memoryStore({ now });
    await publishBuild(store, '1');
    const document = joinPath('streams/v1/images.json');
    const index =
      '{"format":"index:1.0","index":{"images":{"path":"streams/v1/images.json","format":"products:1.0"}}}';
    await overwrite(store, plain, () => index);
    await overwrite(store, document, (text) => text.replace(/"size": (\d+)/, '"size": "$1"'));
    await expect(publishBuild(store, '2')).rejects.toMatchObject({
      code: 'SCHEMA_BROKEN',
      exitCode: 7,
      message: expect.stringMatching(/images\.json.*\/products\/.*\/size/s),
    });
  });
});
