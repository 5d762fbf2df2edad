import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Everything below a folder, by path: a file as its size, digest, inode and time of writing, a folder as `folder`.
 * Two equal trees mean that nothing was written in between, not even the same bytes again.
 */
export async function treeOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const tree: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    tree[path.slice(folder.length + 1)] = entry.isDirectory() ? 'folder' : await fileAt(path);
  }
  return tree;
}

async function fileAt(path: string): Promise<string> {
  const { size, ino, mtimeMs } = await stat(path);
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return `${size} bytes ${digest} inode ${ino} written ${mtimeMs}`;
}
