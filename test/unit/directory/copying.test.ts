import { readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import type { Source } from '../../../src/ports/store.ts';
import { bytes, head, image, immutable, textAt } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

const text = bytesSource(bytes('image'));

async function twoRoots(source: Source, signal?: AbortSignal) {
  const [origin, folder] = [temporaryFolder(), temporaryFolder()];
  const store = directoryStore({ folder: origin, singleWriter: false });
  await store.create(image, source, immutable);
  const other = directoryStore({ folder, singleWriter: false, signal });
  return { origin, folder, other, from: { store, path: image } };
}

function leftovers(folder: string): readonly string[] {
  return readdirSync(join(folder, '.simplestreams', 'tmp'));
}

describe('a copy from another folder', () => {
  test('is a file of its own that a web server can read, whatever the umask', async () => {
    const { origin, folder, other, from } = await twoRoots(text);
    const umask = process.umask(0o077);
    onTestFinished(() => void process.umask(umask));
    expect(await other.copy(from, image, text, immutable)).toBe('created');
    const [copy, first] = [statSync(join(folder, image)), statSync(join(origin, image))];
    expect(copy.mode & 0o777).toBe(0o644);
    expect([copy.nlink, first.nlink]).toEqual([1, 1]);
    expect(leftovers(folder)).toEqual([]);
  });

  test('of bytes that are not those any more is impossible, and leaves nothing', async () => {
    const large = sourceInParts(pattern(9 << 20));
    for (const spoil of [
      (file: string) => writeFileSync(file, pattern(9 << 20, 1)),
      (file: string) => truncateSync(file, 5 << 20),
    ]) {
      const { origin, folder, other, from } = await twoRoots(large);
      spoil(join(origin, image));
      expect(await other.copy(from, image, large, immutable)).toBe('impossible');
      expect(await other.stat(image)).toBeUndefined();
      const made = readdirSync(folder).includes('.simplestreams');
      expect(made ? leftovers(folder) : []).toEqual([]);
    }
  });

  test('ends with the run', async () => {
    const large = sourceInParts(pattern(9 << 20));
    const ending = new AbortController();
    const { folder, other, from } = await twoRoots(large, ending.signal);
    const reason = new Error('SIGTERM');
    ending.abort(reason);
    await expect(other.copy(from, image, large, immutable)).rejects.toBe(reason);
    expect(await other.stat(image)).toBeUndefined();
    expect(leftovers(folder)).toEqual([]);
  });

  test('says so when something else than a file lies there', async () => {
    const { origin, other, from } = await twoRoots(text);
    symlinkSync('/etc/hostname', join(origin, 'outside'));
    for (const path of ['alpine', 'outside'] as const) {
      const place = { ...from, path: head.replace(head, path) as typeof head };
      await expect(other.copy(place, image, text, immutable)).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringContaining(join(origin, path)),
      });
    }
  });

  test('is made by a single writer without hard links too', async () => {
    const { from } = await twoRoots(text);
    const other = directoryStore({ folder: temporaryFolder(), singleWriter: true }, () =>
      Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'link' })),
    );
    expect(await other.copy(from, image, text, immutable)).toBe('created');
    expect(await textAt(other, image)).toBe('image');
  });
});
