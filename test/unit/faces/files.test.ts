import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expandFiles } from '../../../src/faces/files.ts';
import { folder } from './support/settings.ts';

function images(): string {
  const cwd = folder({
    'b.tar': '',
    'a.tar': '',
    'c.squashfs': '',
    '[x].tar': '',
    '.hidden.tar': '',
  });
  mkdirSync(join(cwd, 'sub'));
  writeFileSync(join(cwd, 'sub', 'd.tar'), '');
  symlinkSync('a.tar', join(cwd, 'link.img'));
  symlinkSync('nowhere', join(cwd, 'broken.img'));
  return cwd;
}

test.each([
  [['c.squashfs'], ['c.squashfs']],
  [['./c.squashfs'], ['./c.squashfs']],
  [['?.tar'], ['a.tar', 'b.tar']],
  [
    ['c.squashfs', '{b,a}.tar'],
    ['c.squashfs', 'a.tar', 'b.tar'],
  ],
  [
    ['b.tar', '?.tar', './a.tar'],
    ['b.tar', 'a.tar'],
  ],
  [['[x].tar'], ['[x].tar']],
  [['**/d.tar'], ['sub/d.tar']],
  [['sub/../a.tar', 'a.tar'], ['sub/../a.tar']],
  [['link.*'], ['link.img']],
  [['sub'], ['sub']],
])('%j means %j', async (patterns, files) => {
  const none: string[] = [];
  const found = await expandFiles(patterns, images(), (pattern) => none.push(pattern));
  expect(none).toEqual([]);
  expect(found).toEqual(files);
});

test('an absolute pattern means absolute paths', async () => {
  const cwd = images();
  const found = await expandFiles([join(cwd, '?.tar')], '/', expect.unreachable);
  expect(found).toEqual([join(cwd, 'a.tar'), join(cwd, 'b.tar')]);
});

test.each([
  ['missing.tar', 'there is no such file'],
  ['broken.img', 'there is no such file'],
  ['*.qcow2', 'the pattern matches no file'],
  ['s?b', 'the pattern matches no file'],
])('%s means nothing: %s', async (pattern, why) => {
  const none: string[][] = [];
  const found = await expandFiles(['a.tar', pattern], images(), (...what) => none.push(what));
  expect(none).toEqual([[pattern, why]]);
  expect(found).toEqual(['a.tar']);
});
