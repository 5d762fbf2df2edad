import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { link as hardLink, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { lockFile } from '../../../src/adapters/directory/lock-file.ts';
import type { Link } from '../../../src/adapters/directory/naming.ts';
import { currentOwner, formatOwner } from '../../../src/adapters/directory/owner.ts';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import { joinPath } from '../../../src/core/path.ts';
import { bytes, head, image, immutable, mutable, textAt } from '../../contract/store-fixture.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

const source = bytesSource(bytes('image'));
/** Beside {@link image}, and never there: to remove it removes the folder when nothing else lies in it. */
const beside = joinPath('alpine', '3.22', 'amd64', '20261120_1504', 'nothing');

function storeIn(folder: string, link?: Link) {
  return directoryStore({ folder, singleWriter: false }, link);
}

describe('removing from a folder', () => {
  test('takes the folders along in which nothing lies any more, and no others', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const other = joinPath('alpine', '3.21', 'readme');
    for (const path of [image, other]) await store.create(path, source, immutable);
    await store.remove(image);
    expect(readdirSync(join(folder, 'alpine'))).toEqual(['3.21']);
    await store.remove(other);
    expect(readdirSync(folder)).toEqual(['.simplestreams']);
  });

  test('never takes the root or its streams/v1', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const below = joinPath('streams', 'v1', 'old', 'x');
    for (const path of [head, below]) await store.create(path, source, immutable);
    await store.remove(below);
    await store.remove(head);
    expect(readdirSync(join(folder, 'streams', 'v1'))).toEqual([]);
    const bare = temporaryFolder();
    writeFileSync(join(bare, 'index.html'), '');
    expect(await storeIn(bare).remove(joinPath('index.html'))).toBe('removed');
    expect(readdirSync(bare)).toEqual([]);
  });

  test('makes nothing where no root is', async () => {
    const folder = join(temporaryFolder(), 'images');
    expect(await storeIn(folder).remove(image)).toBe('removed');
    expect(existsSync(folder)).toBe(false);
  });

  test('removes what a run has left that was ended between file and folder', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    mkdirSync(join(folder, image, '..'), { recursive: true });
    await store.remove(image);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses what is no object, and what is reached by a link', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.create(image, source, immutable);
    symlinkSync('alpine', join(folder, 'latest'));
    symlinkSync(join('alpine', '3.22'), join(folder, 'file'));
    for (const path of ['alpine', 'file', image.replace('alpine', 'latest')]) {
      await expect(store.remove(joinPath(path))).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringContaining(join(folder, path)),
      });
    }
    expect(await textAt(store, image)).toBe('image');
  });
});

describe('another writer, whose folder is removed between making it and naming a file in it', () => {
  test('makes it again when it creates', async () => {
    const folder = temporaryFolder();
    let raced = 0;
    const store = storeIn(folder, async (copy, place) => {
      if (place === join(folder, image) && ++raced <= 3) await storeIn(folder).remove(beside);
      await hardLink(copy, place);
    });
    expect(await store.create(image, source, immutable)).toBe('created');
    expect(raced).toBe(4);
    expect(await textAt(store, image)).toBe('image');
  });

  test('makes it again when it copies', async () => {
    const [folder, origin] = [temporaryFolder(), storeIn(temporaryFolder())];
    await origin.create(head, source, immutable);
    let raced = 0;
    const store = storeIn(folder, async (copy, place) => {
      if (place === join(folder, image) && ++raced <= 3) await storeIn(folder).remove(beside);
      await hardLink(copy, place);
    });
    const from = { store: origin, path: head };
    expect(await store.copy(from, image, source, immutable)).toBe('created');
    expect(raced).toBe(4);
  });

  test('makes it again when it replaces what is not there, after it has waited for the lock', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const locks = join(folder, '.simplestreams', 'lock');
    mkdirSync(locks, { recursive: true });
    writeFileSync(lockFile(locks, 1), formatOwner(currentOwner()));
    const replacing = store.replace(image, bytes('notes'), undefined, mutable);
    while (!existsSync(join(folder, image, '..'))) await sleep(5);
    await storeIn(folder).remove(beside);
    expect(existsSync(join(folder, 'alpine'))).toBe(false);
    writeFileSync(join(folder, 'free'), 'free');
    await rename(join(folder, 'free'), lockFile(locks, 1));
    expect(await replacing).toMatchObject({ outcome: 'replaced' });
    expect(await textAt(store, image)).toBe('notes');
  });

  test('gives up when its own file is gone', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder, async (copy, place) => {
      if (place === join(folder, image)) await rm(copy);
      await hardLink(copy, place);
    });
    await expect(store.create(image, source, immutable)).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining(`cannot write ${join(folder, image)}`),
    });
  });

  test('loses nothing beside one that removes all the time', async () => {
    const folder = temporaryFolder();
    const names = Array.from({ length: 60 }, (_, n) => joinPath('alpine', `${n % 3}`, `${n}`));
    let done = false;
    const removing = (async () => {
      const store = storeIn(folder);
      for (let n = 0; !done; n += 1) await store.remove(joinPath('alpine', `${n % 3}`, 'nothing'));
    })();
    const store = storeIn(folder);
    for (const path of names) {
      expect(await store.create(path, source, immutable)).toBe('created');
      expect(await store.remove(path)).toBe('removed');
      const made = await store.replace(path, bytes('notes'), undefined, mutable);
      expect(made.outcome).toBe('replaced');
      expect(await store.remove(path)).toBe('removed');
    }
    done = true;
    await removing;
  });
});
