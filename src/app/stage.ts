import type { Sha256 } from '../core/digest.ts';
import { StoreError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import { besidePath, objectHeaders } from '../core/root.ts';
import type { Content, Source, StoredAt, StoredCopy, StoredObject } from '../ports/store.ts';
import type { Ports } from '../ports.ts';

/** What nothing names and is older may be about to be reaped (at 48 h), so it is not named any more. */
const reuseLimit = 24 * 60 * 60 * 1000;

/** An image file and the path it shall have where nothing speaks against it. */
export interface FileToStage {
  readonly source: Content;
  readonly path: RelativePath;
  /** Where the same bytes lie already, in this root or in another: the store is asked to copy them. */
  readonly from?: StoredCopy;
  /** The bytes, asked for only where the store does not hold or copy them. */
  open(): Promise<Source>;
}

/** The image files a run has staged; kept over the retries of a commit, so that no byte is sent twice. */
export interface Stage {
  /** Where the file lies, or is going to lie. */
  place(file: Pick<FileToStage, 'source' | 'path'>): RelativePath;
  /** How this run stored it, if it did. */
  stored(sha256: Sha256): 'uploaded' | 'copied' | undefined;
  /** Whether the bytes lie where they are to be named, as far as this run has seen. */
  isThere(sha256: Sha256): boolean;
  /** Looks which files need not be stored, and stores none. Of what it may not ask for, nothing is known. */
  find(files: readonly FileToStage[], named: ReadonlySet<string>): Promise<void>;
  /** Stores what this run has not found or stored yet. `named`: what the head names, which is safe to name again. */
  store(files: readonly FileToStage[], named: ReadonlySet<string>): Promise<void>;
  /** Looks at what is about to be named; forgets the place of what is missing or old by now. True when all stands. */
  look(files: readonly FileToStage[], named: ReadonlySet<string>): Promise<boolean>;
}

/** What a stage need not upload. */
export interface KnownFiles {
  /** Where files lie that others have staged for this run. */
  readonly places?: ReadonlyMap<Sha256, RelativePath> | undefined;
  /** Where files lie that this run has stored in other roots. */
  readonly copies?: ReadonlyMap<Sha256, StoredCopy> | undefined;
}

export function openStage(ports: Ports, { places: known, copies }: KnownFiles = {}): Stage {
  const places = new Map(known);
  const stored = new Map<Sha256, 'uploaded' | 'copied'>();

  function place({ source, path }: Pick<FileToStage, 'source' | 'path'>): RelativePath {
    return places.get(source.sha256) ?? path;
  }

  async function store(file: FileToStage): Promise<RelativePath> {
    const { source, path } = file;
    const found = await ports.store.stat(path);
    if (found?.sha256 === source.sha256 && isReusable(found, source)) return path;
    // Where the store keeps no digest, `create` compares the bytes.
    const usable = found === undefined || isReusable(found, source);
    if (usable && (await upload(path, file)) !== 'different') return path;
    const beside = besidePath(path, ports.random.id().slice(0, 8));
    if ((await upload(beside, file)) !== 'different') return beside;
    throw new Error(`a path made of random digits is taken: ${beside}`);
  }

  async function upload(path: RelativePath, { source, from: origin, open }: FileToStage) {
    const headers = objectHeaders(path, 'immutable');
    const from = origin ?? copies?.get(source.sha256);
    const copied = from && (await ports.store.copy(from, path, source, headers));
    if (copied !== undefined && copied !== 'impossible') {
      if (copied === 'created') stored.set(source.sha256, 'copied');
      return copied;
    }
    const onBytes = ports.reporter.transfer(path, source.size);
    const done = await ports.store.create(path, await open(), headers, onBytes);
    if (done === 'created') stored.set(source.sha256, 'uploaded');
    return done;
  }

  async function findOne(file: FileToStage, named: ReadonlySet<string>): Promise<void> {
    const { source, path } = file;
    if (places.has(source.sha256)) return;
    const found = named.has(path) ? 'named' : await unlessDenied(ports.store.stat(path));
    if (found === undefined) return;
    if (found === 'named' || isReusable(found, source)) places.set(source.sha256, path);
  }

  async function stands(file: FileToStage): Promise<boolean> {
    const found = await ports.store.stat(place(file));
    if (found !== undefined && isReusable(found, file.source)) return true;
    places.delete(file.source.sha256);
    return false;
  }

  return {
    place,
    stored: (sha256) => stored.get(sha256),
    isThere: (sha256) => places.has(sha256),
    find: async (files, named) => {
      const first = new Map(files.toReversed().map((file) => [file.source.sha256, file]));
      await Promise.all([...first.values()].map((file) => findOne(file, named)));
    },
    store: async (files, named) => {
      for (const file of files) {
        const known = places.has(file.source.sha256) || named.has(file.path);
        if (!known) places.set(file.source.sha256, await store(file));
      }
    },
    look: async (files, named) => {
      const unnamed = files.filter((file) => !named.has(place(file)));
      // Images may share a file, and then its place.
      const each = new Map(unnamed.map((file) => [place(file), file]));
      return (await Promise.all([...each.values()].map(stands))).every(Boolean);
    },
  };
}

/** Who plans may have no right to tell absent from denied. */
async function unlessDenied<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'STORE_DENIED') return undefined;
    throw error;
  }
}

function isReusable(found: StoredObject, source: Content): boolean {
  const same = found.sha256 === undefined || found.sha256 === source.sha256;
  return same && found.size === source.size && isFresh(found);
}

/** By the store's own clock. */
export function isFresh({ modified, now }: StoredAt): boolean {
  return now.getTime() - modified.getTime() < reuseLimit;
}
