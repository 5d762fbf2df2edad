import { expect, test } from 'vitest';
import { asStoreError } from '../../../src/adapters/directory/failure.ts';

function failed(code: string): Error {
  return Object.assign(new Error(`${code}: said the system`), {
    code,
    syscall: 'open',
    path: '/srv/images/a',
  });
}

test.each([
  ['EACCES', 'STORE_DENIED', 'permission to read and write'],
  ['EPERM', 'STORE_DENIED', 'permission to read and write'],
  ['EROFS', 'STORE_DENIED', 'mounted read-only'],
  ['ENOSPC', 'STORE_FAILED', 'free some space'],
  ['EDQUOT', 'STORE_FAILED', 'free some space'],
  ['EXDEV', 'STORE_FAILED', 'another file system'],
  ['ENOTDIR', 'STORE_FAILED', 'a file lies where a folder is needed'],
])(
  '%s becomes %s, which tells what was tried, where, and what to do',
  async (code, expected, advice) => {
    const cause = failed(code);
    const failing = asStoreError('write /srv/images/a/b', () => Promise.reject(cause));
    await expect(failing).rejects.toMatchObject({ name: 'StoreError', code: expected, cause });
    await expect(failing).rejects.toThrow(`cannot write /srv/images/a/b: ${code} at /srv/images/a`);
    await expect(failing).rejects.toThrow(advice);
  },
);

test('any other error of the system is told in its own words', async () => {
  const failing = asStoreError('write /srv/images/a/b', () => Promise.reject(failed('EIO')));
  await expect(failing).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: 'cannot write /srv/images/a/b: EIO: said the system',
  });
});

test('what is not an error of the system passes as it is', async () => {
  const bug = new TypeError('a bug');
  await expect(asStoreError('read a', () => Promise.reject(bug))).rejects.toBe(bug);
  expect(await asStoreError('read a', async () => 1)).toBe(1);
});
