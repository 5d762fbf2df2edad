import { ConflictError, FollowersError, isSimplestreamsError } from '../core/error.ts';
import type { Form } from '../core/root.ts';
import type { Guarantee } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import { type Base, openBase, type Permissions } from './base.ts';
import { changesAnything, type Edit, type Edited } from './edit.ts';
import { bringUpFollowers } from './followers.ts';
import { warnOfExpiry } from './key-expiry.ts';
import { type Known, openKnown } from './known.ts';
import { openPauses, type Pauses, patience } from './pauses.ts';
import { isOutdated, type PreparedCommit, prepare, storeFiles } from './prepare.ts';
import { openSentHeads } from './put-head.ts';
import { type KnownFiles, openStage, type Stage } from './stage.ts';
import { openTrial, type Trial } from './trial.ts';

export interface CommitOptions<Outcome> extends Permissions, KnownFiles {
  readonly dryRun: boolean;
  /** Shown the edit before anything is stored. */
  readonly onPlan: (edited: Edited<Outcome>) => void;
  /** Asked about each root that the edit is to be made from, before it is; refuses by an error. */
  readonly admit?: (base: Base) => Promise<void>;
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
  /** What the store has shown; `undefined` when there was nothing to write. */
  readonly guarantee: Guarantee | undefined;
}

/**
 * Makes an edit the new head of the root: stage, documents, look, one conditional PUT, followers. A reader sees the old
 * root or the new one, at every moment and whatever happens to this process.
 * @throws ConflictError CONTENDED when others kept committing past the time bound
 * @throws StoreError OUTCOME_UNKNOWN, STORE_NO_COMPARE_AND_SWAP
 */
export async function commit<Outcome>(
  ports: Ports,
  options: CommitOptions<Outcome>,
  edit: Edit<Outcome>,
): Promise<Committed<Outcome>> {
  const stage = openStage(ports, options);
  const trial = openTrial(ports);
  const known = openKnown();
  const heads = openSentHeads<Outcome>(ports, trial);
  const done = (committed: PreparedCommit<Outcome>) =>
    finish(ports, committed, stage, trial, known);
  let pauses = openPauses(ports);
  for (let attempt = 0; ; attempt++) {
    const recovery = attempt === 0 && !options.dryRun ? trial : undefined;
    const base = await heads.openAgain(() => openBase(ports, options, recovery, known));
    if ('next' in base) return done(base);
    const editBase = () => edit(base.documents, stage, base.head);
    const edited = await plan(ports, options, base, editBase, attempt === 0);
    if (options.dryRun) await stage.find(edited.files, base.named);
    const isNothing = !changesAnything(edited) && !base.rolledBack;
    if (isNothing || options.dryRun) return uncommitted(base, stage, edited, trial);
    await storeFiles(base, stage, edited);
    const began = ports.clock.now();
    const prepared = await prepare(ports, base, stage, trial, known, edit);
    const committed = prepared && (await heads.put(prepared));
    if (committed !== undefined) return done(committed);
    pauses = await beforeNext(ports, pauses, began, attempt + 1, prepared);
  }
}

/** The first plan is told, with what is wrong with the key. */
async function plan<Outcome>(
  ports: Ports,
  options: CommitOptions<Outcome>,
  base: Base,
  edit: () => Edited<Outcome>,
  isFirst: boolean,
): Promise<Edited<Outcome>> {
  await options.admit?.(base);
  const edited = edit();
  if (!isFirst) return edited;
  // Who changes the ring puts it right.
  warnOfExpiry(ports, options.ringChange === undefined ? (base.head?.ring ?? []) : []);
  options.onPlan(edited);
  return edited;
}

async function uncommitted<Outcome>(
  { head, form }: Base,
  stage: Stage,
  edited: Edited<Outcome>,
  trial: Trial,
): Promise<Committed<Outcome>> {
  return {
    outcome: edited.outcome,
    changed: changesAnything(edited),
    generation: head?.index.generation ?? 0,
    signed: form === 'sjson',
    stage,
    behind: undefined,
    guarantee: await trial.answer(),
  };
}

async function finish<Outcome>(
  ports: Ports,
  { outcome, base: { form }, next: { generation } }: PreparedCommit<Outcome>,
  stage: Stage,
  trial: Trial,
  known: Known,
): Promise<Committed<Outcome>> {
  const behind = await follow(ports, form, known);
  const guarantee = await trial.answer();
  return { outcome, changed: true, generation, signed: form === 'sjson', stage, behind, guarantee };
}

/** The commit stands whatever happens here. */
async function follow(ports: Ports, form: Form, known: Known): Promise<FollowersError | undefined> {
  try {
    await bringUpFollowers(ports, form, 'behind', known);
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

async function beforeNext(
  ports: Ports,
  pauses: Pauses,
  began: Date,
  attempts: number,
  prepared: PreparedCommit<unknown> | undefined,
): Promise<Pauses> {
  // It was nobody else who kept this run from committing: the time for that begins anew.
  if (prepared !== undefined && isOutdated(ports, prepared.looked)) return openPauses(ports);
  if (!pauses.isOver()) {
    await pauses.after(began);
    return pauses;
  }
  throw new ConflictError(
    'CONTENDED',
    `others kept committing to ${ports.store.url} for ${patience / 60_000} minutes, and this run never came first in ${attempts} attempts; nothing of it is published. Run it again, or fewer at once`,
  );
}
