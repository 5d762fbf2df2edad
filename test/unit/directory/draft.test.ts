import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import { joinPath } from '../../../src/core/path.ts';
import type { Draft, Source, Store } from '../../../src/ports/store.ts';
import { bytes, head, image, immutable, mutable, textAt } from '../../contract/store-fixture.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { asOrdinaryUser } from './another-user.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folderOfImage = joinPath('alpine', '3.22', 'amd64');
const text = bytesSource(bytes('image'));

function storeIn(folder: string, signal?: AbortSignal): Store {
  return directoryStore({ folder, singleWriter: false, signal });
}

/** A draft of five bytes, of which it has taken `taken`. */
async function begun(store: Store, taken = 'image'): Promise<Draft> {
  const draft = await store.draft?.(folderOfImage, 5);
  if (draft === undefined) throw new Error('no draft');
  for (const byte of bytes(taken)) void draft.write(Uint8Array.of(byte));
  return draft;
}

/** What a draft alone may give the bytes of. */
function unreadable(draft: Draft): Source {
  return { ...text, draft, read: () => Promise.reject(new Error('was read')) };
}

function temporaryFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, '.simplestreams', 'tmp'));
}

describe('a draft', () => {
  test('becomes an object without being read or copied, which a web server can read', async () => {
    const folder = temporaryFolder();
    const umask = process.umask(0o077);
    onTestFinished(() => void process.umask(umask));
    const store = storeIn(folder);
    const draft = await begun(store);
    const [name = ''] = temporaryFiles(folder);
    const { ino } = statSync(join(folder, '.simplestreams', 'tmp', name));
    const passed: number[] = [];
    const creating = store.create(image, unreadable(draft), immutable, (count) => {
      passed.push(count);
    });
    expect(await creating).toBe('created');
    expect(passed).toEqual([5]);
    expect(await textAt(store, image)).toBe('image');
    const found = statSync(join(folder, image));
    expect({ mode: found.mode & 0o777, nlink: found.nlink, ino: found.ino }).toEqual({
      mode: 0o644,
      nlink: 1,
      ino,
    });
    expect(temporaryFiles(folder)).toEqual([]);
    await draft.discard();
    expect(await textAt(store, image)).toBe('image');
  });

  test('becomes one for a single writer without hard links too', async () => {
    const store = directoryStore({ folder: temporaryFolder(), singleWriter: true }, () =>
      Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'link' })),
    );
    expect(await store.create(image, unreadable(await begun(store)), immutable)).toBe('created');
    expect(await textAt(store, image)).toBe('image');
  });

  test('is left alone when the object is there', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const draft = await begun(store);
    await store.create(image, text, immutable);
    expect(await store.create(image, unreadable(draft), immutable)).toBe('present');
    expect(temporaryFiles(folder)).toHaveLength(1);
    await draft.discard();
    expect(readdirSync(folder)).toEqual(['alpine']);
  });

  test('that has not taken everything is no substitute for reading', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const draft = await begun(store, 'imag');
    expect(await store.create(image, { ...text, draft }, immutable)).toBe('created');
    expect(await textAt(store, image)).toBe('image');
    expect(temporaryFiles(folder)).toEqual([]);
  });

  test('serves once: what is stored again is read', async () => {
    const store = storeIn(temporaryFolder());
    const source = { ...text, draft: await begun(store) };
    await store.create(image, source, immutable);
    const beside = joinPath(`${image}.2`);
    await expect(store.create(beside, unreadable(source.draft), immutable)).rejects.toThrow(
      'was read',
    );
    expect(await store.create(beside, source, immutable)).toBe('created');
  });

  test('is of no use to another root', async () => {
    const [store, other] = [storeIn(temporaryFolder()), storeIn(temporaryFolder())];
    const source = { ...text, draft: await begun(store) };
    expect(await other.create(image, source, immutable)).toBe('created');
    expect(await store.create(image, unreadable(source.draft), immutable)).toBe('created');
  });

  test('is not finished any more when the run is ended, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const ending = new AbortController();
    const store = storeIn(folder, ending.signal);
    const draft = await begun(store);
    const reason = new Error('SIGTERM');
    ending.abort(reason);
    await expect(store.create(image, unreadable(draft), immutable)).rejects.toBe(reason);
    await draft.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('no draft is begun', () => {
  test('of a size that lies in the folder, at any depth of it and nowhere else', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.create(image, text, immutable);
    expect(await store.draft?.(folderOfImage, 5)).toBeUndefined();
    const elsewhere = joinPath('alpine', '3.22', 'arm64');
    for (const [path, size] of [
      [folderOfImage, 4],
      [elsewhere, 5],
    ] as const) {
      expect(await store.draft?.(path, size)).toBeDefined();
    }
  });

  test('where nothing may be written, and storing tells why', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'root'));
    asOrdinaryUser(folder);
    const store = storeIn(join(folder, 'root'));
    expect(await store.draft?.(folderOfImage, 5)).toBeUndefined();
    await expect(store.create(image, text, immutable)).rejects.toMatchObject({
      code: 'STORE_DENIED',
    });
  });
});

describe('a draft that is discarded leaves', () => {
  test('no root where there was none', async () => {
    const parent = temporaryFolder();
    const draft = await begun(storeIn(join(parent, 'srv', 'images')));
    expect(existsSync(join(parent, 'srv', 'images', '.simplestreams'))).toBe(true);
    await draft.discard();
    await draft.discard();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('what others have put there', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'notes'), '');
    await (await begun(storeIn(folder))).discard();
    expect(readdirSync(folder)).toEqual(['notes']);
    const store = storeIn(folder);
    await store.replace(head, bytes('head'), undefined, mutable);
    await (await begun(storeIn(folder))).discard();
    expect(readdirSync(join(folder, '.simplestreams')).sort()).toEqual(['lock', 'tmp']);
  });

  test('a root that another run, which found its folders there, can go on writing to', async () => {
    const folder = join(temporaryFolder(), 'root');
    const draft = await begun(storeIn(folder));
    const other = storeIn(folder);
    await other.guarantees(image, bytes(''), immutable);
    await draft.discard();
    expect(existsSync(folder)).toBe(false);
    expect(await other.create(image, text, immutable)).toBe('created');
    expect(await other.replace(head, bytes('head'), undefined, mutable)).toMatchObject({
      outcome: 'replaced',
    });
    expect(readFileSync(join(folder, head), 'utf8')).toBe('head');
  });
});
