import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeJsonFile } from '../../../src/faces/json-file.ts';
import { folder } from './support/settings.ts';

test.each(['new.json', 'old.json', 'deep/er/new.json'])('%s has the value afterwards', (path) => {
  const cwd = folder({ 'old.json': 'old' });
  writeJsonFile(path, cwd, { a: [1] });
  expect(JSON.parse(readFileSync(join(cwd, path), 'utf8'))).toEqual({ a: [1] });
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a link stays a link', () => {
  const cwd = folder({ 'old.json': 'old' });
  symlinkSync('old.json', join(cwd, 'link.json'));
  writeJsonFile('link.json', cwd, 'new');
  expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe('"new"\n');
});

test.each(['.', '/dev/null', 'file/below'])('%s is left alone', (path) => {
  const cwd = folder({ file: '' });
  expect(() => writeJsonFile(path, cwd, 'new')).toThrow();
  expect(readdirSync(cwd)).toEqual(['file']);
});
