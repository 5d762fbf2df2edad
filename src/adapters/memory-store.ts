import { setImmediate as turn } from 'node:timers/promises';
import type { Sha256 } from '../core/digest.ts';
import { InputError, StoreError, TrustError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import type {
  Content,
  Listing,
  ObjectHeaders,
  Replaced,
  Revision,
  Source,
  Store,
  StoredBytes,
  StoredObject,
  UnfinishedUpload,
} from '../ports/store.ts';
import { byPath } from './listed-order.ts';
import { sha256 } from './sha256.ts';

export interface MemoryObject {
  readonly bytes: Uint8Array;
  readonly headers: ObjectHeaders;
  readonly sha256: Sha256;
  readonly revision: Revision;
  readonly modified: Date;
}

/** A {@link Store} whose inside can be looked at, and changed as another publisher would. */
export interface MemoryStore extends Store {
  readonly objects: Map<RelativePath, MemoryObject>;
  /** What runs that were killed have left, by its id. */
  readonly uploads: Map<string, UnfinishedUpload>;
  /** How often each method was called. */
  readonly calls: Readonly<Record<Method, number>>;
}

type Method =
  | 'read'
  | 'stat'
  | 'create'
  | 'copy'
  | 'replace'
  | 'list'
  | 'digest'
  | 'remove'
  | 'stream'
  | 'unfinished'
  | 'abort';

/**
 * A root in memory, which behaves as S3 does: a revision stands for the bytes, and each call waits once before it takes
 * effect and once before it answers, so that the calls of several publishers interleave.
 * @param pause what a call waits for
 */
export function memoryStore({
  now = () => new Date(),
  url = 'memory:',
  pause = async (): Promise<void> => turn(),
} = {}): MemoryStore {
  const objects = new Map<RelativePath, MemoryObject>();
  const uploads = new Map<string, UnfinishedUpload>();
  const calls: Record<Method, number> = {
    read: 0,
    stat: 0,
    create: 0,
    copy: 0,
    replace: 0,
    list: 0,
    digest: 0,
    remove: 0,
    stream: 0,
    unfinished: 0,
    abort: 0,
  };

  async function call<T>(method: Method, effect: () => T | Promise<T>): Promise<T> {
    calls[method] += 1;
    await pause();
    const answer = await effect();
    await pause();
    return answer;
  }

  function store(path: RelativePath, bytes: Uint8Array, headers: ObjectHeaders): Revision {
    const digest = sha256(bytes);
    const revision = `"${digest.slice(0, 32)}"`;
    objects.set(path, { bytes, headers, sha256: digest, revision, modified: now() });
    return revision;
  }

  function compare(path: RelativePath, content: Content): 'present' | 'different' | undefined {
    const found = objects.get(path);
    if (found === undefined) return undefined;
    return found.sha256 === content.sha256 ? 'present' : 'different';
  }

  const memory: MemoryStore = {
    url,
    objects,
    uploads,
    calls,
    read: (path, limit): Promise<StoredBytes | undefined> =>
      call('read', () => {
        const found = objects.get(path);
        if (found === undefined) return undefined;
        if (found.bytes.length > limit) {
          throw new TrustError(
            'DOCUMENT_TOO_LARGE',
            `${path} has ${found.bytes.length} bytes, more than the ${limit} that such a document may have`,
          );
        }
        const { revision, modified } = found;
        return { bytes: Uint8Array.from(found.bytes), revision, modified, now: now() };
      }),
    stat: (path): Promise<StoredObject | undefined> =>
      call('stat', () => {
        const found = objects.get(path);
        if (found === undefined) return undefined;
        const { sha256, modified } = found;
        return { size: found.bytes.length, sha256, modified, now: now() };
      }),
    create: (path, source, headers, onBytes) =>
      call('create', async () => {
        const found = compare(path, source);
        if (found !== undefined) return found;
        const bytes = await bytesOf(path, source, pause, onBytes);
        // Another publisher may have been faster.
        const settled = compare(path, source);
        if (settled !== undefined) return settled;
        store(path, bytes, headers);
        return 'created';
      }),
    replace: (path, bytes, revision, headers): Promise<Replaced> => {
      const sent = Uint8Array.from(bytes);
      return call('replace', () =>
        objects.get(path)?.revision === revision
          ? { outcome: 'replaced', revision: store(path, sent, headers) }
          : { outcome: 'conflict' },
      );
    },
    guarantees: async () => 'compare-and-swap',
    copy: (from, path, content, headers) =>
      call('copy', () => {
        const found = compare(path, content);
        if (found !== undefined) return found;
        const origin = origins.get(from.store)?.get(from.path);
        if (origin?.sha256 !== content.sha256) return 'impossible';
        store(path, origin.bytes, headers);
        return 'created';
      }),
    unfinished: () => call('unfinished', () => [...uploads.values()]),
    abort: ({ id }) => call('abort', () => void uploads.delete(id)),
    list: (): Promise<Listing> => {
      const begun = now();
      return call('list', () => ({
        objects: [...objects]
          .map(([path, { bytes, modified }]) => ({ path, size: bytes.length, modified }))
          .sort(byPath),
        now: begun,
      }));
    },
    digest: (path) => call('digest', () => objects.get(path)?.sha256),
    remove: (path, revision) =>
      call('remove', () => {
        const found = objects.get(path);
        if (found && revision !== undefined && found.revision !== revision) return 'conflict';
        objects.delete(path);
        return 'removed';
      }),
    keepsVersions: async () => false,
    async *stream(path) {
      const found = await call('stream', () => objects.get(path));
      if (found === undefined) throw new StoreError('STORE_FAILED', `${path} is not in ${url}`);
      yield Uint8Array.from(found.bytes);
    },
  };
  origins.set(memory, objects);
  return memory;
}

/** What stores in memory know of each other, for copies. */
const origins = new WeakMap<Store, ReadonlyMap<RelativePath, MemoryObject>>();

async function bytesOf(
  path: RelativePath,
  source: Source,
  pause: () => Promise<void>,
  onBytes: ((count: number) => void) | undefined,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size);
  for (const { offset, size } of source.parts) {
    await source.read(offset, bytes.subarray(offset, offset + size));
    await pause();
    onBytes?.(size);
  }
  if (sha256(bytes) !== source.sha256) {
    throw new InputError(
      'FILE_CHANGED',
      `a file changed while it was copied to ${path}: its bytes are not the ones with sha256 ${source.sha256} any more; publish again when nothing writes to it`,
    );
  }
  return bytes;
}
