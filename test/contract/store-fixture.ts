import { onTestFinished } from 'vitest';
import { joinPath } from '../../src/core/path.ts';
import type { ObjectHeaders, Store } from '../../src/ports/store.ts';

export type MakeStore = () => Promise<{
  readonly store: Store;
  readonly dispose: () => Promise<void>;
}>;

/** Where stores may differ. */
export interface StoreTraits {
  /** `stat` tells the sha256 that an object was created with. */
  readonly tellsSha256?: boolean;
  /** Several writers of an object of several parts: one of them creates it. Some S3 servers let the last one win. */
  readonly losesPartRaces?: boolean;
  /** The loser of a race is told that its outcome is unknown, as by old Ceph, which answers some with 500. */
  readonly doubtsLosers?: boolean;
}

/** A store for the test that runs, taken away when it ends. */
export async function storeFor(makeStore: MakeStore): Promise<Store> {
  const { store, dispose } = await makeStore();
  onTestFinished(dispose);
  return store;
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
