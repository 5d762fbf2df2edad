import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { unlist } from '../../src/app/unlist.ts';
import { type UnlistRequest, unlistEdit } from '../../src/app/unlist-edit.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { Products } from '../../src/core/document.ts';
import { type Filter, parseFilter } from '../../src/core/filter.ts';
import type { Signing } from '../../src/ports.ts';
import { reportedProducts } from '../fakes/foreign-roots.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { orphansOf, staleFollowers } from '../fakes/root-content.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';
import { takeBack, unlistRequest } from '../fakes/unlisting.ts';

const signing = hmacSigning('publisher');
const product = 'alpine:3.20:amd64:default';
const edge = 'alpine:edge:amd64:default';
const serials = (...minutes: readonly number[]) => minutes.map((minute) => `20261120_120${minute}`);

/** Three versions of one product, and one of another. */
async function makeRoot(key: Signing | undefined): Promise<MemoryStore> {
  const store = memoryStore({ now: () => start });
  for (const build of ['1', '2', '3']) await publishBuild(store, build, { signing: key });
  const files = containerImage('edge', { release: 'edge', created: '2026-11-20T12:03:00Z' });
  await publishBuild(store, 'edge', { signing: key, files });
  return store;
}

function filter(text: string): Filter {
  const parsed = parseFilter(text);
  return typeof parsed === 'string' ? expect.fail(parsed) : parsed;
}

function run(store: MemoryStore, changes: Partial<UnlistRequest>) {
  return takeBack(store, { serial: undefined, ...changes }, { signing });
}

async function versionsIn(store: MemoryStore) {
  return (await readAsClient(store, 'sjson', signing)).versions;
}

describe.each([
  ['signed', signing],
  ['unsigned', undefined],
] as const)('in a root that is %s', (_, key) => {
  test('the newest version is taken back by one commit: clients get the one before', async () => {
    const store = await makeRoot(key);
    const before = [...store.objects.keys()];
    const report = await takeBack(
      store,
      { serial: '20261120_1203', reason: 'it does not boot' },
      { signing: key },
    );
    expect(report).toMatchObject({
      changed: true,
      dryRun: false,
      generation: 5,
      signed: key !== undefined,
      reason: 'it does not boot',
      unlisted: [{ product, serial: '20261120_1203', files: 2, why: 'it does not boot' }],
      products: [{ contentId: 'images', product, newest: '20261120_1202', changed: true }],
      followers: 'current',
      warnings: [],
    });
    const form = key === undefined ? 'json' : 'sjson';
    const seen = await readAsClient(store, form, key);
    expect(seen.versions).toEqual({ [product]: serials(1, 2), [edge]: ['20261120_1203'] });
    expect(await staleFollowers(store, key)).toEqual([]);
    // The files that clients of the index before still ask for.
    expect([...store.objects.keys()]).toEqual(expect.arrayContaining(before));
    expect((await orphansOf(store, key)).every((path) => path.includes('20261120_1203'))).toBe(
      true,
    );
  });

  test('a second time there is nothing to take back, and nothing is written', async () => {
    const store = await makeRoot(key);
    await takeBack(store, { serial: '20261120_1203' }, { signing: key });
    const written = new Map(store.objects);
    const again = takeBack(store, { serial: '20261120_1203' }, { signing: key });
    await expect(again).rejects.toMatchObject({
      code: 'NOT_LISTED',
      exitCode: 2,
      message: `product ${product} in memory: lists no version 20261120_1203: did you mean 20261120_1202? it lists 20261120_1202, 20261120_1201`,
    });
    expect(new Map(store.objects)).toEqual(written);
  });
});

test('an older version goes, and clients get what they got', async () => {
  const store = await makeRoot(signing);
  const { products } = await run(store, { serial: '20261120_1202' });
  expect(products).toEqual([
    { contentId: 'images', product, newest: '20261120_1203', changed: false },
  ]);
  expect((await versionsIn(store))[product]).toEqual(serials(1, 3));
});

test('a product goes with its last version', async () => {
  const store = await makeRoot(signing);
  const { products, warnings } = await run(store, { product: edge, serial: '20261120_1203' });
  expect(products).toMatchObject([{ product: edge, newest: undefined, changed: true }]);
  expect(warnings).toEqual([]);
  expect(Object.keys(await versionsIn(store))).toEqual([product]);
});

test('a document goes with its last product, and an index without any is told', async () => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '1', { signing });
  const { warnings } = await run(store, { serial: '20261120_1201' });
  expect(warnings).toEqual([expect.stringMatching(/^the index lists nothing any more, and MAAS/)]);
  expect(await readAsClient(store, 'sjson', signing)).toEqual({ generation: 2, versions: {} });
  const report = await publishBuild(store, '2', { signing });
  expect(report).toMatchObject({ changed: true, generation: 3 });
  expect(await versionsIn(store)).toEqual({ [product]: serials(2) });
});

describe('all versions of a product', () => {
  test('need a yes when they are more than half of the bytes', async () => {
    const store = await makeRoot(signing);
    const written = new Map(store.objects);
    await expect(run(store, { product })).rejects.toMatchObject({ code: 'YES_REQUIRED' });
    expect(new Map(store.objects)).toEqual(written);
    await run(store, { product, yes: true });
    expect(Object.keys(await versionsIn(store))).toEqual([edge]);
  });

  test('go without one when they are less', async () => {
    const store = await makeRoot(signing);
    await run(store, { product: edge });
    expect(Object.keys(await versionsIn(store))).toEqual([product]);
  });
});

