import { link as hardLink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TrustError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import type { Store, StoredBytes, StoredObject } from '../ports/store.ts';
import { atMost } from './directory/at-most.ts';
import { copyFile, createFile } from './directory/creating.ts';
import { openDraft } from './directory/draft.ts';
import { asStoreError } from './directory/failure.ts';
import { listFolder } from './directory/listing.ts';
import type { Link } from './directory/naming.ts';
import { digestOf, withObjectFile } from './directory/object-file.ts';
import { streamFile } from './directory/object-stream.ts';
import { placeOf } from './directory/place.ts';
import { removeFile } from './directory/removing.ts';
import { replaceFile } from './directory/replacing.ts';
import { openWriter } from './directory/writer.ts';
import { sha256Once } from './sha256.ts';

export interface DirectoryStoreOptions {
  /** Made by the first write when missing. */
  readonly folder: string;
  /** The user's word that never more than one publisher writes at a time; needed where there are no hard links. */
  readonly singleWriter: boolean;
  /** Ends copying and reading, and waiting for the lock; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A root in a folder, which a web server serves. Headers are the web server's affair.
 *
 * Every object appears, or is replaced, in one step by link(2) or rename(2) of a durable file, so no reader and no
 * crash ever sees a part of one. Writers, also on other machines, are kept apart by a lock in `.simplestreams/`.
 */
export function directoryStore(
  { folder, singleWriter, signal }: DirectoryStoreOptions,
  link: Link = hardLink,
): Store {
  const root = resolve(folder);
  const writer = openWriter({ root, link, singleWriter, signal });

  function as<T>(task: string, path: RelativePath, action: () => Promise<T>): Promise<T> {
    return asStoreError(`${task} ${join(root, path)}`, action);
  }

  const store: Store = {
    url: folder,
    read: (path, limit) => as('read', path, () => readFile(root, path, limit)),
    stat: (path) => as('read', path, () => statFile(root, path)),
    draft: (below, size) => openDraft(writer, below, size),
    create: (path, source, _headers, onBytes) =>
      as('write', path, () => createFile(writer, path, source, onBytes)),
    async copy(from, path, content) {
      const origin = roots.get(from.store);
      if (origin === undefined) return 'impossible';
      const place = { root: origin, path: from.path };
      return as('write', path, () => copyFile(writer, place, path, content));
    },
    replace: (path, bytes, revision) =>
      as('write', path, () => replaceFile(writer, path, bytes, revision)),
    // The lock works wherever hard links do; without them, only a stated single writer gets this far.
    guarantees: () =>
      asStoreError(`write ${root}`, async () =>
        (await writer.workspace()).links ? 'compare-and-swap' : 'single-writer',
      ),
    // Copies of runs that were killed are removed by the first write of the next.
    unfinished: async () => [],
    abort: async () => undefined,
    list: () => asStoreError(`list ${root}`, () => listFolder(root)),
    digest: (path) =>
      as('read', path, async () =>
        lookAt((await placeOf(root, path)).file, (file) => digestOf(file, signal)),
      ),
    remove: (path, revision) => as('remove', path, () => removeFile(writer, path, revision)),
    keepsVersions: async () => false,
    stream: (path) => streamFile(root, path, signal),
  };
  roots.set(store, root);
  return store;
}

/** What stores of this kind know of each other: a copy needs the bytes of nobody else. */
const roots = new WeakMap<Store, string>();

/** Of all roots of this process: what a commit names is looked at all at once, and each look takes a descriptor. */
const looking = atMost(32);

const lookAt: typeof withObjectFile = (place, use) => looking(() => withObjectFile(place, use));

async function readFile(
  root: string,
  path: RelativePath,
  limit: number,
): Promise<StoredBytes | undefined> {
  const { file: place } = await placeOf(root, path);
  return lookAt(place, async ({ handle, size, modified }) => {
    if (size > limit) {
      throw new TrustError(
        'DOCUMENT_TOO_LARGE',
        `${place} has ${size} bytes, more than the ${limit} that such a document may have`,
      );
    }
    const bytes = await handle.readFile();
    return { bytes, revision: sha256Once(bytes), modified, now: new Date() };
  });
}

async function statFile(root: string, path: RelativePath): Promise<StoredObject | undefined> {
  const { file: place } = await placeOf(root, path);
  return lookAt(place, async ({ size, modified }) => {
    return { size, sha256: undefined, modified, now: new Date() };
  });
}
