import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import { sha256 } from '../../../src/adapters/sha256.ts';
import { joinPath } from '../../../src/core/path.ts';
import type { Source } from '../../../src/ports/store.ts';
import { bytes, head, image, immutable, mutable } from '../../contract/store-fixture.ts';
import { changedAt, pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { asOrdinaryUser } from './another-user.ts';
import { temporaryFolder } from './temporary-folder.ts';

const small = bytesSource(bytes('image'));

function storeIn(folder: string, signal?: AbortSignal) {
  return directoryStore({ folder, singleWriter: false, signal });
}

function leftovers(folder: string): readonly string[] {
  return readdirSync(join(folder, '.simplestreams', 'tmp'));
}

describe('a directory store', () => {
  test('is made by its first write, never by reading', async () => {
    const folder = join(temporaryFolder(), 'srv', 'images');
    const store = storeIn(folder);
    expect(store.url).toBe(folder);
    await store.read(head, 100);
    await store.stat(image);
    expect(existsSync(join(folder, '..'))).toBe(false);
    await store.create(image, small, immutable);
    expect(statSync(join(folder, image)).size).toBe(5);
  });

  test('holds files and folders that a web server can read, whatever the umask', async () => {
    const folder = join(temporaryFolder(), 'srv', 'images');
    const umask = process.umask(0o077);
    onTestFinished(() => void process.umask(umask));
    const store = storeIn(folder);
    await store.create(image, small, immutable);
    await store.replace(head, bytes('head'), undefined, mutable);
    const mode = (path: string) => (statSync(join(folder, path)).mode & 0o7777).toString(8);
    expect([mode(image), mode(head)]).toEqual(['644', '644']);
    expect(['..', '.', 'streams', 'streams/v1', join(image, '..')].map(mode)).toEqual(
      Array(5).fill('755'),
    );
  });

  test('takes the digest of the bytes for their revision', async () => {
    const store = storeIn(temporaryFolder());
    const answer = await store.replace(head, bytes('head'), undefined, mutable);
    expect(answer).toEqual({ outcome: 'replaced', revision: sha256(bytes('head')) });
  });

  test('leaves no temporary file, whatever the outcome', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.create(image, small, immutable);
    await store.create(image, small, immutable);
    await store.replace(head, bytes('one'), undefined, mutable);
    await store.replace(head, bytes('two'), undefined, mutable);
    expect(await store.create(head, small, immutable)).toBe('different');
    const beside = joinPath(`${image}.2`);
    const changed = changedAt(sourceInParts(pattern(100)), 7);
    await expect(store.create(beside, changed, immutable)).rejects.toThrow(join(folder, beside));
    expect(leftovers(folder)).toEqual([]);
  });

  test('stops copying when the run is ended, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const ending = new AbortController();
    const reason = new Error('SIGTERM');
    const large = sourceInParts(pattern(12 * 1024 * 1024));
    let passed = 0;
    const creating = storeIn(folder, ending.signal).create(image, large, immutable, (count) => {
      passed += count;
      ending.abort(reason);
    });
    await expect(creating).rejects.toBe(reason);
    expect(passed).toBeLessThan(large.size);
    expect(existsSync(join(folder, image))).toBe(false);
    expect(leftovers(folder)).toEqual([]);
  });

  test('refuses what is not a regular file, without waiting for it', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    mkdirSync(join(folder, head), { recursive: true });
    mkdirSync(join(folder, image, '..'), { recursive: true });
    execFileSync('mkfifo', [join(folder, image)]);
    for (const path of [head, image]) {
      const refusal = { name: 'StoreError', message: expect.stringContaining(join(folder, path)) };
      await expect(store.read(path, 100)).rejects.toMatchObject(refusal);
      await expect(store.stat(path)).rejects.toMatchObject(refusal);
      await expect(store.create(path, small, immutable)).rejects.toMatchObject(refusal);
    }
  });

  test('says so when a file lies where a folder is needed', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'streams'), '');
    const failing = storeIn(folder).replace(head, bytes('head'), undefined, mutable);
    await expect(failing).rejects.toThrow('a file lies where a folder is needed');
    writeFileSync(join(folder, 'root'), '');
    const rooted = storeIn(join(folder, 'root')).create(image, small, immutable);
    await expect(rooted).rejects.toThrow(`cannot write ${join(folder, 'root', image)}`);
  });

  test('tells a forbidden object from an absent one', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.replace(head, bytes('head'), undefined, mutable);
    await store.create(image, small, immutable);
    chmodSync(join(folder, head), 0);
    chmodSync(join(folder, 'alpine'), 0);
    onTestFinished(() => chmodSync(join(folder, 'alpine'), 0o755));
    asOrdinaryUser(folder);
    await expect(store.read(head, 100)).rejects.toMatchObject({ code: 'STORE_DENIED' });
    await expect(store.stat(image)).rejects.toMatchObject({ code: 'STORE_DENIED' });
  });
});

describe('a directory store on a file system without hard links', () => {
  const without = (code: string) => () =>
    Promise.reject(Object.assign(new Error(`${code}: link`), { code, syscall: 'link' }));

  test.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
    'refuses to write on %s before it reads a source, and tells the ways out',
    async (code) => {
      const folder = temporaryFolder();
      const store = directoryStore({ folder, singleWriter: false }, without(code));
      const unread: Source = { ...small, read: () => Promise.reject(new Error('was read')) };
      for (const write of [
        () => store.create(image, unread, immutable),
        () => store.replace(head, bytes('head'), undefined, mutable),
      ]) {
        await expect(write()).rejects.toMatchObject({ code: 'STORE_NO_COMPARE_AND_SWAP' });
        await expect(write()).rejects.toThrow(folder);
        await expect(write()).rejects.toThrow('`single-writer: true`');
      }
      expect(leftovers(folder)).toEqual([]);
      expect(await store.stat(image)).toBeUndefined();
    },
  );

  test('does not take another failure for that', async () => {
    const store = directoryStore({ folder: temporaryFolder(), singleWriter: true }, without('EIO'));
    await expect(store.create(image, small, immutable)).rejects.toMatchObject({
      code: 'STORE_FAILED',
    });
  });
});
