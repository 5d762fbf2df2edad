import type { RelativePath } from '../../core/path.ts';
import type { Store } from '../../ports/store.ts';
import { openBucket } from './bucket.ts';
import { connect } from './client.ts';
import { copyObject } from './copy.ts';
import { createObject } from './create.ts';
import { guaranteesOf, keepsVersions } from './guarantees.ts';
import { listObjects } from './list.ts';
import { readObject, statObject } from './read.ts';
import { removeObject } from './remove.ts';
import { replaceObject } from './replace.ts';
import type { Session } from './session.ts';
import { streamObject } from './stream.ts';
import { abortUpload, unfinishedUploads } from './unfinished.ts';

export interface S3StoreOptions {
  readonly bucket: string;
  /** What every key begins with, without a final slash; empty: nothing. */
  readonly prefix: string;
  /** Of a store that is not Amazon's: an absolute URL, addressed path style. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  /** Account number; the store refuses every request when the bucket is another's. */
  readonly expectedBucketOwner?: string | undefined;
  /** The user's word that never more than one publisher writes at a time; needed where there are no conditions. */
  readonly singleWriter: boolean;
  /** Ends every request, and aborts what was uploaded in part; its reason is thrown. */
  readonly signal: AbortSignal;
}

/**
 * A root in a bucket, with the SDK's default credential chain. Nothing is asked of the store yet.
 * @throws StoreError when no region is known
 */
export async function s3Store(options: S3StoreOptions): Promise<Store> {
  const { bucket, prefix, endpoint, expectedBucketOwner, singleWriter, signal } = options;
  const connection = await connect(options);
  const session: Session = {
    bucket: openBucket(connection, { bucket, expectedBucketOwner }),
    place: { bucket, endpoint, region: connection.region, expectedBucketOwner },
    singleWriter,
    signal,
    unconditional: false,
    unquoted: false,
  };
  const below = prefix === '' ? '' : `${prefix}/`;
  const keyOf = (path: RelativePath) => below + path;

  const store: Store = {
    url: prefix === '' ? `s3://${bucket}` : `s3://${bucket}/${prefix}`,
    read: (path, limit) => readObject(session, keyOf(path), limit),
    async stat(path) {
      const found = await statObject(session, keyOf(path));
      if (found === undefined) return undefined;
      const { size, sha256, modified, now } = found;
      return { size, sha256, modified, now };
    },
    create: (path, source, headers, onBytes) =>
      createObject(session, keyOf(path), source, headers, onBytes),
    replace: (path, bytes, revision, headers) =>
      replaceObject(session, keyOf(path), bytes, revision, headers),
    async copy(from, path, content, headers) {
      const origin = origins.get(from.store);
      if (origin === undefined || !isSameService(origin.session, session)) return 'impossible';
      const key = origin.keyOf(from.path);
      const copied = { bucket: origin.session.place.bucket, key, session: origin.session };
      return copyObject(session, keyOf(path), copied, content, headers);
    },
    guarantees: (path, bytes, headers) => guaranteesOf(session, keyOf(path), bytes, headers),
    unfinished: () => unfinishedUploads(session, below),
    abort: (upload) => abortUpload(session, below + upload.path, upload),
    list: () => listObjects(session, below),
    digest: async (path) => (await statObject(session, keyOf(path)))?.sha256,
    remove: (path, revision) => removeObject(session, keyOf(path), revision),
    keepsVersions: () => keepsVersions(session),
    stream: (path) => streamObject(session, keyOf(path)),
  };
  origins.set(store, { session, keyOf });
  return store;
}

/** What stores of this kind know of each other: a copy within one service needs no bytes from here. */
const origins = new WeakMap<
  Store,
  { readonly session: Session; readonly keyOf: (path: RelativePath) => string }
>();

function isSameService({ place: a }: Session, { place: b }: Session): boolean {
  return a.endpoint === b.endpoint && a.region === b.region;
}
