import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { directoryStore } from '../../../src/adapters/directory-store.ts';
import { imageFolder } from '../../../src/core/root.ts';
import type { Draft } from '../../../src/ports/store.ts';
import type { DraftOf } from '../../../src/ports.ts';
import { fileOf, testImages } from './files.ts';
import { squashfs } from './headers.ts';

const MiB = 2 ** 20;
const wanted = { metadata: undefined, md5: false };
const folder = imageFolder({ os: 'alpine', release: '3.22', arch: 'amd64', variant: undefined });

/** A squashfs without two alike pieces of 4 KiB next to each other. */
function large(size = 48 * MiB): Uint8Array {
  const bytes = squashfs({ size });
  for (let at = 4096; at < size; at += 4096) bytes[at] = Math.floor(at / 4096) % 251;
  return bytes;
}

/** A draft that keeps what it takes. */
function kept(): Draft & { readonly pieces: Uint8Array[]; discarded: number } {
  return {
    pieces: [],
    discarded: 0,
    async write(bytes) {
      await sleep(1);
      this.pieces.push(Uint8Array.from(bytes));
    },
    async discard() {
      this.discarded += 1;
    },
  };
}

/** A root that is not there yet, and what begins drafts in it. */
async function newRoot(): Promise<{ readonly parent: string; readonly draftOf: DraftOf }> {
  const parent = await mkdtemp(join(tmpdir(), 'drafts-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const store = directoryStore({ folder: join(parent, 'root'), singleWriter: false });
  return { parent, draftOf: async ({ size }) => store.draft?.(folder, size) };
}

describe('while a file is hashed', () => {
  test('a draft takes the same bytes in order, if the file is large', async () => {
    const images = testImages();
    const bytes = large(50 * MiB + 3);
    const files = await images.open([await fileOf(bytes), await fileOf(squashfs())]);
    const draft = kept();
    const asked: unknown[] = [];
    const [file, small] = await images.hash(files, wanted, undefined, async (image) => {
      asked.push(image);
      return draft;
    });
    expect(asked).toEqual([files[0]]);
    expect(Buffer.concat(draft.pieces).equals(bytes)).toBe(true);
    expect(file?.draft).toBe(draft);
    expect(small?.draft).toBeUndefined();
    await images.close();
    expect(draft.discarded).toBe(1);
  });

  test('no more is read than a slow draft leaves room for', async () => {
    const images = testImages();
    const files = await images.open([await fileOf(large(80 * MiB))]);
    let [under, most] = [0, 0];
    let release = () => {};
    const stalled = new Promise<void>((resolve) => {
      release = resolve;
    });
    const draft: Draft = {
      ...kept(),
      async write(bytes) {
        under += bytes.length;
        most = Math.max(most, under);
        await stalled;
        under -= bytes.length;
      },
    };
    const hashing = images.hash(files, wanted, undefined, async () => draft);
    await sleep(500);
    expect(most).toBeLessThanOrEqual(32 * MiB);
    release();
    await hashing;
  });

  test.for<[string, (path: string) => Promise<void>]>([
    ['written to', (path) => overwrite(path)],
    ['cut', (path) => overwrite(path, 20 * MiB)],
  ])('a file that is %s is refused, and nothing of it stays', async ([, change]) => {
    const { parent, draftOf } = await newRoot();
    const images = testImages();
    const path = await fileOf(large());
    const files = await images.open([path]);
    let seen = 0;
    let changing: Promise<void> | undefined;
    const onBytes = (count: number) => {
      seen += count;
      changing ??= change(path);
    };
    const hashing = images.hash(files, wanted, onBytes, draftOf);
    await expect(hashing).rejects.toMatchObject({ code: 'FILE_CHANGED' });
    await changing;
    expect(seen).toBeGreaterThan(0);
    expect(await readdir(join(parent, 'root', '.simplestreams', 'tmp'))).toHaveLength(1);
    await images.close();
    expect(await readdir(parent)).toEqual([]);
  });

  test('the end of the run is the end of its drafts', async () => {
    const { parent, draftOf } = await newRoot();
    const ending = new AbortController();
    const images = testImages({ signal: ending.signal });
    const files = await images.open([await fileOf(large())]);
    const hashing = images.hash(files, wanted, () => ending.abort(new Error('SIGTERM')), draftOf);
    await expect(hashing).rejects.toThrow('SIGTERM');
    await images.close();
    expect(await readdir(parent)).toEqual([]);
  });
});

async function overwrite(path: string, size?: number): Promise<void> {
  const handle = await open(path, 'r+');
  if (size === undefined) await handle.write('x', 200);
  else await handle.truncate(size);
  await handle.close();
}
