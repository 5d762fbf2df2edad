import type { Index } from '../core/document.ts';
import { FollowersError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import { type Form, index as indexPath, objectHeaders } from '../core/root.ts';
import { documentText } from '../core/schema/json-text.ts';
import { parseIndex } from '../core/schema/validate.ts';
import type { Ports } from '../ports.ts';
import { documentLimit, type Head, readHead } from './head.ts';
import { type Follower, impliedFollowers } from './implied.ts';
import { type Known, openKnown } from './known.ts';
import { openPauses, patience } from './pauses.ts';

/**
 * Makes every follower what the head implies, `index.json` last, in passes until one met nobody else. In a signed root
 * nothing is looked at when `index.json` has the head's generation: it is written only when all others are brought up
 * for the very same head. When it has a higher one, somebody has put an old head back, and nothing is written: that is
 * for the next run to say.
 *
 * For each one its revision is read first and the head after that, and the write is conditional: so whoever writes
 * with an old head in hand loses, unless the bytes it has read have come back meanwhile, for which a revision stands.
 * So what was written while the head moved is looked at once more when all is done. A head held in memory is never used.
 * @param form of the head
 * @param when `always`: also where `index.json` says that all is done, because something else was lost
 * @param known what need not be read again
 */
export async function bringUpFollowers(
  ports: Ports,
  form: Form,
  when: 'behind' | 'always' = 'behind',
  known = openKnown(),
): Promise<void> {
  const pauses = openPauses(ports);
  const written = new Set<RelativePath>();
  let seen: Head | undefined;
  while (!pauses.isOver()) {
    const began = ports.clock.now();
    const present = form === 'sjson' ? await readFollower(ports) : undefined;
    const head = await readHead(ports, form);
    // An unsigned root that became a signed one meanwhile: its followers are for whoever signs it.
    if (head.index.head !== undefined) return;
    const lead = leadOf(present, head);
    if (lead > 0) return;
    const only = lead === 0 && when === 'behind' ? written : undefined;
    // Whoever has replaced it since is about to do the same: worth a pass is one that stands still.
    const moves = only === undefined && seen !== undefined && seen.sha256 !== head.sha256;
    if (!moves && (await bringUpAll({ ports, head, known, written }, only))) return;
    seen = head;
    await pauses.after(began);
  }
  throw new FollowersError(
    'FOLLOWERS_BEHIND',
    `the followers of ${ports.store.url} did not settle in ${patience / 60_000} minutes; something else writes them: the next run tries again`,
  );
}

interface Pass {
  readonly ports: Ports;
  readonly head: Head;
  readonly known: Known;
  /** Those this run has sent. */
  readonly written: Set<RelativePath>;
}

/** False when another publisher got in the way: then no later follower is touched. */
async function bringUpAll(pass: Pass, only?: ReadonlySet<RelativePath>): Promise<boolean> {
  const { ports, head, known, written } = pass;
  if (only?.size === 0) return true;
  for (const [path, follower] of await impliedFollowers(ports, head, known)) {
    if (only?.has(path) === false) continue;
    if (!(await bringUp(pass, path, follower))) return false;
  }
  // In a signed root the head has stood still until `index.json` was written: its bytes never come back.
  const isSettled = written.size === 0 || (head.form === 'sjson' && only === undefined);
  return isSettled || stands(pass);
}

async function bringUp(pass: Pass, path: RelativePath, follower: Follower): Promise<boolean> {
  const { ports, head, written } = pass;
  const present = await ports.store.read(path, documentLimit);
  if (!(await stands(pass))) return false;
  if (present !== undefined && (await follower.isCurrent(present.bytes))) return true;
  if (path === indexPath && present !== undefined && isNewer(present.bytes, head)) return false;
  const headers = objectHeaders(path, 'mutable');
  const bytes = await follower.bytes();
  written.add(path);
  const put = await ports.store.replace(path, bytes, present?.revision, headers);
  return put.outcome === 'replaced';
}

async function stands({ ports, head }: Pass): Promise<boolean> {
  return (await readHead(ports, head.form)).sha256 === head.sha256;
}

function isNewer(bytes: Uint8Array, head: Head): boolean {
  return leadOf(parseFollower(bytes), head) > 0;
}

/** How many generations `index.json` is ahead of the head; -1 where there is none. */
function leadOf(present: Index | undefined, { index }: Head): number {
  return present === undefined ? -1 : generationOf(present) - generationOf(index);
}

async function readFollower({ store }: Ports): Promise<Index | undefined> {
  const stored = await store.read(indexPath, documentLimit);
  return stored && parseFollower(stored.bytes);
}

function parseFollower(bytes: Uint8Array): Index {
  return parseIndex(documentText(bytes, indexPath), indexPath);
}

function generationOf(index: Index): number {
  return index.generation ?? 0;
}
