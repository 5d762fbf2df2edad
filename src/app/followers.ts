import { FollowersError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import { type Form, index as indexPath, objectHeaders } from '../core/root.ts';
import { parseIndex } from '../core/schema/validate.ts';
import type { Ports } from '../ports.ts';
import { documentLimit, type Head, readHead } from './head.ts';
import { type Follower, impliedFollowers } from './implied.ts';

/** A pass writes only what another publisher's pass has not; more than a few mean that something else writes too. */
const passLimit = 100;

/**
 * Makes every follower what the head implies, `index.json` last, and repeats until a pass writes nothing.
 *
 * For each one its revision is read first and the head after that, and the write is conditional: so whoever writes
 * with an old head in hand loses. A head held in memory is never used.
 * @param form of the head
 */
export async function bringUpFollowers(ports: Ports, form: Form): Promise<void> {
  const implied = rememberImplied(ports);
  for (let pass = 0; pass < passLimit; pass++) {
    const followers = await implied(await readHead(ports, form));
    let wrote = false;
    for (const path of followers.keys()) {
      wrote = (await bringUp(ports, form, path, implied)) || wrote;
    }
    if (!wrote) return;
  }
  throw new FollowersError(
    'FOLLOWERS_BEHIND',
    `the followers of ${ports.store.url} did not settle in ${passLimit} passes; something else writes them: the next run tries again`,
  );
}

type Implied = (head: Head) => Promise<ReadonlyMap<RelativePath, Follower>>;

/** True when the follower was written, or another publisher wrote it meanwhile. */
async function bringUp(
  ports: Ports,
  form: Form,
  path: RelativePath,
  implied: Implied,
): Promise<boolean> {
  const present = await ports.store.read(path, documentLimit);
  const head = await readHead(ports, form);
  const follower = (await implied(head)).get(path);
  if (
    follower === undefined ||
    (present !== undefined && (await follower.isCurrent(present.bytes)))
  )
    return false;
  if (path === indexPath && present !== undefined && isNewer(present.bytes, head)) return false;
  const headers = objectHeaders(path, 'mutable');
  await ports.store.replace(path, await follower.bytes(), present?.revision, headers);
  return true;
}

function isNewer(bytes: Uint8Array, head: Head): boolean {
  const { generation } = parseIndex(new TextDecoder().decode(bytes), indexPath);
  return (generation ?? 0) > (head.index.generation ?? 0);
}

/** Heads do not change often during a pass, and what they imply takes reading every document. */
function rememberImplied(ports: Ports): Implied {
  let last:
    | { readonly sha256: string; readonly followers: Promise<ReadonlyMap<RelativePath, Follower>> }
    | undefined;
  return (head) => {
    if (last?.sha256 !== head.sha256) {
      last = { sha256: head.sha256, followers: impliedFollowers(ports, head) };
    }
    return last.followers;
  };
}
