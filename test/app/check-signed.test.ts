import { beforeAll, describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { joinPath } from '../../src/core/path.ts';
import type { ReadableRoot, Signing } from '../../src/ports.ts';
import { brokenIn, checkFor, rootWith } from '../fakes/checking.ts';
import { canonicalProducts, indexOf } from '../fakes/foreign-roots.ts';
import { newSigning, publishBuild } from '../fakes/scene.ts';

let signing: Signing;
beforeAll(async () => {
  signing = await newSigning();
});

async function signed(document: unknown): Promise<string> {
  const text = `${JSON.stringify(document, null, 1)}\n`;
  return new TextDecoder().decode(await signing.signer.clearsign(text));
}

const signedIndex = indexOf(canonicalProducts, 'streams/v1/a.sjson');

describe('a signed root', () => {
  test('that publish made is in order for all its readers', async () => {
    const store = memoryStore();
    await publishBuild(store, '1', { signing });
    await publishBuild(store, '2', { signing });
    const { verifier } = signing;
    const report = await checkFor(store, ['lxd', 'incus', 'sstream'], { verifier });
    expect(brokenIn(report)).toEqual([]);
    expect(report.remarks).toEqual([]);
  });

  test('is read without a key, with a word that nothing was verified', async () => {
    const root = await rootWith({
      'index.sjson': await signed(signedIndex),
      'a.sjson': await signed(canonicalProducts),
    });
    const report = await checkFor(root, ['maas']);
    expect(brokenIn(report)).toEqual([]);
    expect(report.remarks).toEqual([expect.stringContaining('were not verified')]);
  });

  test('signed by a key that is not trusted is refused, and read on all the same', async () => {
    const broken = { ...canonicalProducts, content_id: 7 };
    const root = await rootWith({
      'index.sjson': await signed(signedIndex),
      'a.sjson': await signed(broken),
    });
    const { verifier } = await newSigning();
    const report = await checkFor(root, ['maas@3.8'], { verifier });
    expect(brokenIn(report)).toEqual([
      'DOC-004 maas',
      'DOC-004 maas',
      'MAAS-022 maas',
      'DOC-003 maas',
    ]);
  });

  test('whose document is not signed is refused', async () => {
    const root = await rootWith({
      'index.sjson': await signed(signedIndex),
      'a.sjson': canonicalProducts,
    });
    const report = await checkFor(root, ['maas'], { verifier: signing.verifier });
    expect(brokenIn(report)).toEqual(['DOC-004 maas']);
    expect(report.findings[0]?.message).toContain('it is not signed');
  });

  test('that was changed behind its signature is refused', async () => {
    const root = await rootWith({
      'index.sjson': await signed(signedIndex),
      'a.sjson': (await signed(canonicalProducts)).replace('jammy', 'noble'),
    });
    const report = await checkFor(root, ['maas'], { verifier: signing.verifier });
    expect(brokenIn(report)).toContain('DOC-004 maas');
  });
});

describe('two indexes', () => {
  const stale = { ...signedIndex, updated: 'Fri, 21 Aug 2026 10:00:00 GMT' };

  test('are each for its own readers', async () => {
    const root = await rootWith({
      'index.json': indexOf(canonicalProducts, 'streams/v1/missing.json'),
      'index.sjson': await signed(stale),
      'a.sjson': await signed(canonicalProducts),
    });
    const report = await checkFor(root, ['lxd', 'maas@3.8']);
    expect(brokenIn(report)).toEqual(['ROOT-002 lxd', 'MAAS-020 maas']);
    expect(report.paths.index).toBe('streams/v1/index.json');
  });

  test('the plain one is for everybody whose URL names it', async () => {
    const root = await rootWith({
      'index.json': indexOf(canonicalProducts, 'streams/v1/a.json'),
      'a.json': canonicalProducts,
      'index.sjson': await signed(stale),
      'a.sjson': await signed(canonicalProducts),
    });
    const publicUrl = 'https://images.example.com/maas/streams/v1/index.json';
    expect(brokenIn(await checkFor(root, ['maas@3.8'], { publicUrl }))).toEqual([]);
  });

  test('with the same fault are one finding, for all readers', async () => {
    const products = { ...canonicalProducts, license: 7 };
    const root = await rootWith({
      'index.json': indexOf(products, 'streams/v1/a.json'),
      'a.json': products,
      'index.sjson': await signed(indexOf(products, 'streams/v1/a.json')),
    });
    const report = await checkFor(root, ['lxd', 'sstream']);
    expect(brokenIn(report)).toContain('DOC-003 lxd,sstream');
  });

  test.each([[['lxd']], [['sstream']], [['lxd', 'sstream']]])(
    'of a root of ours, of which the plain one follows nothing, are an error for %j',
    async (names) => {
      const store = memoryStore();
      await publishBuild(store, '1', { signing });
      const path = joinPath('streams/v1/index.json');
      const plain = store.objects.get(path) ?? expect.fail();
      const text = new TextDecoder().decode(plain.bytes);
      const bytes = new TextEncoder().encode(text.replace(' "head": "index.sjson",\n', ''));
      expect(bytes.length).toBeLessThan(plain.bytes.length);
      store.objects.set(path, { ...plain, bytes });
      const report = await checkFor(store, names);
      expect(brokenIn(report)).toEqual([`DOC-009 ${names.join(',')}`]);
      store.objects.delete(joinPath('streams/v1/index.sjson'));
      expect(brokenIn(await checkFor(store, ['lxd']))).toEqual([]);
    },
  );

  test('of another tool are worth a note', async () => {
    const root = await rootWith({
      'index.json': indexOf(canonicalProducts, 'streams/v1/a.json'),
      'a.json': canonicalProducts,
      'index.sjson': await signed(signedIndex),
      'a.sjson': await signed(canonicalProducts),
    });
    const { findings } = await checkFor(root, ['maas']);
    expect(findings.filter(({ code }) => code.startsWith('DOC'))).toEqual([
      expect.objectContaining({ code: 'DOC-010', severity: 'note' }),
    ]);
  });

  test('of a root that somebody begins to sign meanwhile are no second head', async () => {
    const store = memoryStore();
    await publishBuild(store, '1');
    const read: ReadableRoot['read'] = async (path, limit) => {
      const stored = await store.read(path, limit);
      if (path.endsWith('index.json') && (await store.stat(path)) !== undefined) {
        await publishBuild(store, '2', { signing }, { adopt: true });
      }
      return stored;
    };
    expect(brokenIn(await checkFor({ url: store.url, read }, ['lxd']))).toEqual([]);
  });
});
