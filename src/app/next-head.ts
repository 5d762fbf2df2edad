import type { Sha256 } from '../core/digest.ts';
import type { Index, IndexEntry } from '../core/document.ts';
import type { RelativePath } from '../core/path.ts';
import { headCopyPath, index as indexPath, objectHeaders, ringPath } from '../core/root.ts';
import { serialise } from '../core/serialise.ts';
import { formatUpdated } from '../core/time.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import { requireSigning } from './head.ts';
import { storeImmutable } from './immutable.ts';
import type { Trial } from './trial.ts';

/** A head to be sent; its copy is stored already, so that the chain of `previous` never breaks. */
export interface NextHead {
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
  readonly generation: number;
}

/** What a head says otherwise than the one it replaces. */
export interface HeadChanges {
  /** New or changed. */
  readonly entries: ReadonlyMap<string, IndexEntry>;
  readonly removed: ReadonlySet<string> | undefined;
  /** Path of the ring, in a signed root. */
  readonly keyring: RelativePath | undefined;
}

/** The head that replaces `base`'s. */
export async function nextHead(
  ports: Ports,
  trial: Trial,
  { head, form, generation: before }: Base,
  { entries, removed, keyring }: HeadChanges,
): Promise<NextHead> {
  const {
    head: _,
    previous: __,
    keyring: ___,
    ...kept
  } = head?.index ?? { format: 'index:1.0', index: {} };
  const generation = before + 1;
  const index: Index = {
    ...kept,
    format: 'index:1.0',
    index: Object.fromEntries([
      ...Object.entries(head?.index.index ?? {}).filter(([name]) => removed?.has(name) !== true),
      ...entries,
    ]),
    updated: formatUpdated(ports.clock.now()),
    generation,
    commit: ports.random.id(),
    ...(head === undefined ? {} : { previous: head.sha256 }),
    ...(keyring === undefined ? {} : { keyring }),
  };
  const text = serialise(index);
  const bytes =
    form === 'json'
      ? new TextEncoder().encode(text)
      : await requireSigning(ports).signer.clearsign(text);
  const sha256 = await storeCopy(ports, trial, form, bytes);
  return { bytes, sha256, generation };
}

/**
 * The ring that readers of the next head need: the one they have, or, where none is, our own key.
 * @param wanted the keys it shall hold, where they change
 */
export async function storeRing(
  ports: Ports,
  base: Base,
  wanted: Uint8Array | undefined,
): Promise<RelativePath | undefined> {
  if (ports.signing === undefined) return undefined;
  const present = base.kind === 'signed' ? base.head?.index.keyring : undefined;
  if (present !== undefined && wanted === undefined) return present;
  const ring = wanted ?? ports.signing.signer.publicKey;
  const sha256 = ports.sha256(ring);
  const path = ringPath(sha256);
  if (await storeImmutable(ports, path, ring)) return path;
  const beside = ringPath(sha256, `-${ports.random.id().slice(0, 8)}`);
  await storeImmutable(ports, beside, ring);
  return beside;
}

/**
 * Marks an empty or unsigned root as one that is becoming signed: from here on `index.json` is no head.
 * @returns the root with the mark, or `undefined` when another publisher was quicker
 */
export async function beginSigning(
  ports: Ports,
  trial: Trial,
  base: Base,
): Promise<Base | undefined> {
  if (base.form === 'json' || base.kind === 'signed' || base.kind === 'becoming') return base;
  const { head } = base;
  const index: Index = {
    ...(head?.index ?? { format: 'index:1.0', index: {}, generation: 0 }),
    updated: formatUpdated(ports.clock.now()),
    commit: ports.random.id(),
    head: 'index.sjson',
    ...(head === undefined ? {} : { previous: head.sha256 }),
  };
  const bytes = new TextEncoder().encode(serialise(index));
  const sha256 = await storeCopy(ports, trial, 'json', bytes);
  const headers = objectHeaders(indexPath, 'mutable');
  const put = await ports.store.replace(indexPath, bytes, head?.revision, headers);
  if (put.outcome !== 'replaced') return undefined;
  const marked = {
    form: 'json',
    revision: put.revision,
    sha256,
    index,
    signedBy: undefined,
    ring: [],
  } as const;
  return { ...base, kind: 'becoming', head: marked };
}

/** The copy comes before every PUT of a head, and shows what such a PUT is worth. */
async function storeCopy(
  ports: Ports,
  trial: Trial,
  form: Base['form'],
  bytes: Uint8Array,
): Promise<Sha256> {
  const sha256 = ports.sha256(bytes);
  const path = headCopyPath(form, sha256);
  if (!(await storeImmutable(ports, path, bytes))) {
    throw new Error(`a head with a random commit id exists already: ${sha256}`);
  }
  await trial.ask(path, bytes);
  return sha256;
}
