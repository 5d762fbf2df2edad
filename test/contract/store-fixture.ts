import { onTestFinished } from 'vitest';
import { joinPath } from '../../src/core/path.ts';
import type { ObjectHeaders, Store } from '../../src/ports/store.ts';

export interface MadeStore {
  readonly store: Store;
  /** Another root of the same kind of store, empty, whose place begins with this one's: `lxd2` beside `lxd`. */
  readonly neighbour: () => Promise<Store>;
  /** Puts an object below the root as another program may, under a path of any shape. */
  readonly foreign: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Begins an upload below the root and leaves it; resolves to its id. Absent where there are none. */
  readonly leaveUpload?: (path: string) => Promise<string>;
  readonly dispose: () => Promise<void>;
}

export type MakeStore = () => Promise<MadeStore>;

/** Where stores may differ. */
export interface StoreTraits {
  /** `stat` tells the sha256 that an object was created with. */
  readonly tellsSha256?: boolean;
  /** Several writers of an object of several parts: one of them creates it. Some S3 servers let the last one win. */
  readonly losesPartRaces?: boolean;
  /** The loser of a race is told that its outcome is unknown, as by old Ceph, which answers some with 500. */
  readonly doubtsLosers?: boolean;
  /** Names are those of files in a folder of the server's: it refuses some, or keeps them under another one. */
  readonly plainNames?: boolean;
  /** A large object is copied by no request of the store's: it tells another ETag when it copies. */
  readonly sendsLargeCopies?: boolean;
  /** Names may hold an empty segment, as in no folder. */
  readonly emptySegments?: boolean;
  /** Its neighbours lie below it: it is a whole bucket. */
  readonly holdsNeighbours?: boolean;
  /** What has been replaced since is removed all the same: a server that looks at no condition of a removal. */
  readonly removesWhateverIsThere?: boolean;
  /** Of several copies at once to one path, each is told that it made the object: a store copies without a condition. */
  readonly overwritesByCopy?: boolean;
}

/** A store for the test that runs, taken away when it ends. */
export async function storeFor(makeStore: MakeStore): Promise<Store> {
  return (await madeFor(makeStore)).store;
}

/** As {@link storeFor}, with what else the test may do around it. */
export async function madeFor(makeStore: MakeStore): Promise<MadeStore> {
  const made = await makeStore();
  onTestFinished(made.dispose);
  return made;
}

export const limit = 64 * 1024;

export const immutable: ObjectHeaders = {
  contentType: 'application/octet-stream',
  cacheControl: 'public, max-age=31536000, immutable',
};

export const mutable: ObjectHeaders = {
  contentType: 'application/json',
  cacheControl: 'no-cache',
};

export const head = joinPath('streams', 'v1', 'index.json');
export const image = joinPath('alpine', '3.22', 'amd64', '20261120_1504', 'rootfs.squashfs');

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The object as text; `undefined` when there is none. */
export async function textAt(store: Store, path = head): Promise<string | undefined> {
  const found = await store.read(path, limit);
  return found === undefined ? undefined : new TextDecoder().decode(found.bytes);
}

/** How often each outcome came. */
export function tally(outcomes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
