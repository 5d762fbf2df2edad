import { TrustError } from '../core/error.ts';
import { index as indexPath } from '../core/root.ts';
import { type ReadingPorts, readHead, type SignedRoot } from './head.ts';

/**
 * Finds out whether an older head was put back over a newer one: then a follower is ahead of it. A follower is read
 * before the head, so in a race the head is the newer one; it is read once more all the same.
 * @returns true: rolled back, and accepted. `undefined`: the head has changed meanwhile; read the root again.
 * @throws TrustError ROLLED_BACK unless it is accepted
 */
export async function isRolledBack(
  ports: ReadingPorts,
  { head, follower }: SignedRoot,
  accept: boolean,
): Promise<boolean | undefined> {
  const followed = follower?.generation ?? 0;
  const { generation = 0 } = head.index;
  if (followed <= generation) return false;
  const again = await readHead(ports, head.form);
  if (again.sha256 !== head.sha256) return undefined;
  if (accept) return true;
  throw new TrustError(
    'ROLLED_BACK',
    `the head of ${ports.store.url} has generation ${generation}, and ${indexPath}, which follows it, ${followed}: somebody put an old head back. Restore the newer one from its copy (streams/v1/index.<digest>.sjson); or, if the old one is meant to stand, say accept-rollback: true once`,
  );
}
