import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  copyFile,
  link,
  mkdir,
  readdir,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tarball } from '../../fakes/tarball.ts';
import { fileOf, inputErrorOf, temporaryFolder, testImages } from './files.ts';
import { qcow2, squashfs } from './headers.ts';

const root = process.getuid?.() === 0;
const unix = process.platform !== 'win32';

/** How many descriptors this process has; Linux alone tells. */
async function openDescriptors(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}

describe('opening image files', () => {
  test('tells their paths as written, sizes and kinds, in order', async () => {
    const [disk, files] = [await fileOf(qcow2()), await fileOf(squashfs(), 'disk.qcow2')];
    expect(await testImages().open([disk, files])).toEqual([
      { path: disk, size: 512, facts: { kind: 'qcow2' } },
      { path: files, size: 4096, facts: { kind: 'squashfs' } },
    ]);
  });

  test('follows a symbolic link to a regular file', async () => {
    const path = join(await temporaryFolder(), 'link');
    await symlink(await fileOf(squashfs()), path);
    expect(await testImages().open([path])).toMatchObject([{ path, facts: { kind: 'squashfs' } }]);
  });

  test('reports every file that is bad, at once', async () => {
    const folder = await temporaryFolder();
    const at = (name: string) => join(folder, name);
    const [missing, empty, text, backed] = [at('missing'), at('empty'), at('text'), at('backed')];
    await writeFile(empty, '');
    await writeFile(text, 'BZh9');
    await writeFile(backed, qcow2({ backingOffset: 1n, virtualSize: 0n }));
    const paths = [missing, await fileOf(squashfs()), folder, empty, text, backed];
    const error = await inputErrorOf(testImages().open(paths));
    expect(error.code).toBe('IMAGE_INVALID');
    expect(error.problems).toEqual([
      expect.stringMatching(`^${missing} is not there: no such file`),
      expect.stringMatching(`^${folder} is a folder`),
      expect.stringMatching(`^${empty} is empty`),
      expect.stringMatching(`^${text} is bzip2-compressed; expected .*; recompress it with xz`),
      expect.stringMatching(`^${backed} is a qcow2 with a backing file`),
      expect.stringMatching(`^${backed} is a qcow2 of virtual size 0`),
    ]);
  });

  test('keeps the cause of the only problem', async () => {
    const error = await inputErrorOf(testImages().open(['/nowhere/image']));
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
  });

  test('refuses the same file given twice, under any name', async () => {
    const path = await fileOf(squashfs());
    await link(path, `${path}.hard`);
    await symlink(path, `${path}.soft`);
    const error = await inputErrorOf(
      testImages().open([path, path, `${path}.hard`, `${path}.soft`]),
    );
    expect(error.problems).toEqual([
      `${path} is given twice; give every file once`,
      `${path}.hard is the same file as ${path}; give every file once`,
      `${path}.soft is the same file as ${path}; give every file once`,
    ]);
  });

  test.runIf(unix)('does not wait for the writer of a FIFO', async () => {
    const path = join(await temporaryFolder(), 'fifo');
    execFileSync('mkfifo', [path]);
    const error = await inputErrorOf(testImages().open([path]));
    expect(error.message).toMatch(/is a FIFO; expected a regular file/);
  });

  test.runIf(unix)('refuses a device, behind a symbolic link too', async () => {
    const path = join(await temporaryFolder(), 'zero');
    await symlink('/dev/zero', path);
    const error = await inputErrorOf(testImages().open(['/dev/null', path]));
    expect(error.problems).toEqual([
      expect.stringMatching(/^\/dev\/null is a device/),
      expect.stringMatching(/zero is a device; expected a regular file/),
    ]);
  });

  test.runIf(unix)('says when a file may not be read', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'secret');
    await writeFile(path, squashfs(), { mode: 0 });
    await chmod(folder, 0o755);
    // To root every file is readable.
    if (root) process.seteuid?.(65_534);
    const opening = inputErrorOf(testImages().open([path]));
    const error = await opening.finally(() => root && process.seteuid?.(0));
    expect(error.message).toMatch(/secret may not be read: permission denied/);
  });

  test.runIf(process.platform === 'linux')('closes everything when one file is bad', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'sub'));
    const good = await fileOf(squashfs());
    const metadata = await fileOf(tarball([{ name: 'other' }]));
    const before = await openDescriptors();
    await inputErrorOf(testImages().open([good, join(folder, 'sub'), metadata, good]));
    expect(await openDescriptors()).toBe(before);
  });

  test.runIf(process.platform === 'linux')(
    'keeps one descriptor for each, until close',
    async () => {
      const paths = [await fileOf(squashfs()), await fileOf(qcow2())];
      const images = testImages();
      const before = await openDescriptors();
      await images.open(paths);
      expect(await openDescriptors()).toBe(before + 2);
      await images.close();
      await images.close();
      expect(await openDescriptors()).toBe(before);
    },
  );

  test.runIf(process.platform === 'linux')(
    'keeps only so many descriptors, and reads every file all the same',
    async () => {
      const contents = Array.from({ length: 7 }, (_, n) => squashfs({ size: 8192 + n }));
      const paths = await Promise.all(contents.map((bytes) => fileOf(bytes)));
      const images = testImages({ mostIdle: 2 });
      const before = await openDescriptors();
      const opened = await images.open(paths);
      expect(await openDescriptors()).toBe(before + 2);
      const hashed = await images.hash(opened, { metadata: undefined, md5: false });
      const read = await Promise.all(
        hashed.map(async ({ size, read }) => {
          const halves = [new Uint8Array(4096), new Uint8Array(size - 4096)] as const;
          await Promise.all([read(0, halves[0]), read(4096, halves[1])]);
          return Buffer.concat(halves);
        }),
      );
      expect(read.map((bytes, n) => bytes.equals(contents[n] ?? bytes.subarray(1)))).toEqual(
        contents.map(() => true),
      );
      expect(await openDescriptors()).toBe(before + 2);
      await images.close();
      expect(await openDescriptors()).toBe(before);
    },
  );

  test.each<[string, (path: string) => Promise<void>, RegExp]>([
    ['gone', (path) => rm(path), /changed during the run: it is not there any more/],
    [
      'another one of the same bytes',
      async (path) => {
        await copyFile(path, `${path}.new`);
        await utimes(`${path}.new`, 1e9, 1e9);
        await rename(`${path}.new`, path);
      },
      /changed during the run: another file is there now/,
    ],
    ['longer', (path) => appendFile(path, 'x'), /changed during the run: 4096 bytes became 4097/],
  ])('refuses a file that it opens again and that is %s', async (_, change, message) => {
    const [path, other] = [await fileOf(squashfs()), await fileOf(qcow2())];
    const images = testImages({ mostIdle: 1 });
    const opened = await images.open([path, other]);
    await change(path);
    const error = await inputErrorOf(images.hash(opened, { metadata: undefined, md5: false }));
    expect(error).toMatchObject({ code: 'FILE_CHANGED', message: expect.stringMatching(message) });
    expect(error.message).toContain(path);
  });

  test('throws the reason of an aborted signal', async () => {
    const signal = AbortSignal.abort(new Error('stop'));
    const opening = testImages({ signal }).open([await fileOf(squashfs())]);
    await expect(opening).rejects.toThrow('stop');
  });
});
