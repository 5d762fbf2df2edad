import type { Sha256 } from '../core/digest.ts';
import type { RelativePath } from '../core/path.ts';

/** A range of a source, and the digest its bytes had when the source was hashed. */
export interface Part {
  readonly offset: number;
  readonly size: number;
  readonly sha256: Sha256;
}

/** Bytes as they are known before anybody reads them. */
export interface Content {
  readonly size: number;
  readonly sha256: Sha256;
}

/**
 * Bytes that a store takes before anybody knows their digest, and so their path. No reader sees them; they become an
 * object by `create`. That is always a favour: a draft that comes to nothing costs a second reading, and no more.
 */
export interface Draft {
  /**
   * Takes bytes, in the order of the calls. They may be written over when the promise resolves, as it does also when
   * there is no room for them.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Lets go of what has not become an object. Never fails. */
  discard(): Promise<void>;
}

/** Bytes that can be read again, with what is known of them beforehand. */
export interface Source extends Content {
  /** All of its bytes, as they were hashed: the store that began it need not read them again. */
  readonly draft?: Draft | undefined;
  /** In order, without gaps, covering the source; a source of one part has that part's digest as its own. */
  readonly parts: readonly Part[];
  /**
   * Fills `target` with the bytes from `offset` on.
   * @throws InputError FILE_CHANGED when they are not there any more.
   */
  read(offset: number, target: Uint8Array): Promise<void>;
}

/** What identifies the bytes of a mutable object to its store; opaque (S3: an ETag). */
export type Revision = string;

/** The store's own clock says how old an object is: `now` comes with the same answer as `modified`. */
export interface StoredAt {
  readonly modified: Date;
  readonly now: Date;
}

export interface StoredBytes extends StoredAt {
  readonly bytes: Uint8Array;
  readonly revision: Revision;
}

export interface StoredObject extends StoredAt {
  readonly size: number;
  /** `undefined` where the store keeps none (a folder): `create` then compares the bytes themselves. */
  readonly sha256: Sha256 | undefined;
}

/** An upload that was begun, and neither finished nor aborted. */
export interface UnfinishedUpload {
  /** As people find it: `s3://bucket/key`. */
  readonly url: string;
  /** Below the root; of any shape, for others may upload there too. */
  readonly path: string;
  /** What tells it from other uploads of the same path. */
  readonly id: string;
  readonly since: Date;
}

/** What a list tells of an object. */
export interface ListedObject {
  /** Below the root; of any shape, for others may write there too. */
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
}

/** What lay below a root: all that was there before the list was begun and has not been removed since. */
export interface Listing {
  readonly objects: readonly ListedObject[];
  /** By the store's clock, not after the list was begun. */
  readonly now: Date;
}

export interface ObjectHeaders {
  readonly contentType: string;
  readonly cacheControl: string;
}

/** `unknown`: the request may or may not have taken effect, now or later. */
export type Replaced =
  | { readonly outcome: 'replaced'; readonly revision: Revision }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'unknown'; readonly cause: unknown };

/**
 * What keeps two publishers apart. `compare-and-swap`: of two that replace an object at once, one is told of a conflict.
 * `single-writer`: nothing does, but the user states that there is never more than one.
 */
export type Guarantee = 'compare-and-swap' | 'single-writer';

/** Where bytes lie already, in this root or in another. */
export interface StoredCopy {
  readonly store: Store;
  readonly path: RelativePath;
}

/** What a root lies in. Every method throws StoreError when the store refuses or fails. */
export interface Store {
  /** For people: `/srv/images`, `s3://bucket/prefix`. */
  readonly url: string;
  /** @throws TrustError DOCUMENT_TOO_LARGE when there are more than `limit` bytes. */
  read(path: RelativePath, limit: number): Promise<StoredBytes | undefined>;
  stat(path: RelativePath): Promise<StoredObject | undefined>;
  /**
   * Begins a draft of a file of `size` bytes; absent where objects are sent with their digest. `undefined`: it is no
   * use, for a file of this size lies below `folder`, where this one would, and is likely the same; or it cannot be
   * begun, and `create` will say why.
   */
  draft?(folder: RelativePath, size: number): Promise<Draft | undefined>;
  /**
   * Stores `source` under a path nothing lies under, all or nothing. `present`: the same bytes lie there already;
   * `different`: other bytes do. Neither is touched.
   * @throws InputError FILE_CHANGED when the source is not any more what was hashed; nothing is stored then.
   */
  create(
    path: RelativePath,
    source: Source,
    headers: ObjectHeaders,
    onBytes?: (count: number) => void,
  ): Promise<'created' | 'present' | 'different'>;
  /**
   * Stores `content` as `create` does, by a copy that the store makes itself of what lies elsewhere in it.
   * `impossible`: it cannot, or what lies there is something else; the bytes must be sent.
   */
  copy(
    from: StoredCopy,
    path: RelativePath,
    content: Content,
    headers: ObjectHeaders,
  ): Promise<'created' | 'present' | 'different' | 'impossible'>;
  /** Replaces the object if its revision is still `revision`; `undefined`: if there is none. Sent once. */
  replace(
    path: RelativePath,
    bytes: Uint8Array,
    revision: Revision | undefined,
    headers: ObjectHeaders,
  ): Promise<Replaced>;
  /**
   * Shows what the store does, instead of believing it, by the object at `path`, which was created with these `bytes`:
   * a store that lies has rewritten identical ones.
   * @throws StoreError STORE_NO_COMPARE_AND_SWAP unless the user states that there is a single writer
   */
  guarantees(path: RelativePath, bytes: Uint8Array, headers: ObjectHeaders): Promise<Guarantee>;
  /** What a run that was killed has left below the root; a run that is at work looks the same. None where none can be listed. */
  unfinished(): Promise<readonly UnfinishedUpload[]>;
  /** Ends an upload, and frees what its parts take up; one that is not there any more is ended. */
  abort(upload: UnfinishedUpload): Promise<void>;
  /** Everything below the root, of whoever wrote it, sorted by path. */
  list(): Promise<Listing>;
  /**
   * The sha256 an object was stored with; a folder keeps none, so its bytes are read. `undefined`: nothing lies there, or
   * it is not this program's.
   */
  digest(path: RelativePath): Promise<Sha256 | undefined>;
  /**
   * Sent once. What is not there is `removed` too; `unknown`: it is, or will be, or will not be.
   * @param revision removes nothing else (`conflict`), however late the request takes effect; absent: whatever is
   *   there. A server that knows no such condition removes whatever is there all the same.
   */
  remove(path: RelativePath, revision?: Revision): Promise<'removed' | 'conflict' | 'unknown'>;
  /** Whether what is removed stays as an older version, which takes up space; `undefined` when the store does not say. */
  keepsVersions(): Promise<boolean | undefined>;
  /**
   * The bytes at `path`, as they come.
   * @throws StoreError, while they are read, when they break off or nothing lies there
   */
  stream(path: RelativePath): AsyncIterable<Uint8Array>;
}
