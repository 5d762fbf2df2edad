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
 * with an old head in hand loses. A head held in memory is never used.
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
  let seen: Head | undefined;
  while (!pauses.isOver()) {
    const began = ports.clock.now();
    const present = form === 'sjson' ? await readFollower(ports) : undefined;
    const head = await readHead(ports, form);
    // An unsigned root that became a signed one meanwhile: its followers are for whoever signs it.
    if (head.index.head !== undefined) return;
    const ahead = generationOf(present) - generationOf(head.index);
    if (present !== undefined && (ahead > 0 || (ahead === 0 && when === 'behind'))) return;
    // Whoever has replaced it since is about to do the same: worth a pass is one that stands still.
    const moves = seen !== undefined && seen.sha256 !== head.sha256;
    if (!moves && (await bringUpAll(ports, head, known))) return;
    seen = head;
    await pauses.after(began);
  }
  throw new FollowersError(
    'FOLLOWERS_BEHIND',
    `the followers of ${ports.store.url} did not settle in ${patience / 60_000} minutes; something else writes them: the next run tries again`,
  );
}

/** False when another publisher got in the way: then no later follower is touched. */
async function bringUpAll(ports: Ports, head: Head, known: Known): Promise<boolean> {
  for (const [path, follower] of await impliedFollowers(ports, head, known)) {
    if (!(await bringUp(ports, head, path, follower))) return false;
  }
  return true;
}

async function bringUp(
  ports: Ports,
  head: Head,
  path: RelativePath,
  follower: Follower,
): Promise<boolean> {
  const present = await ports.store.read(path, documentLimit);
  if ((await readHead(ports, head.form)).sha256 !== head.sha256) return false;
  if (present !== undefined && (await follower.isCurrent(present.bytes))) return true;
  if (path === indexPath && present !== undefined && isNewer(present.bytes, head)) return false;
  const headers = objectHeaders(path, 'mutable');
  const bytes = await follower.bytes();
  const put = await ports.store.replace(path, bytes, present?.revision, headers);
  return put.outcome === 'replaced';
}

function isNewer(bytes: Uint8Array, { index }: Head): boolean {
  return generationOf(parseFollower(bytes)) > generationOf(index);
}

async function readFollower({ store }: Ports): Promise<Index | undefined> {
  const stored = await store.read(indexPath, documentLimit);
  return stored && parseFollower(stored.bytes);
}

function parseFollower(bytes: Uint8Array): Index {
  return parseIndex(documentText(bytes, indexPath), indexPath);
}

function generationOf(index: Index | undefined): number {
  return index?.generation ?? 0;
}
