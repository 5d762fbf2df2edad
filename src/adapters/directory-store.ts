import { createReadStream, lstatSync, renameSync } from 'node:fs';
import { link as hardLink, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Sha256 } from '../core/digest.ts';
import { TrustError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import type {
  Guarantee,
  Listing,
  ObjectHeaders,
  Replaced,
  Revision,
  Source,
  Store,
  StoredBytes,
  StoredObject,
} from '../ports/store.ts';
import { makeFolders, settle, syncFolders } from './directory/durable.ts';
import { asStoreError, isSystemError } from './directory/failure.ts';
import { listFolder, removeEmptyFolders } from './directory/listing.ts';
import { withNumberedLock } from './directory/numbered-lock.ts';
import {
  copySource,
  digestOf,
  holds,
  revisionAt,
  withObjectFile,
} from './directory/object-file.ts';
import { type Place, placeOf } from './directory/place.ts';
import { withTemporaryFile } from './directory/temporary-file.ts';
import { type Link, openWorkspace, type Workspace } from './directory/workspace.ts';
import { sha256Once } from './sha256.ts';

export interface DirectoryStoreOptions {
  /** Made by the first write when missing. */
  readonly folder: string;
  /** The user's word that never more than one publisher writes at a time; needed where there are no hard links. */
  readonly singleWriter: boolean;
  /** Ends copying, and waiting for the lock. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A root in a folder, which a web server serves. Headers are the web server's affair.
 *
 * Every object appears, or is replaced, in one step by link(2) or rename(2) of a durable file, so no reader and no
 * crash ever sees a part of one. Writers, also on other machines, are kept apart by a lock in `.simplestreams/`.
 */
export function directoryStore(options: DirectoryStoreOptions, link: Link = hardLink): Store {
  return new DirectoryStore(options, link);
}

class DirectoryStore implements Store {
  readonly url: string;
  readonly #root: string;
  readonly #singleWriter: boolean;
  readonly #signal: AbortSignal | undefined;
  readonly #link: Link;
  #workspace: Promise<Workspace> | undefined;

  constructor({ folder, singleWriter, signal }: DirectoryStoreOptions, link: Link) {
    this.url = folder;
    this.#root = resolve(folder);
    this.#singleWriter = singleWriter;
    this.#signal = signal;
    this.#link = link;
  }

  read(path: RelativePath, limit: number): Promise<StoredBytes | undefined> {
    return this.#as('read', path, ({ file: place }) =>
      withObjectFile(place, async (file) => {
        const { size, mtime } = await file.stat();
        if (size > limit) {
          throw new TrustError(
            'DOCUMENT_TOO_LARGE',
            `${place} has ${size} bytes, more than the ${limit} that such a document may have`,
          );
        }
        const bytes = await file.readFile();
        return { bytes, revision: sha256Once(bytes), modified: mtime, now: new Date() };
      }),
    );
  }

  stat(path: RelativePath): Promise<StoredObject | undefined> {
    return this.#as('read', path, ({ file: place }) =>
      withObjectFile(place, async (file) => {
        const { size, mtime } = await file.stat();
        return { size, sha256: undefined, modified: mtime, now: new Date() };
      }),
    );
  }

  create(
    path: RelativePath,
    source: Source,
    _headers: ObjectHeaders,
    onBytes?: (count: number) => void,
  ): Promise<'created' | 'present' | 'different'> {
    return this.#as('write', path, async (place) => {
      const found = await this.#compare(place, source);
      if (found !== undefined) return found;
      const { temporary, owner, links } = await this.#open();
      return withTemporaryFile(
        temporary,
        owner,
        async (file) => {
          await copySource(source, file, { target: place.file, onBytes, signal: this.#signal });
          await settle(file);
        },
        (copy) => this.#appear(copy, path, source, links),
      );
    });
  }

  replace(
    path: RelativePath,
    bytes: Uint8Array,
    revision: Revision | undefined,
  ): Promise<Replaced> {
    return this.#as('write', path, async () => {
      const workspace = await this.#open();
      return withTemporaryFile(
        workspace.temporary,
        workspace.owner,
        async (file) => {
          await file.writeFile(bytes);
          await settle(file);
        },
        async (copy) => {
          const { root, file } = await placeOf(this.#root, path);
          if (revision === undefined) await makeFolders(dirname(file));
          // No await in here: between comparing and renaming this process must not turn to anything else.
          const swap = (): boolean => {
            if (revisionAt(file) !== revision) return false;
            renameSync(copy, file);
            return true;
          };
          const swapped = workspace.links
            ? await withNumberedLock(workspace, swap, { signal: this.#signal })
            : swap();
          return swapped
            ? replaced(sha256Once(bytes), dirname(file), root)
            : { outcome: 'conflict' };
        },
      );
    });
  }

  /** The lock works wherever hard links do; without them, only a stated single writer gets this far. */
  async guarantees(): Promise<Guarantee> {
    return asStoreError(`write ${this.#root}`, async () =>
      (await this.#open()).links ? 'compare-and-swap' : 'single-writer',
    );
  }

  /** On one machine a copy reads the bytes anyway. */
  async copy(): Promise<'impossible'> {
    return 'impossible';
  }

  /** Copies of runs that were killed are removed by the first write of the next. */
  async unfinished(): Promise<readonly []> {
    return [];
  }

  async abort(): Promise<void> {}

  list(): Promise<Listing> {
    return asStoreError(`list ${this.#root}`, () => listFolder(this.#root));
  }

  digest(path: RelativePath): Promise<Sha256 | undefined> {
    return this.#as('read', path, ({ file: place }) =>
      withObjectFile(place, (file) => digestOf(file, this.#signal)),
    );
  }

  remove(path: RelativePath): Promise<'removed'> {
    return this.#as<'removed'>('remove', path, async ({ root, file }) => {
      await rm(file, { force: true });
      await removeEmptyFolders(dirname(file), root);
      return 'removed';
    });
  }

  async keepsVersions(): Promise<false> {
    return false;
  }

  async *stream(path: RelativePath): AsyncGenerator<Uint8Array> {
    const { file } = await placeOf(this.#root, path);
    yield* createReadStream(file, { highWaterMark: 1024 * 1024 });
  }

  /** Gives the finished `copy` its name, unless something got there before. */
  async #appear(
    copy: string,
    path: RelativePath,
    source: Source,
    links: boolean,
  ): Promise<'created' | 'present' | 'different'> {
    for (;;) {
      const place = await placeOf(this.#root, path);
      const folder = dirname(place.file);
      await makeFolders(folder);
      if (await (links ? linkNew : renameNew)(copy, place.file)) {
        await syncFolders(folder, place.root);
        return 'created';
      }
      const found = await this.#compare(place, source);
      if (found !== undefined) return found;
    }
  }

  async #compare(place: Place, source: Source): Promise<'present' | 'different' | undefined> {
    return withObjectFile(place.file, async (file) => {
      if (!(await holds(file, source, this.#signal))) return 'different';
      // Who made it may have been killed before its name was durable.
      await syncFolders(dirname(place.file), place.root);
      return 'present';
    });
  }

  #open(): Promise<Workspace> {
    this.#workspace ??= openWorkspace(this.#root, this.#singleWriter, this.#link).catch((error) => {
      this.#workspace = undefined;
      throw error;
    });
    return this.#workspace;
  }

  #as<T>(task: string, path: RelativePath, action: (place: Place) => Promise<T>): Promise<T> {
    return asStoreError(`${task} ${join(this.#root, path)}`, async () =>
      action(await placeOf(this.#root, path)),
    );
  }
}

async function linkNew(copy: string, place: string): Promise<boolean> {
  try {
    await hardLink(copy, place);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** For a single writer, on a file system without hard links; no await in it keeps its own uploads apart. */
function renameNew(copy: string, place: string): boolean {
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) return false;
  renameSync(copy, place);
  return true;
}

async function replaced(revision: Revision, folder: string, root: string): Promise<Replaced> {
  try {
    await syncFolders(folder, root);
    return { outcome: 'replaced', revision };
  } catch (cause) {
    // Readers see it already; whether it outlives a power failure, nobody knows.
    return { outcome: 'unknown', cause };
  }
}