test('what satisfies every filter goes, in every product', async () => {
  const store = await makeRoot(signing);
  const filters = [filter('version_name=20261120_1203'), filter('os=Alpine')];
  const { unlisted } = await run(store, { product: undefined, filters, yes: true });
  expect(unlisted.map(({ product: name, serial }) => [name, serial])).toEqual([
    [product, '20261120_1203'],
    [edge, '20261120_1203'],
  ]);
  expect(await versionsIn(store)).toEqual({ [product]: serials(1, 2) });
});

test('a serial alone is that version of every product', async () => {
  const store = await makeRoot(signing);
  await run(store, { product: undefined, serial: '20261120_1203', yes: true });
  expect(await versionsIn(store)).toEqual({ [product]: serials(1, 2) });
});

describe('what is not listed is named, with what is near:', () => {
  test.each([
    [
      { product: 'alpine:3.2:amd64:default' },
      `memory: lists no product alpine:3.2:amd64:default: did you mean ${product}? it lists ${product}, ${edge}`,
    ],
    [{ product: 'x' }, `memory: lists no product x: it lists ${product}, ${edge}`],
    [
      { product: edge, serial: '20261120_1202' },
      `product ${edge} in memory: lists no version 20261120_1202: did you mean 20261120_1203? it lists 20261120_1203`,
    ],
    [
      { product: undefined, serial: 'stable' },
      'memory: lists no version stable: it lists 20261120_1203, 20261120_1202, 20261120_1201',
    ],
    [
      { product: undefined, filters: [filter('arch=arm64'), filter('os~^A')] },
      `memory: lists no version with arch=arm64 and os~^A: it lists ${product}, ${edge}`,
    ],
    [
      { product: edge, serial: '20261120_1203', filters: [filter('arch=arm64')] },
      `product ${edge} in memory: lists no version with version_name=20261120_1203 and arch=arm64: it lists 20261120_1203`,
    ],
  ])('%j', async (changes, message) => {
    const store = await makeRoot(signing);
    await expect(run(store, changes)).rejects.toMatchObject({ code: 'NOT_LISTED', message });
  });

  test('an empty root', async () => {
    const store = memoryStore({ now: () => start });
    await expect(run(store, {})).rejects.toThrow('memory: lists nothing');
    expect(store.objects.size).toBe(0);
  });
});

test('a dry run tells the plan and writes nothing', async () => {
  const store = await makeRoot(signing);
  const written = new Map(store.objects);
  const ports = portsOn(store, { signing });
  const request = unlistRequest({ serial: '20261120_1203', dryRun: true, reason: 'bad' });
  const report = await unlist(request, ports);
  expect(report).toMatchObject({ changed: true, dryRun: true, unlisted: [{ product }] });
  expect(ports.said.slice(ports.said.indexOf('# Plan'))).toEqual([
    '# Plan',
    'reason: bad',
    `${product} loses version 20261120_1203, 2 files, 16 bytes: bad`,
    `clients get ${product} 20261120_1202, the version before`,
    'dry run: nothing is written',
    '# Result',
  ]);
  expect(new Map(store.objects)).toEqual(written);
});

test('a signed root is not edited without a key, nor an unsigned one with one', async () => {
  const signed = takeBack(await makeRoot(signing), { serial: '20261120_1203' });
  await expect(signed).rejects.toMatchObject({ code: 'SIGNING_KEY_REQUIRED' });
  const unsigned = takeBack(await makeRoot(undefined), { serial: '20261120_1203' }, { signing });
  await expect(unsigned).rejects.toMatchObject({ code: 'NOT_ADOPTED' });
});

describe('what programs make of the rest', () => {
  const name = Object.keys(reportedProducts.products)[0] ?? '';
  const [maas] = Object.values(reportedProducts.products);
  const items = maas?.versions['20260821_01']?.items;
  const tgz = { ...items?.['root-tgz'], path: 'old/root-tgz', sha256: 'A'.repeat(64) };
  const versions = {
    ...maas?.versions,
    '20260820_01': { items: { ...items, 'root-tgz': tgz } },
  };
  const centos = { ...maas, os: 'centos', release: 'centos70', version: '7.0', versions };
  const documents = new Map([
    ['maas', { ...reportedProducts, products: { [name]: centos } } as Products],
  ]);
  const edit = (changes: Partial<UnlistRequest>) => {
    const request = unlistRequest({ product: name, serial: '20260821_01', ...changes });
    return unlistEdit(request, 'root')(documents, { place: ({ path }) => path }, undefined);
  };

  test('is refused where the version before would fail', () => {
    expect(() => edit({ consumers: [everyRelease('maas')] })).toThrow(/^MAAS-035 /);
  });

  test('is refused for those that read the root as it is, where nobody is named', () => {
    expect(() => edit({})).toThrow(/^MAAS-035 /);
  });

  test('is told where it is allowed, and does not matter to others', () => {
    const { outcome } = edit({ allow: ['MAAS-035'] });
    expect(outcome.remarks).toContainEqual(expect.stringMatching(/^allowed: MAAS-035 /));
    expect(edit({ consumers: [everyRelease('sstream')] }).outcome.unlisted).toHaveLength(1);
  });
});
