import type { Behaviour } from './behaviour.ts';
import type { Permission } from './policy.ts';

export interface StoredObject {
  readonly bytes: Uint8Array;
  /** Quoted, as in the header. */
  readonly etag: string;
  readonly modified: Date;
  readonly headers: ObjectHeaders;
}

/** `content-type`, `cache-control`, `content-encoding` and `x-amz-meta-*`, in lower case. */
export type ObjectHeaders = Readonly<Record<string, string>>;

export interface Upload {
  readonly key: string;
  readonly initiated: Date;
  readonly headers: ObjectHeaders;
  /** Of checksums, as named when it was created; every part must then be completed with its own. */
  readonly algorithm: string | undefined;
  readonly parts: Map<number, { readonly bytes: Uint8Array; readonly etag: string }>;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** One bucket, and how its server behaves; a test may change every field that is not `readonly` at any time. */
export interface State {
  readonly bucket: string;
  readonly region: string;
  /** The account number of the bucket's owner. */
  readonly owner: string;
  readonly credentials: Credentials;
  readonly objects: Map<string, StoredObject>;
  /** Unfinished multipart uploads by their id. */
  readonly uploads: Map<string, Upload>;
  readonly denied: Set<Permission>;
  /** What versioning keeps of objects that were replaced or removed, the oldest first. */
  readonly noncurrent: Map<string, readonly StoredObject[]>;
  behaviour: Behaviour;
  /** At most so many objects, or uploads, are listed in one answer. */
  pageSize: number;
  clock: () => Date;
}
