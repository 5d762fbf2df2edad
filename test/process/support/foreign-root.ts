import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, removed after it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-check-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a root of another tool into a new folder: documents by path below `streams/v1`. */
export async function writeRoot(
  root: string,
  documents: Readonly<Record<string, unknown>>,
): Promise<void> {
  const streams = join(root, 'streams/v1');
  await mkdir(streams, { recursive: true });
  for (const [name, document] of Object.entries(documents)) {
    await writeFile(join(streams, name), JSON.stringify(document, null, 1));
  }
}
