import { describe, expect, test } from 'vitest';
import { StoreError, TrustError } from '../../src/core/error.ts';
import type { ReadableRoot } from '../../src/ports.ts';
import { brokenIn, checkFor, rootWith } from '../fakes/checking.ts';
import {
  canonicalProducts,
  canonicalRoot,
  incusRoot,
  indexOf,
  reportedRoot,
} from '../fakes/foreign-roots.ts';

const everybody = ['lxd', 'incus', 'maas', 'glance', 'sstream'];

describe('no false alarm', () => {
  test('on a root that incus-simplestreams made', async () => {
    const report = await checkFor(await rootWith(incusRoot), ['incus']);
    expect(brokenIn(report)).toEqual([]);
    expect(report.paths).toEqual({
      index: 'streams/v1/index.json',
      images: 'streams/v1/images.json',
    });
  });

  test('on products of the shape that Canonical publishes for MAAS', async () => {
    const report = await checkFor(await rootWith(canonicalRoot), ['maas', 'sstream']);
    expect(brokenIn(report)).toEqual([]);
  });
});

describe('the products document that MAAS ignored without saying why', () => {
  test('is refused up to 3.7 by the rule that names the pattern, with the fix', async () => {
    const { findings, counts } = await checkFor(await rootWith(reportedRoot), ['maas<=3.7']);
    expect(counts.error).toBe(1);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(':v([23]|3\\+platform):'),
      says: expect.stringContaining('Ignoring unsupported product com.ubuntu.maas.candidate:'),
      fix: expect.stringContaining('`product`'),
    });
  });

  test('is accepted by 3.8, and cannot be deployed', async () => {
    const { findings, counts } = await checkFor(await rootWith(reportedRoot), ['maas@3.8']);
    expect(counts).toMatchObject({ error: 0, warning: 1 });
    expect(findings[0]?.consequence).toBe('not-deployable');
  });
});

describe('what is wrong with the files', () => {
  test('an index that is not there hides everything, from each by the name it looks for', async () => {
    const report = await checkFor(await rootWith({}), ['lxd', 'maas']);
    expect(brokenIn(report)).toEqual(['DOC-001 lxd,maas']);
    const named = await checkFor(await rootWith(reportedRoot), ['maas'], {
      publicUrl: 'https://images.example.com/streams/v1/index.sjson',
    });
    expect(named.findings[0]).toMatchObject({
      code: 'DOC-001',
      message: expect.stringContaining('index.sjson is not there'),
    });
  });

  test('a document that is not there is said once', async () => {
    const { 'images.json': _, ...rest } = incusRoot;
    expect(brokenIn(await checkFor(await rootWith(rest), ['lxd', 'incus']))).toEqual([
      'ROOT-002 lxd,incus',
    ]);
  });

  test.each([
    ['cut off', '{"format": "products:1.0", "prod', /is not JSON: /],
    ['a list', '[]', /no object/],
    ['a page of a web server', '<html>\n<body>', /is not JSON: /],
    ['behind a byte order mark', '\ufeff{}', /is not JSON: /],
    ['clearsigned', '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{}', /it is clearsigned/],
  ])('a document that is %s is said once, and what else is wrong, too', async (_, text, says) => {
    const index = {
      ...indexOf(canonicalProducts, 'streams/v1/broken.json'),
      ...{ updated: 'yesterday' },
    };
    const root = await rootWith({ 'index.json': index, 'broken.json': text });
    const { findings } = await checkFor(root, ['maas@3.8']);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['DOC-002', 'MAAS-020']);
    expect(errors[0]?.message).toMatch(says);
    expect(errors[0]?.message).not.toContain('\n');
  });

  test('an index that is no JSON is one finding', async () => {
    const root = await rootWith({ 'index.json': 'not found' });
    const report = await checkFor(root, ['lxd']);
    expect(brokenIn(report)).toEqual(['DOC-002 lxd']);
    expect(report.findings[0]?.place).toEqual({ document: 'index' });
  });

  test('a document that breaks the schema is a warning, beside what the rules say', async () => {
    const products = { ...canonicalProducts, license: 7 };
    const root = await rootWith({
      'index.json': indexOf(products, 'streams/v1/a.json'),
      'a.json': products,
    });
    const report = await checkFor(root, ['maas']);
    expect(brokenIn(report)).toEqual(['DOC-003 maas']);
    expect(report.findings[0]?.message).toContain('/license: must be a string, found 7');
  });

  test('a document with a key twice is a warning: parsers differ in which of the two counts', async () => {
    const { license, ...products } = canonicalProducts;
    const twice = JSON.stringify({ license, ...products }).replace('{', '{"license":"another",');
    const root = await rootWith({
      'index.json': indexOf(canonicalProducts, 'streams/v1/a.json'),
      'a.json': twice,
    });
    const report = await checkFor(root, ['maas']);
    expect(brokenIn(report)).toEqual(['DOC-003 maas']);
    expect(report.findings[0]?.message).toContain('/license twice');
  });

  test('a path that leads elsewhere is not followed', async () => {
    const index = indexOf(canonicalProducts, '../../../etc/passwd');
    const report = await checkFor(await rootWith({ 'index.json': index }), ['sstream']);
    expect(brokenIn(report)).toContain('DOC-005 sstream');
    expect(report.findings.map(({ code }) => code)).not.toContain('ROOT-002');
  });

  test('a document other than the one that the index pins is noted', async () => {
    const index = indexOf(canonicalProducts, 'streams/v1/a.json');
    const [entry] = Object.values(index.index);
    Object.assign(entry ?? {}, { sha256: '0'.repeat(64), size: 3 });
    const root = await rootWith({ 'index.json': index, 'a.json': canonicalProducts });
    const { findings } = await checkFor(root, ['maas']);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'DOC-008', severity: 'note' }));
  });
});

