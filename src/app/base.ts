import type { Sha256 } from '../core/digest.ts';
import type { Products } from '../core/document.ts';
import { TrustError } from '../core/error.ts';
import { parseRelativePath, type RelativePath } from '../core/path.ts';
import { customaryPath, type Form } from '../core/root.ts';
import type { Ports, RingKey } from '../ports.ts';
import {
  isOurs,
  namedPaths,
  parseDocuments,
  readDocuments,
  type StoredDocument,
} from './documents.ts';
import { bringUpFollowers } from './followers.ts';
import { documentLimit, type Head, type RootState, readRoot, requireSigning } from './head.ts';
import { type Known, openKnown } from './known.ts';
import { documentPaths } from './named-paths.ts';
import { checkRing, type RingChange } from './ring.ts';
import { isRolledBack } from './rollback.ts';
import type { Trial } from './trial.ts';

/** A head with the keys that its readers have: those of the ring that it names, none where it names none. */
export interface HeadToEdit extends Head {
  readonly ring: readonly RingKey[];
}

/** What a commit starts from: a root read, verified, and found to be one that this run may edit. */
export interface Base {
  readonly kind: RootState['kind'];
  readonly head: HeadToEdit | undefined;
  /** The form of the head to be written. */
  readonly form: Form;
  readonly stored: readonly StoredDocument[];
  readonly documents: ReadonlyMap<string, Products>;
  /** Paths that the head names or implies: safe to name again. */
  readonly named: ReadonlySet<string>;
  /** The highest that the head or a follower has. */
  readonly generation: number;
  /** An older head was put back, and that is accepted. */
  readonly rolledBack: boolean;
}

export interface Permissions {
  /** To make an unsigned root a signed one. */
  readonly adopt: boolean;
  /** To go on from an older head that was put back. */
  readonly acceptRollback: boolean;
  /** To change the keys of the ring; absent: they stay as they are. */
  readonly ringChange?: RingChange;
}

/**
 * Reads the root and finds out whether this run may edit it (design: *Signed and unsigned*, *Keys*).
 * @param recovery brings up first what an interrupted run may have left behind; there is no other recovery
 * @param known what need not be read again
 * @throws TrustError when it may not
 */
export async function openBase(
  ports: Ports,
  permissions: Permissions,
  recovery: Trial | undefined,
  known = openKnown(),
): Promise<Base> {
  const state = await readRoot(ports);
  const ring = await checkPolicy(ports, state, permissions, known);
  const { acceptRollback } = permissions;
  const rolledBack = state.kind === 'signed' && (await isRolledBack(ports, state, acceptRollback));
  if (rolledBack === undefined) return openBase(ports, permissions, recovery, known);
  const head = state.kind === 'empty' ? undefined : state.head;
  const stored = head === undefined ? [] : await readDocuments(ports, head, known);
  // Readers are given nothing of a key that they do not have.
  const isKnown = permissions.ringChange !== 'lost' || isIn(ring, ports);
  const behind =
    !rolledBack && isKnown && recovery && (await areFollowersBehind(ports, state, stored));
  if (behind && head !== undefined) {
    await askWith(recovery, head, stored);
    await bringUpFollowers(ports, head.form, 'behind', known);
    return openBase(ports, permissions, undefined, known);
  }
  const documents = parseDocuments(stored);
  const named = namedPaths(documents);
  for (const path of stored.flatMap((document) => documentPaths(document, ports.sha256))) {
    named.add(path);
  }
  const followed = state.kind === 'signed' ? state.follower?.generation : undefined;
  return {
    kind: state.kind,
    head: head && { ...head, ring },
    form: ports.signing === undefined ? 'json' : 'sjson',
    stored,
    documents,
    named,
    generation: Math.max(head?.index.generation ?? 0, rolledBack ? (followed ?? 0) : 0),
    rolledBack,
  };
}

function isIn(ring: readonly RingKey[], { signing }: Ports): boolean {
  return ring.some(({ fingerprint }) => fingerprint === signing?.signer.fingerprint);
}

/** Followers, and notes, are replaced under a condition too; what the head names is there to ask with. */
export async function askWith(
  recovery: Trial,
  head: Head,
  stored: readonly StoredDocument[],
): Promise<void> {
  const ours = stored.find(({ contentId, entry }) => isOurs(contentId, entry, head.form));
  const path = parseRelativePath(ours?.entry.path);
  if (ours !== undefined && path !== undefined) await recovery.ask(path, ours.bytes);
}

/** In a signed root `index.json` tells; in an unsigned one the document under its customary name does. */
async function areFollowersBehind(
  ports: Ports,
  state: RootState,
  stored: readonly StoredDocument[],
): Promise<boolean> {
  if (state.kind === 'signed') return state.follower?.generation !== state.head.index.generation;
  if (state.kind !== 'unsigned') return false;
  const ours = stored.filter(({ contentId, entry }) => isOurs(contentId, entry, 'json'));
  const current = await Promise.all(
    ours.map(({ contentId, sha256 }) => holds(ports, customaryPath(contentId, 'json'), sha256)),
  );
  return current.includes(false);
}

async function holds(ports: Ports, path: RelativePath, sha256: Sha256): Promise<boolean> {
  const found = await ports.store.stat(path);
  if (found === undefined || found.sha256 !== undefined) return found?.sha256 === sha256;
  const stored = await ports.store.read(path, documentLimit);
  return stored !== undefined && ports.sha256(stored.bytes) === sha256;
}

/** @returns the keys of the head's ring */
async function checkPolicy(
  ports: Ports,
  state: RootState,
  { adopt, ringChange }: Permissions,
  known: Known,
): Promise<readonly RingKey[]> {
  if (state.kind === 'signed') {
    const { head } = state;
    return known.ring(head.index.keyring, () => checkRing(ports, head, ringChange));
  }
  if (state.kind === 'unsigned' && ports.signing !== undefined && !adopt) {
    throw new TrustError(
      'NOT_ADOPTED',
      `${ports.store.url} is an unsigned root, and signing it vouches for everything in it; say adopt: true to do so once, or give no signing key`,
    );
  }
  if (state.kind !== 'becoming') return [];
  requireSigning(ports);
  if (state.head.index.generation !== 0 && !adopt) {
    throw new TrustError(
      'NOT_ADOPTED',
      `index.json of ${ports.store.url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted. Restore it, or say adopt: true to sign what index.json names`,
    );
  }
  return [];
}
