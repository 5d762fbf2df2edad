import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MemoryStore, memoryStore } from '../../../src/adapters/memory-store.ts';
import { joinPath } from '../../../src/core/path.ts';
import { objectHeaders } from '../../../src/core/root.ts';
import { bytesSource } from '../../fakes/bytes-source.ts';
import type { S3Server } from '../../fakes/s3/server.ts';

/** The objects of a root in a folder, to be looked at. */
export async function storedInFolder(root: string): Promise<MemoryStore> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const objects = await Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, Uint8Array]> => {
      const place = join(parentPath, name);
      return [place.slice(root.length + 1), await readFile(place)];
    }),
  );
  return storeOf(objects.filter(([path]) => !path.startsWith('.simplestreams/')));
}

/** The objects below a prefix on a server. */
export async function storedOnServer({ objects }: S3Server, prefix: string): Promise<MemoryStore> {
  const below = [...objects].filter(([key]) => key.startsWith(`${prefix}/`));
  return storeOf(below.map(([key, { bytes }]) => [key.slice(prefix.length + 1), bytes]));
}

async function storeOf(objects: readonly (readonly [string, Uint8Array])[]): Promise<MemoryStore> {
  const store = memoryStore({ pause: async () => undefined });
  for (const [name, bytes] of objects) {
    const path = joinPath(name);
    await store.create(path, bytesSource(bytes), objectHeaders(path, 'mutable'));
  }
  return store;
}
