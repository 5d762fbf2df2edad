import { setImmediate as turn } from 'node:timers/promises';
import type { Sha256 } from '../core/digest.ts';
import { InputError, StoreError, TrustError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import type {
  Listing,
  ObjectHeaders,
  Replaced,
  Revision,
  Source,
  Store,
  StoredBytes,
  StoredObject,
} from '../ports/store.ts';
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
  /** How often each method was called. */
  readonly calls: Readonly<Record<Method, number>>;
}

type Method = 'read' | 'stat' | 'create' | 'replace' | 'list' | 'digest' | 'remove' | 'stream';

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
  const calls: Record<Method, number> = {
    read: 0,
    stat: 0,
    create: 0,
    replace: 0,
    list: 0,
    digest: 0,
    remove: 0,
    stream: 0,
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

  function compare(path: RelativePath, source: Source): 'present' | 'different' | undefined {
    const found = objects.get(path);
    if (found === undefined) return undefined;
    return found.sha256 === source.sha256 ? 'present' : 'different';
  }

  return {
    url,
    objects,
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
    copy: async () => 'impossible',
    unfinished: async () => [],
    abort: async () => undefined,
    list: (): Promise<Listing> => {
      const begun = now();
      return call('list', () => ({
        objects: [...objects]
          .map(([path, { bytes, modified }]) => ({ path, size: bytes.length, modified }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
        now: begun,
      }));
    },
    digest: (path) => call('digest', () => objects.get(path)?.sha256),
    remove: (path) =>
      call('remove', () => {
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
}

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