describe('a root of which something may not be read', () => {
  const denied = new StoreError('STORE_DENIED', 'the answer is 403');

  async function without(path: string, error: Error): Promise<ReadableRoot> {
    const root = await rootWith(canonicalRoot);
    return {
      url: root.url,
      read: (asked, limit) => (asked === path ? Promise.reject(error) : root.read(asked, limit)),
    };
  }

  test('the signed index: a note, and the plain one is read', async () => {
    const root = await without('streams/v1/index.sjson', denied);
    const { findings } = await checkFor(root, everybody);
    const note = findings.find(({ code }) => code === 'DOC-006');
    expect(note).toMatchObject({ severity: 'note', consumers: ['maas', 'glance', 'sstream'] });
  });

  test.each([
    denied,
    new TrustError('DOCUMENT_TOO_LARGE', 'it has more than the bytes it may have'),
  ])('a document: an error in the words of the store ($message)', async (error) => {
    const path = 'streams/v1/com.ubuntu.maas:stable:v3:download.json';
    const report = await checkFor(await without(path, error), ['maas']);
    expect(brokenIn(report)).toEqual(['DOC-007 maas']);
    expect(report.findings[0]?.message).toBe(error.message);
  });

  test('the index itself: the run fails, for nothing can be said', async () => {
    const root = await without('streams/v1/index.json', denied);
    await expect(checkFor(root, ['lxd'])).rejects.toBe(denied);
  });
});

test('what is allowed is told, and counted apart', async () => {
  const report = await checkFor(await rootWith(reportedRoot), ['maas<=3.7'], {
    allow: ['MAAS-001'],
  });
  expect(report.counts).toMatchObject({ error: 0, allowed: 1 });
  expect(report.findings[0]).toMatchObject({ code: 'MAAS-001', allowed: true });
});

test('nothing is written', async () => {
  const root = await rootWith(incusRoot);
  const before = { ...root.calls };
  await checkFor(root, everybody);
  expect({ ...root.calls, read: before.read }).toEqual(before);
});
