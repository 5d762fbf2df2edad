import { appendFileSync, chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import { image, immutable } from '../../contract/store-fixture.ts';
import { pattern, sourceInParts } from '../../contract/synthetic-source.ts';
import { asOrdinaryUser } from './another-user.ts';
import { temporaryFolder } from './temporary-folder.ts';

const large = sourceInParts(pattern(6 << 20));

/** Reads all of the object, and does `meanwhile` after the first bytes of it. */
async function readWhile(
  meanwhile: (file: string) => void,
  prepare: (file: string, folder: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<{ readonly failure: unknown; readonly count: number; readonly file: string }> {
  const folder = temporaryFolder();
  const store = directoryStore({ folder, singleWriter: false, signal });
  await store.create(image, large, immutable);
  const file = join(folder, image);
  prepare(file, folder);
  let count = 0;
  try {
    for await (const chunk of store.stream(image)) {
      if (count === 0) meanwhile(file);
      count += chunk.length;
    }
    return { failure: undefined, count, file };
  } catch (failure) {
    return { failure, count, file };
  }
}

describe('the stream of a file', () => {
  test('tells when the file becomes shorter or longer', async () => {
    for (const change of [
      (file: string) => truncateSync(file, 3 << 20),
      (file: string) => appendFileSync(file, 'more'),
    ]) {
      const { failure, count, file } = await readWhile(change);
      expect(failure).toMatchObject({ name: 'StoreError', code: 'STORE_FAILED' });
      expect(String(failure)).toContain(`${file} changed while its ${large.size} bytes were read`);
      expect(count).toBeLessThanOrEqual(large.size);
    }
  });

  test('ends with the run', async () => {
    const ending = new AbortController();
    const reason = new Error('SIGTERM');
    const end = () => ending.abort(reason);
    const { failure, count } = await readWhile(end, undefined, ending.signal);
    expect(failure).toBe(reason);
    expect(count).toBeLessThan(large.size);
  });

  test('tells that the file may not be read', async () => {
    const { failure, file } = await readWhile(
      () => undefined,
      (path, folder) => {
        chmodSync(path, 0);
        asOrdinaryUser(folder);
      },
    );
    expect(failure).toMatchObject({ name: 'StoreError', code: 'STORE_DENIED' });
    expect(String(failure)).toContain(`cannot read ${file}: EACCES`);
  });

  test('tells that it is no file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, image), { recursive: true });
    const bytes = directoryStore({ folder, singleWriter: false }).stream(image);
    await expect(bytes[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining(`${join(folder, image)} is not a regular file`),
    });
  });
});
