import {
  noNotes,
  type PruneNotes,
  parsePruneNotes,
  pruneNotesPath,
  writePruneNotes,
} from '../core/prune-notes.ts';
import { objectHeaders } from '../core/root.ts';
import { notesOf, planVisit, type Unnamed, type VisitPlan } from '../core/visit-plan.ts';
import type { Listing, Revision } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import { askWith, openBase } from './base.ts';
import { documentLimit } from './head.ts';
import { type NamedInRoot, namedBeside, readNamed } from './named-paths.ts';
import { reap } from './reap.ts';
import { openTrial } from './trial.ts';

export interface VisitOptions {
  /** Milliseconds between the visit that notes an object and the one that removes it. */
  readonly grace: number;
  readonly dryRun: boolean;
  /** Told the plan before anything is written. */
  readonly onPlan?: (plan: VisitPlan) => void;
  /** Told what was removed, also by a visit that fails after it. */
  readonly onReaped?: (reaped: readonly Unnamed[]) => void;
}

export interface Visited {
  readonly plan: VisitPlan;
  /** What was removed; of a dry run, nothing. */
  readonly reaped: readonly Unnamed[];
  /** What was due, and turned out not to be stored by this program. */
  readonly foreign: readonly Unnamed[];
  /** Why nothing was removed, or not all of it, where something is due. */
  readonly held: string | undefined;
  /** By the store's clock, when the list was begun; `undefined`: what the root names is not known. */
  readonly now: Date | undefined;
}

/**
 * Only one visit at a time removes anything, and of an object sends one request: a second one, late, could take what
 * somebody has stored at the path since. A request is good for 15 minutes after it was signed (SigV4), so 30 after the
 * list was begun all are over, those without an answer as well.
 */
const leaseTime = 35 * 60 * 1000;

const nothing: VisitPlan = {
  due: [],
  waiting: [],
  young: [],
  foreign: [],
  nested: [],
  shadowed: [],
};

/**
 * One visit (design: *Deleting*): lists the root, then reads what it names, notes what nothing names, and removes what
 * an earlier visit noted more than the grace time ago.
 * @throws InputError when there is no index
 * @throws TrustError when the root cannot be believed, StoreError when it cannot be listed: nothing was removed then
 * @throws StoreError when something cannot be removed; what could be is told to `onReaped`
 */
export async function visit(ports: Ports, options: VisitOptions): Promise<Visited> {
  const present = await readNotes(ports);
  const { listing, root } = await look(ports, options);
  if (root.kind !== 'known')
    return { plan: nothing, reaped: [], foreign: [], held: whyUnknown(root), now: undefined };
  const named = new Set([...root.named, ...(await namedBeside(ports, listing, root.stored))]);
  const view = { ...listing, named, notes: present.notes.notes };
  const plan = planVisit(view, options.grace);
  options.onPlan?.(plan);
  const { now } = listing;
  if (options.dryRun) return { plan, reaped: [], foreign: [], held: undefined, now };

  const { reaping } = present.notes;
  const isTaken = reaping !== undefined && reaping.until.getTime() > now.getTime();
  const reaps = plan.due.length > 0 && !isTaken;
  const lease = reaps
    ? { visit: ports.random.id(), until: new Date(now.getTime() + leaseTime) }
    : undefined;
  if (reaps) await askWith(openTrial(ports), root.head, root.stored);
  const noted = {
    notes: notesOf([...plan.due, ...plan.waiting]),
    reaping: lease ?? (isTaken ? reaping : undefined),
  };
  const revision = await putNotes(ports, present, noted);
  if (revision === undefined) return { plan, reaped: [], foreign: [], held: anotherVisit, now };
  if (!reaps)
    return { plan, reaped: [], foreign: [], held: isTaken ? anotherVisit : undefined, now };
  const done = await reap(ports, plan.due, listing, root.head.form);
  const { reaped, foreign, held, isPending, failure } = done;
  options.onReaped?.(reaped);
  const gone = new Set([...reaped, ...foreign]);
  const left = plan.due.filter((object) => !gone.has(object));
  const notes = notesOf([...left, ...plan.waiting]);
  const after = { notes, reaping: isPending ? lease : undefined };
  const written = putNotes(ports, { notes: noted, revision }, after);
  if (failure !== undefined) {
    // Without the notes the lease stands for a while, and that is all.
    await written.catch(() => undefined);
    throw failure.error;
  }
  await written;
  return { plan, reaped, foreign, held, now };
}

const anotherVisit =
  'another prune is at work, or one within the last half hour was ended half-way or had no answer; a later visit removes what is due';

/** The list comes first: what is named after it was begun is in what is read then. */
async function look(
  ports: Ports,
  { dryRun }: VisitOptions,
): Promise<{ readonly listing: Listing; readonly root: NamedInRoot }> {
  const listing = await ports.store.list();
  const root = await readNamed(ports);
  if (root.kind !== 'followers-behind' || dryRun || ports.signing === undefined) {
    return { listing, root };
  }
  await openBase(ports, { adopt: false, acceptRollback: false }, openTrial(ports));
  return { listing: await ports.store.list(), root: await readNamed(ports) };
}

function whyUnknown(root: Exclude<NamedInRoot, { readonly kind: 'known' }>): string {
  switch (root.kind) {
    case 'followers-behind':
      return 'index.json does not follow the head: somebody is publishing, or a run was ended half-way; the next run that publishes brings it up';
    case 'unknown':
      return root.why;
  }
}

interface StoredNotes {
  readonly notes: PruneNotes;
  readonly revision: Revision | undefined;
}

async function readNotes({ store }: Ports): Promise<StoredNotes> {
  const stored = await store.read(pruneNotesPath, documentLimit);
  if (stored === undefined) return { notes: noNotes, revision: undefined };
  const text = new TextDecoder().decode(stored.bytes);
  return { notes: parsePruneNotes(text), revision: stored.revision };
}

/** @returns the revision of what is there now; `undefined` when another visit was quicker, or nobody knows */
async function putNotes(
  { store }: Ports,
  { notes: before, revision }: StoredNotes,
  notes: PruneNotes,
): Promise<Revision | undefined> {
  const text = writePruneNotes(notes);
  if (text === writePruneNotes(before)) return revision ?? '';
  const headers = objectHeaders(pruneNotesPath, 'mutable');
  const bytes = new TextEncoder().encode(text);
  const put = await store.replace(pruneNotesPath, bytes, revision, headers);
  return put.outcome === 'replaced' ? put.revision : undefined;
}
