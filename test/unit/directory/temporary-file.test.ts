import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentOwner, formatOwner } from '../../../src/adapters/directory/owner.ts';
import {
  sweepTemporaryFiles,
  withTemporaryFile,
} from '../../../src/adapters/directory/temporary-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const owner = currentOwner();

test('a temporary file is there while it is used, and gone afterwards', async () => {
  const folder = temporaryFolder();
  const text = await withTemporaryFile(
    folder,
    owner,
    (file) => file.writeFile('text'),
    (path) => readFile(path, 'utf8'),
  );
  expect(text).toBe('text');
  expect(readdirSync(folder)).toEqual([]);
});

test('a temporary file that was moved away stays there', async () => {
  const folder = temporaryFolder();
  await withTemporaryFile(
    folder,
    owner,
    async () => undefined,
    async (path) => renameSync(path, join(folder, 'final')),
  );
  expect(readdirSync(folder)).toEqual(['final']);
});

test('a temporary file is removed when filling or using it fails', async () => {
  const folder = temporaryFolder();
  const failure = new Error('no');
  const fail = () => Promise.reject(failure);
  await expect(withTemporaryFile(folder, owner, fail, async () => 1)).rejects.toBe(failure);
  await expect(withTemporaryFile(folder, owner, async () => undefined, fail)).rejects.toBe(failure);
  expect(readdirSync(folder)).toEqual([]);
});

test('a sweep removes what dead processes left, and what is a day old and cannot be judged', async () => {
  const folder = temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const elsewhere = { ...owner, boot: '00000000-0000-4000-8000-000000000000' };
  const names = {
    dead: `${formatOwner({ ...owner, pid })}.1`,
    mine: `${formatOwner(owner)}.2`,
    foreign: `${formatOwner(elsewhere)}.3`,
    forsaken: `${formatOwner(elsewhere)}.4`,
    other: 'notes.txt',
  };
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const name of Object.values(names)) writeFileSync(join(folder, name), '');
  for (const name of [names.forsaken, names.other]) utimesSync(join(folder, name), old, old);
  await sweepTemporaryFiles(folder, owner);
  expect(readdirSync(folder).sort()).toEqual([names.mine, names.foreign, names.other].sort());
});
