import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ImageFilesOptions, imageFiles } from '../../../src/adapters/images/image-files.ts';
import { InputError } from '../../../src/core/error.ts';
import type { OpenImage } from '../../../src/ports.ts';

/** An empty folder for the test that runs, removed when it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'images-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A file of its own in a folder of its own; returns its path. It is old, so that a write shows in its mtime even
 * within one tick of the file system's clock.
 */
export async function fileOf(bytes: Uint8Array, name = 'image'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  await utimes(path, 1e9, 1e9);
  return path;
}

/** Image files that are closed when the test ends. */
export function testImages(options: ImageFilesOptions = {}) {
  const images = imageFiles(options);
  onTestFinished(() => images.close());
  return images;
}

/** What `bytes` in a file are recognised as. */
export async function recognised(bytes: Uint8Array): Promise<OpenImage['facts']> {
  const [image] = await testImages().open([await fileOf(bytes)]);
  if (image === undefined) throw new Error('one file was opened');
  return image.facts;
}

/** The problems with which the file of these `bytes` is refused, its path left out. */
export async function refusal(bytes: Uint8Array): Promise<string> {
  const path = await fileOf(bytes);
  const error = await inputErrorOf(testImages().open([path]));
  if (error.code !== 'IMAGE_INVALID') throw error;
  return error.message.replaceAll(`${path} `, '');
}

/** The InputError that `work` fails with. */
export async function inputErrorOf(work: Promise<unknown>): Promise<InputError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error;
  throw error ?? new Error('nothing was refused');
}
