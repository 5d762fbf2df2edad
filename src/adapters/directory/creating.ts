import { dirname } from 'node:path';
import { InputError } from '../../core/error.ts';
import type { RelativePath } from '../../core/path.ts';
import type { Content, Source } from '../../ports/store.ts';
import { settle, syncFolders } from './durable.ts';
import { absent, unless } from './failure.ts';
import { fileSource } from './file-source.ts';
import { inFolder, linkNew, renameNew } from './naming.ts';
import { copySource, holds, withObjectFile } from './object-file.ts';
import { type Place, placeOf } from './place.ts';
import { withTemporaryFile } from './temporary-file.ts';
import type { Writer } from './writer.ts';

type Created = 'created' | 'present' | 'different';

/**
 * Copies `source` into a durable file, which then gets its name in one step, unless something lies there. A draft of it
 * is such a copy already, of the very bytes that were hashed.
 * @throws InputError FILE_CHANGED
 */
export async function createFile(
  writer: Writer,
  path: RelativePath,
  source: Source,
  onBytes?: (count: number) => void,
): Promise<Created> {
  const place = await writer.placeOf(path);
  const found = await compare(writer, place, source);
  if (found !== undefined) return found;
  const { temporary, owner, links } = await writer.workspace();
  const draft = source.draft && writer.drafts.get(source.draft);
  const drafted = await draft?.use(source, (copy) => appear(writer, copy, path, source, links));
  if (drafted === 'created') onBytes?.(source.size);
  if (drafted !== undefined) return drafted;
  return withTemporaryFile(
    temporary,
    owner,
    async (file) => {
      await copySource(source, file, { target: place.file, onBytes, signal: writer.signal });
      await settle(file);
    },
    (copy) => appear(writer, copy, path, source, links),
  );
}

/**
 * As {@link createFile}, from an object of a root in another folder, or in this one.
 * @returns `impossible` when what lies there is not `content`
 */
export async function copyFile(
  writer: Writer,
  origin: { readonly root: string; readonly path: RelativePath },
  path: RelativePath,
  content: Content,
): Promise<Created | 'impossible'> {
  const found = await compare(writer, await writer.placeOf(path), content);
  if (found !== undefined) return found;
  const { file: place } = await placeOf(origin.root, origin.path);
  const copied = await withObjectFile(place, async (file) => {
    if (file.size !== content.size) return undefined;
    return createFile(writer, path, fileSource(file.handle, content)).catch(unlessChanged);
  });
  return copied ?? 'impossible';
}

function unlessChanged(error: unknown): undefined {
  if (error instanceof InputError && error.code === 'FILE_CHANGED') return undefined;
  throw error;
}

/** Gives the finished `copy` its name, unless something got there before. */
async function appear(
  writer: Writer,
  copy: string,
  path: RelativePath,
  content: Content,
  links: boolean,
): Promise<Created> {
  for (;;) {
    const place = await writer.placeOf(path);
    const folder = dirname(place.file);
    const name = () =>
      links ? linkNew(writer.link, copy, place.file) : renameNew(copy, place.file);
    if (await inFolder(folder, name)) {
      await syncFolders(folder, place.root);
      return 'created';
    }
    const found = await compare(writer, place, content);
    if (found !== undefined) return found;
  }
}

async function compare(
  { signal }: Writer,
  { root, file: place }: Place,
  content: Content,
): Promise<'present' | 'different' | undefined> {
  return withObjectFile(place, async (file) => {
    if (!(await holds(file, content, signal))) return 'different';
    // Who made it may have been killed before its name was durable. Without its folder it was removed meanwhile.
    const synced = syncFolders(dirname(place), root).then(() => 'present' as const);
    return unless(absent, synced);
  });
}
