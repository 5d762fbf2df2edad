import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lets time pass for a root in a folder: everything in it was stored, and noted, so many hours earlier. */
export async function hoursPass(root: string, hours: number): Promise<void> {
  const milliseconds = hours * 60 * 60 * 1000;
  const notes = join(root, 'streams/v1/prune.json');
  const text = await readFile(notes, 'utf8').catch(() => undefined);
  if (text !== undefined) await writeFile(notes, earlier(text, milliseconds));
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { atime, mtimeMs } = await stat(path);
    await utimes(path, atime, new Date(mtimeMs - milliseconds));
  }
}

function earlier(notes: string, milliseconds: number): string {
  return notes.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) =>
    new Date(Date.parse(time) - milliseconds).toISOString(),
  );
}
