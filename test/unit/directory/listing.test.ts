import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import { bytes, head, image, immutable } from '../../contract/store-fixture.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import { asOrdinaryUser } from './another-user.ts';
import { temporaryFolder } from './temporary-folder.ts';

function storeIn(folder: string) {
  return directoryStore({ folder, singleWriter: false });
}

function put(folder: string, ...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
}

async function listed(folder: string): Promise<readonly string[]> {
  return (await storeIn(folder).list()).objects.map(({ path }) => path);
}

describe('the list of a folder', () => {
  test('has nothing of what the store itself needs, nor of what a root below needs', async () => {
    const folder = temporaryFolder();
    await storeIn(folder).create(image, bytesSource(bytes('image')), immutable);
    put(folder, 'daily/.simplestreams/lock/lock.1', 'daily/page');
    put(folder, '.simplestreams.txt', 'a.simplestreams/x');
    expect(await listed(folder)).toEqual([
      '.simplestreams.txt',
      'a.simplestreams/x',
      image,
      'daily/page',
    ]);
  });

  test('has no symbolic links, and nothing they lead to: a root may name it by the link', async () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    put(outside, 'secret');
    put(folder, 'data/alpine/rootfs', 'data/alpine2/rootfs', 'data/one', 'two', 'plain');
    symlinkSync('data/alpine', join(folder, 'alpine'));
    symlinkSync(join(folder, 'two'), join(folder, 'data', 'link'));
    symlinkSync(outside, join(folder, 'outside'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    symlinkSync('loop', join(folder, 'loop'));
    expect(await listed(folder)).toEqual(['data/alpine2/rootfs', 'data/one', 'plain']);
  });

  test('has every file once when a link leads to the root itself', async () => {
    const folder = temporaryFolder();
    put(folder, 'data/one');
    symlinkSync('..', join(folder, 'data', 'up'));
    expect(await listed(folder)).toEqual(['data/one']);
  });

  test('is that of the folder a link leads to, where the root is one', async () => {
    const [folder, parent] = [temporaryFolder(), temporaryFolder()];
    put(folder, head);
    symlinkSync(folder, join(parent, 'images'));
    expect(await listed(join(parent, 'images'))).toEqual([head]);
  });

  test('has files only: no pipe, and no empty folder', async () => {
    const folder = temporaryFolder();
    put(folder, 'one');
    mkdirSync(join(folder, 'empty', 'folder'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await listed(folder)).toEqual(['one']);
  });

  test('names the folder that may not be read, and has no part of the rest', async () => {
    const folder = temporaryFolder();
    put(folder, 'one', 'kept/secret/two');
    chmodSync(join(folder, 'kept', 'secret'), 0);
    onTestFinished(() => chmodSync(join(folder, 'kept', 'secret'), 0o755));
    asOrdinaryUser(folder);
    await expect(storeIn(folder).list()).rejects.toMatchObject({
      name: 'StoreError',
      code: 'STORE_DENIED',
      message: expect.stringContaining(
        `cannot list ${folder}: EACCES at ${join(folder, 'kept', 'secret')}`,
      ),
    });
  });

  test('says so when the root is a file', async () => {
    const folder = temporaryFolder();
    put(folder, 'images');
    await expect(storeIn(join(folder, 'images')).list()).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining(`cannot list ${join(folder, 'images')}: ENOTDIR`),
    });
  });
});
