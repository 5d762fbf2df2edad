import { StoreError } from '../core/error.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import { findCommitted, readHeadAfter } from './fate.ts';
import { readRoot } from './head.ts';
import type { PreparedCommit } from './prepare.ts';

/**
 * Looks at the head once more just before it is replaced, where the store itself would not.
 * @returns false when another publisher was quicker, all the same
 * @throws StoreError COMMIT_VANISHED when that one has undone the commit that this run began from
 */
export async function isStillBase(ports: Ports, base: Base): Promise<boolean> {
  const head = await readHeadAfter(ports, base);
  if (head?.sha256 === base.head?.sha256) return true;
  if (head !== undefined)
    await leadBack(ports, base, () => findCommitted(ports, new Map(), base, head));
  return false;
}

/**
 * Looks whether the commit just made stands, and whether it has undone that of somebody else. Who wrote between our
 * look and our PUT shows only if it had brought up `index.json`: a single writer is a promise, not a lock.
 * @throws StoreError COMMIT_VANISHED
 */
export async function checkSingleWriter(
  ports: Ports,
  { base, next }: Pick<PreparedCommit<unknown>, 'base' | 'next'>,
): Promise<void> {
  const state = await readRoot(ports);
  const head = state.kind === 'empty' ? undefined : state.head;
  const sent = new Map([[next.sha256, true]]);
  const stands =
    head && (await leadBack(ports, base, () => findCommitted(ports, sent, base, head)));
  if (!stands) throw vanished(ports, 'the commit that this run has just made');
  if (state.kind !== 'signed' || head?.sha256 !== next.sha256) return;
  const { follower } = state;
  const ahead = (follower?.generation ?? 0) >= next.generation;
  if (ahead && follower?.commit !== head.index.commit) {
    throw vanished(ports, `generation ${follower?.generation}, commit ${follower?.commit},`);
  }
}

async function leadBack<T>(ports: Ports, { head }: Base, walk: () => Promise<T>): Promise<T> {
  try {
    return await walk();
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'OUTCOME_UNKNOWN')) throw error;
    throw vanished(
      ports,
      `generation ${head?.index.generation}, which this run began from,`,
      error,
    );
  }
}

function vanished({ store }: Ports, what: string, cause?: unknown): StoreError {
  return new StoreError(
    'COMMIT_VANISHED',
    `${what} has vanished from ${store.url}: somebody else published at the same time, although single-writer: true states that nobody does, and the store keeps nobody out. Publish again what is missing, one run at a time`,
    { cause },
  );
}
