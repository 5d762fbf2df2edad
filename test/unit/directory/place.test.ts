import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../../src/adapters/directory/place.ts';
import { joinPath } from '../../../src/core/path.ts';
import { temporaryFolder } from './temporary-folder.ts';

const path = joinPath('streams', 'v1', 'index.json');

function rootWith(fill: (root: string, outside: string) => void): string {
  const folder = temporaryFolder();
  const [root, outside] = [join(folder, 'images'), join(folder, 'images-of-others')];
  for (const each of [root, outside]) mkdirSync(each);
  writeFileSync(join(outside, 'index.json'), 'outside');
  fill(root, outside);
  return root;
}

describe('the place of an object', () => {
  test('is told whether or not anything is there', async () => {
    const root = rootWith(() => undefined);
    expect(await placeOf(root, path)).toEqual({ root, file: join(root, 'streams/v1/index.json') });
    const missing = join(root, 'no', 'such');
    expect(await placeOf(missing, path)).toEqual({ root: missing, file: join(missing, path) });
  });

  test('follows links inside of the root, and the root when it is one', async () => {
    const root = rootWith((folder) => {
      mkdirSync(join(folder, 'v1'));
      symlinkSync('.', join(folder, 'streams'));
      symlinkSync(folder, join(folder, '..', 'link'));
    });
    const expected = { root, file: join(root, 'v1', 'index.json') };
    expect(await placeOf(root, path)).toEqual(expected);
    expect(await placeOf(join(root, '..', 'link'), path)).toEqual(expected);
  });

  test.each([
    ['a folder', 'streams', '.'],
    ['a folder, relatively', 'streams', '../images-of-others'],
    ['a file', 'file', 'index.json'],
    ['the folder above', 'streams', '..'],
  ])('is refused when %s on the way leads out of the root', async (_what, name, target) => {
    const root = rootWith((folder, outside) => {
      symlinkSync(target.startsWith('..') ? target : join(outside, target), join(folder, name));
    });
    const placed = placeOf(root, name === 'file' ? joinPath('file') : path);
    await expect(placed).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining(`${join(root, name)} is a symbolic link to`),
    });
  });

  test('is refused when a link leads nowhere, for it may lead out of the root tomorrow', async () => {
    const root = rootWith((folder) => symlinkSync('/nowhere/at/all', join(folder, 'streams')));
    await expect(placeOf(root, path)).rejects.toThrow(
      `${join(root, 'streams')} is a symbolic link`,
    );
  });
});
