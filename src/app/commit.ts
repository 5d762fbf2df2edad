import type { Sha256 } from '../core/digest.ts';
import { ConflictError, FollowersError, isSimplestreamsError, StoreError } from '../core/error.ts';
import { headPath, objectHeaders } from '../core/root.ts';
import type { Ports } from '../ports.ts';
import { type Base, openBase } from './base.ts';
import type { Edit, Edited } from './edit.ts';
import { isCommitted, outcomeUnknown } from './fate.ts';
import { bringUpFollowers } from './followers.ts';
import { type PreparedCommit, prepare } from './prepare.ts';
import { openStage, type Stage } from './stage.ts';

export interface CommitOptions<Outcome> {
  readonly adopt: boolean;
  readonly dryRun: boolean;
  /** Shown the edit before anything is stored. */
  readonly onPlan: (edited: Edited<Outcome>) => void;
}

export interface Committed<Outcome> {
  readonly outcome: Outcome;
  readonly changed: boolean;
  /** Of the head committed, or of the one read where nothing was. */
  readonly generation: number;
  readonly signed: boolean;
  readonly stage: Stage;
  /** Why the followers are behind, if they are. */
  readonly behind: FollowersError | undefined;
}

/** Bounded by time, not by a count: where many publish, each attempt that one loses is a commit of another. */
const timeBound = 10 * 60 * 1000;
const firstBackoff = 50;
const longestBackoff = 5_000;

/**
 * Makes an edit the new head of the root: stage, documents, look, one conditional PUT, followers. A reader sees the old
 * root or the new one, at every moment and whatever happens to this process.
 * @throws ConflictError CONTENDED when others kept committing past the time bound
 * @throws StoreError OUTCOME_UNKNOWN
 */
export async function commit<Outcome>(
  ports: Ports,
  options: CommitOptions<Outcome>,
  edit: Edit<Outcome>,
): Promise<Committed<Outcome>> {
  const stage = openStage(ports);
  const sent = new Set<Sha256>();
  const deadline = ports.clock.now().getTime() + timeBound;
  for (let attempt = 0; ; attempt++) {
    const base = await openBase(ports, options.adopt, attempt === 0 && !options.dryRun);
    const edited = edit(base.documents, stage);
    if (attempt === 0) options.onPlan(edited);
    if (edited.changed.size === 0 || options.dryRun) return uncommitted(base, stage, edited);
    const prepared = await prepare(ports, base, stage, edit);
    if (prepared !== undefined && (await putHead(ports, prepared, sent))) {
      const { outcome } = prepared;
      const { generation } = prepared.next;
      const behind = await follow(ports, base);
      return { outcome, changed: true, generation, signed: base.form === 'sjson', stage, behind };
    }
    await backOff(ports, attempt, deadline);
  }
}

function uncommitted<Outcome>(
  { head, form }: Base,
  stage: Stage,
  { outcome, changed }: Edited<Outcome>,
): Committed<Outcome> {
  const generation = head?.index.generation ?? 0;
  const signed = form === 'sjson';
  return { outcome, changed: changed.size > 0, generation, signed, stage, behind: undefined };
}

/** The one request that readers notice. Whatever the answer, what is there afterwards decides. */
async function putHead(
  ports: Ports,
  { base, next }: Pick<PreparedCommit<unknown>, 'base' | 'next'>,
  sent: Set<Sha256>,
): Promise<boolean> {
  const path = headPath(base.form);
  const revision = base.head?.form === base.form ? base.head.revision : undefined;
  sent.add(next.sha256);
  const put = await ports.store.replace(path, next.bytes, revision, objectHeaders(path, 'mutable'));
  if (put.outcome === 'replaced') return true;
  try {
    return await isCommitted(ports, sent, base);
  } catch (error) {
    const known =
      error instanceof StoreError ? error.code === 'OUTCOME_UNKNOWN' : put.outcome === 'conflict';
    if (known || !isSimplestreamsError(error)) throw error;
    throw outcomeUnknown(ports, `the head could not be read again: ${error.message}`, error);
  }
}

/** The commit stands whatever happens here. */
async function follow(ports: Ports, base: Base): Promise<FollowersError | undefined> {
  try {
    await bringUpFollowers(ports, base.form);
    return undefined;
  } catch (error) {
    if (!isSimplestreamsError(error)) throw error;
    return new FollowersError(
      'FOLLOWERS_BEHIND',
      `committed, followers behind: readers of the head see the new version; those of the derived objects see the old one until a run brings them up. ${error.message}`,
      { cause: error },
    );
  }
}

/** Full jitter: publishers that collided spread over the whole span. */
async function backOff(
  { clock, random, store }: Ports,
  attempt: number,
  deadline: number,
): Promise<void> {
  if (clock.now().getTime() > deadline) {
    throw new ConflictError(
      'CONTENDED',
      `others kept committing to ${store.url} for ${timeBound / 60_000} minutes, and this run never came first in ${attempt + 1} attempts; nothing of it is published. Run it again, or fewer at once`,
    );
  }
  await clock.sleep(random.fraction() * Math.min(longestBackoff, firstBackoff * 2 ** attempt));
}
