import { beforeAll, describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { StoreError } from '../../src/core/error.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Signing } from '../../src/ports.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { rootWith } from '../fakes/checking.ts';
import {
  canonicalProducts,
  canonicalRoot,
  incusRoot,
  indexOf,
  reportedRoot,
} from '../fakes/foreign-roots.ts';
import { linesOf, listOf } from '../fakes/listing.ts';
import { newSigning, publishBuild, start } from '../fakes/scene.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const product = 'alpine:3.20:amd64:default';

let signing: Signing;
beforeAll(async () => {
  signing = await newSigning();
});

/** A root with the versions of three builds, 13 minutes old at the time of the scene. */
async function ours(options: { readonly signing?: Signing } = {}): Promise<MemoryStore> {
  const store = memoryStore({ now: () => start });
  for (const build of ['1', '2', '3']) await publishBuild(store, build, options);
  return store;
}

async function put(store: MemoryStore, path: string, text: string): Promise<void> {
  const headers = { contentType: 'text/plain', cacheControl: 'no-cache' };
  const source = bytesSource(new TextEncoder().encode(text));
  await store.create(joinPath(path), source, headers);
}

function unlisted(digit: string): string {
  return `alpine/3.20/amd64/default/20261101_0000/${digit.repeat(32)}/rootfs.squashfs`;
}

function sizeIn(store: MemoryStore, path: string): number {
  return must(store.objects.get(joinPath(path))).bytes.length;
}

describe('a root of ours', () => {
  test('is told with its products, the newest version first, their sizes and ages', async () => {
    const store = await ours({ signing });
    const now = new Date(start.getTime() + 3 * day);
    const report = await listOf(store, { now, verifier: signing.verifier, store });
    expect(linesOf(report)).toEqual([
      `${product} 20261120_1203 20261120_1202 20261120_1201: lxd incus sstream`,
    ]);
    expect(report).toMatchObject({
      root: 'memory:',
      index: {
        path: 'streams/v1/index.sjson',
        generation: 3,
        updated: { time: '2026-11-20T15:10:00.000Z', age: 3 * 24 * 60 * 60 },
      },
      problems: { counts: { error: 0, warning: 0, note: 0 }, findings: [] },
      remarks: [],
    });
    const [newest] = report.products[0]?.versions ?? [];
    expect(newest?.made).toEqual({ time: '2026-11-20T12:03:00.000Z', age: 270_420 });
    const paths = new Set(newest?.items.map(({ path }) => path));
    // Its metadata is listed twice, for LXD and for Incus, and is one file.
    expect(newest?.items).toHaveLength(3);
    expect(paths.size).toBe(2);
    const stored = [...paths].map((path) => store.objects.get(joinPath(path ?? ''))?.bytes.length);
    expect(newest?.bytes).toBe(stored.reduce<number>((sum, size) => sum + (size ?? 0), 0));
    expect(report.listed).toMatchObject({ products: 1, versions: 3, files: 6 });
    expect(report.selected).toEqual(report.listed);
  });

  test('tells by which key it is signed, and whether that was verified', async () => {
    const store = await ours({ signing });
    const key = {
      fingerprint: signing.signer.fingerprint,
      known: true,
      userId: 'Images <images@example.com>',
      expires: undefined,
    };
    const verified = await listOf(store, { now: start, verifier: signing.verifier });
    expect(verified.signature).toEqual({ verified: true, key });
    const unverified = await listOf(store, { now: start });
    expect(unverified.signature).toEqual({ verified: false, key });
    expect(unverified.remarks).toEqual([expect.stringContaining('were not verified')]);
  });

  test('that another key signed is listed, as a problem, and is not verified', async () => {
    const store = await ours({ signing });
    const { verifier } = await newSigning();
    const report = await listOf(store, { now: start, verifier });
    expect(report.signature?.verified).toBe(false);
    expect(report.problems.findings.map(({ code }) => code)).toEqual(['DOC-004', 'DOC-004']);
    // LXD and Incus look at no signature.
    expect(linesOf(report)).toEqual([expect.stringMatching(/: lxd incus$/)]);
  });

  test('whose ring does not hold its key tells only what the signature claims', async () => {
    const store = await ours({ signing });
    const ring = [...store.objects.keys()].find((path) => path.startsWith('streams/v1/keyring.'));
    const object = store.objects.get(joinPath(ring ?? ''));
    if (ring === undefined || object === undefined) throw new Error('there is no ring');
    store.objects.set(ring, { ...object, bytes: (await newSigning()).signer.publicKey });
    const { signature } = await listOf(store, { now: start });
    expect(signature?.key).toEqual({
      fingerprint: signing.signer.fingerprint,
      known: false,
    });
  });

  test('without a signature has none, and nothing to remark', async () => {
    const report = await listOf(await ours(), { now: start });
    expect(report.signature).toBeUndefined();
    expect(report.index.path).toBe('streams/v1/index.json');
    expect(report.remarks).toEqual([]);
  });
});

describe('filters', () => {
  test('select versions, and the whole root is counted beside them', async () => {
    const report = await listOf(await ours(), { filters: ['version_name~_120[13]$', 'os~.'] });
    expect(linesOf(report)).toEqual([`${product} 20261120_1203 20261120_1201: lxd incus sstream`]);
    expect(report.filters).toEqual(['version_name~_120[13]$', 'os~.']);
    expect(report.selected).toMatchObject({ products: 1, versions: 2, files: 4 });
    expect(report.listed).toMatchObject({ products: 1, versions: 3, files: 6 });
  });

  test('that nothing satisfies leave no product', async () => {
    const report = await listOf(await ours(), { filters: ['arch=riscv64'] });
    expect(report.products).toEqual([]);
    expect(report.selected).toEqual({ products: 0, versions: 0, files: 0, bytes: 0 });
    expect(report.listed.versions).toBe(3);
  });

  test('work on roots of any tool', async () => {
    const root = await rootWith(canonicalRoot);
    const report = await listOf(root, { filters: ['ftype=squashfs', 'subarches~ga-22.04'] });
    expect(report.selected.versions).toBe(2);
  });
});

describe('what lies in the store', () => {
  test('and is named by nothing is reapable when it is old, and may be needed when it is young', async () => {
    let now = start;
    const store = memoryStore({ now: () => now });
    await publishBuild(store, '1', { signing });
    expect((await listOf(store, { store })).stored).toMatchObject({
      known: true,
      reapable: { files: 0, bytes: 0 },
      young: { files: 0, bytes: 0 },
    });
    // The index is replaced. What it named stays, and so do the copy of the head before it, and an image that was unlisted.
    const before = [...store.objects.keys()];
    await publishBuild(store, '2', { signing });
    await put(store, unlisted('1'), 'an image that is not listed any more');
    now = new Date(start.getTime() + 48 * hour + 1);
    await put(store, unlisted('2'), '12345');
    const { stored } = await listOf(store, { store });
    const documents = before.filter((path) =>
      /^streams\/v1\/(images\.[0-9a-f]{32}\.|index\.[0-9a-f]{32}\.json$)/.test(path),
    );
    const old = [...documents, unlisted('1')];
    expect(stored).toEqual({
      known: true,
      reapable: {
        files: old.length,
        bytes: old.reduce((sum, path) => sum + sizeIn(store, path), 0),
      },
      young: { files: 1, bytes: 5 },
      foreign: { files: 0, bytes: 0 },
      nested: [],
    });
  });

  test('and is not of our layout is foreign; so is a root below this one', async () => {
    const store = await ours();
    await put(store, 'notes.txt', '12345');
    await put(store, 'old/streams/v1/index.json', '{}');
    await put(store, `old/a/b/c/20261101/${'0'.repeat(32)}/x`, '123');
    const { stored } = await listOf(store, { store });
    expect(stored).toMatchObject({
      known: true,
      foreign: { files: 3, bytes: 10 },
      nested: ['old/'],
    });
  });

  test('and is listed is not foreign, wherever another tool has put it', async () => {
    const root = await rootWith(incusRoot);
    const { products } = await listOf(root);
    const paths = products.flatMap(({ versions }) =>
      versions.flatMap(({ items }) => items.map(({ path }) => path ?? '')),
    );
    for (const path of new Set(paths)) await put(root, path, path);
    const { stored } = await listOf(root, { store: root });
    expect(stored).toMatchObject({ known: true, reapable: { files: 0 }, foreign: { files: 0 } });
  });

  test('is not known behind a web server, or without the right to list', async () => {
    const store = await ours();
    expect((await listOf(store)).stored).toEqual({
      known: false,
      why: 'a web server does not tell what it stores',
    });
    const list = () =>
      Promise.reject(new StoreError('STORE_DENIED', 's3:ListBucket failed (403): allow it'));
    const report = await listOf(store, { store: { list } });
    expect(report.stored).toEqual({
      known: false,
      why: 's3:ListBucket failed (403): allow it',
    });
    expect(report.listed.versions).toBe(3);
  });

  test('is not known while a document cannot be read', async () => {
    const { 'images.json': _, ...rest } = incusRoot;
    const root = await rootWith(rest);
    const { stored } = await listOf(root, { store: root });
    expect(stored).toEqual({
      known: false,
      why: 'what images names is not known: it cannot be read, or is no products document',
    });
  });

  test('is not known while index.json does not follow the head', async () => {
    const store = await ours({ signing });
    const before = must(store.objects.get(joinPath('streams/v1/index.json')));
    await publishBuild(store, '4', { signing });
    store.objects.set(joinPath('streams/v1/index.json'), before);
    const { stored } = await listOf(store, { store });
    expect(stored).toEqual({
      known: false,
      why: expect.stringContaining('index.json does not follow index.sjson'),
    });
  });

  test('is looked at before the index, so that a publish meanwhile is not taken for rubbish', async () => {
    const store = await ours();
    const list = async () => {
      const listing = await store.list();
      await publishBuild(store, '4');
      return listing;
    };
    const { stored, listed } = await listOf(store, { store: { list } });
    expect(listed.versions).toBe(4);
    expect(stored).toMatchObject({ known: true, reapable: { files: 0 } });
  });
});

describe('who reads what', () => {
  test('a root that incus-simplestreams made', async () => {
    const { products } = await listOf(await rootWith(incusRoot));
    for (const { consumers } of products) expect(consumers).toContain('incus');
    expect(products.length).toBeGreaterThan(0);
  });

  test('products of the shape that Canonical publishes for MAAS', async () => {
    const report = await listOf(await rootWith(canonicalRoot));
    expect(linesOf(report)).toEqual([
      'com.ubuntu.maas.stable:v3:boot:22.04:amd64:ga-22.04 20260821 20260814: maas sstream',
    ]);
  });

  test('the product that MAAS up to 3.7 ignores, and 3.8 takes', async () => {
    const root = await rootWith(reportedRoot);
    expect(linesOf(await listOf(root, { consumers: ['maas'] }))).toEqual([
      'com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64 20260821_01: ',
    ]);
    expect(linesOf(await listOf(root, { consumers: ['maas@3.8'] }))).toEqual([
      'com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64 20260821_01: maas',
    ]);
  });
});

describe('a root with problems', () => {
  test('is listed as far as it can be read, and says what cannot', async () => {
    const two = indexOf(canonicalProducts, 'streams/v1/a.json');
    const [entry] = Object.values(two.index);
    const index = {
      ...two,
      index: { ...two.index, broken: { ...entry, path: 'streams/v1/b.json' } },
    };
    const root = await rootWith({
      'index.json': index,
      'a.json': canonicalProducts,
      'b.json': '{',
    });
    const report = await listOf(root);
    expect(linesOf(report)).toEqual([expect.stringMatching(/^com\.ubuntu\.maas\.stable.*: $/)]);
    expect(report.problems.counts.error).toBe(1);
    expect(report.problems.findings[0]).toMatchObject({
      code: 'DOC-002',
      place: { document: 'broken' },
    });
  });

  test('with a document that is not there says so once', async () => {
    const { 'images.json': _, ...rest } = incusRoot;
    const { problems, products } = await listOf(await rootWith(rest));
    expect(products).toEqual([]);
    expect(problems.findings.map(({ code }) => code)).toEqual(['ROOT-002']);
  });

  test('of any shape is listed: what is no object is passed over', async () => {
    const products = {
      ...canonicalProducts,
      products: {
        a: { versions: { b: { items: { c: { size: 'many', path: 7 }, d: 'text' } }, e: [] } },
        f: null,
        g: { versions: 'none', aliases: ' x,, y ' },
      },
    };
    const root = await rootWith({
      'index.json': indexOf(products, 'streams/v1/a.json'),
      'a.json': products,
    });
    const report = await listOf(root);
    expect(linesOf(report)).toEqual(['a b: ', 'g: ']);
    expect(report.products[1]?.aliases).toEqual(['x', 'y']);
    expect(report.listed).toEqual({ products: 2, versions: 1, files: 0, bytes: 0 });
    expect(report.problems.findings[0]?.code).toBe('DOC-003');
  });

  test('whose index is no JSON lists nothing', async () => {
    const root = await rootWith({ 'index.json': 'not found' });
    const report = await listOf(root, { store: root });
    expect(report.products).toEqual([]);
    expect(report.problems.findings.map(({ code }) => code)).toEqual(['DOC-002']);
    expect(report.stored).toMatchObject({ known: false, why: expect.stringContaining('index') });
  });

  test('with two heads is listed, and says so', async () => {
    const store = await ours({ signing });
    const path = joinPath('streams/v1/index.json');
    const plain = must(store.objects.get(path));
    const text = new TextDecoder().decode(plain.bytes).replace(' "head": "index.sjson",\n', '');
    store.objects.set(path, { ...plain, bytes: new TextEncoder().encode(text) });
    const report = await listOf(store, { verifier: signing.verifier });
    expect(report.problems).toMatchObject({
      counts: { error: 1 },
      findings: [{ code: 'DOC-009', message: expect.stringContaining('two heads') }],
    });
    expect(report.products).toMatchObject([{ consumers: ['lxd', 'incus', 'sstream'] }]);
  });

  test('without an index is none', async () => {
    await expect(listOf(await rootWith({}))).rejects.toThrow(
      /^there is no root at memory:: neither streams\/v1\/index\.sjson nor .* that holds streams\/v1$/,
    );
  });

  test('whose signed index may not be read is read by the plain one', async () => {
    const root = await rootWith(canonicalRoot);
    const read: typeof root.read = (path, limit) =>
      path === 'streams/v1/index.sjson'
        ? Promise.reject(new StoreError('STORE_DENIED', 'the answer is 403'))
        : root.read(path, limit);
    expect((await listOf({ url: root.url, read })).listed.versions).toBe(2);
  });

  test('that was to become a signed one says that its head is missing', async () => {
    const root = await rootWith({
      ...canonicalRoot,
      'index.json': { ...canonicalRoot['index.json'], head: 'index.sjson' },
    });
    expect((await listOf(root)).remarks).toEqual([expect.stringContaining('is the head')]);
  });
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}
