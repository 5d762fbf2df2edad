import type { Products } from '../core/document.ts';
import { InputError, TrustError } from '../core/error.ts';
import { parseDocuments, readDocuments } from './documents.ts';
import { type Head, type ReadingPorts, readRoot } from './head.ts';
import { isRolledBack } from './rollback.ts';

/** A root as it was read, and verified as the base of a commit is. */
export interface VerifiedRoot {
  /** For people. */
  readonly url: string;
  /** `undefined` in an empty root. */
  readonly head: Head | undefined;
  /** It has a head with a verified signature. */
  readonly signed: boolean;
  readonly documents: ReadonlyMap<string, Products>;
}

/** A root that holds something. */
export interface SourceRoot extends VerifiedRoot {
  readonly head: Head;
}

/**
 * Reads a root that is not written to.
 * @throws TrustError when its signature, a digest or its age is in doubt
 */
export async function readVerified(ports: ReadingPorts): Promise<VerifiedRoot> {
  const { url } = ports.store;
  const state = await readRoot(ports);
  if (state.kind === 'empty') {
    return { url, head: undefined, signed: false, documents: new Map() };
  }
  const signed = state.kind === 'signed';
  if (signed && (await isRolledBack(ports, state, false)) === undefined) return readVerified(ports);
  const { head } = state;
  return { url, head, signed, documents: parseDocuments(await readDocuments(ports, head)) };
}

/**
 * Reads the root that versions are taken from.
 * @throws InputError when it is empty; TrustError as {@link readVerified}
 */
export async function readSource(ports: ReadingPorts): Promise<SourceRoot> {
  const root = await readVerified(ports);
  const { url, head } = root;
  if (head === undefined) {
    throw new InputError('INPUT_INVALID', `${url} is an empty root: there is nothing to take`);
  }
  if (head.index.head === undefined || root.signed) return { ...root, head };
  throw new TrustError(
    'HEAD_VANISHED',
    `index.json of ${url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted; restore it, or publish into that root first`,
  );
}

/**
 * Nothing is laundered: what nobody has signed does not get a signature on its way.
 * @throws TrustError SOURCE_UNSIGNED
 */
export function checkOrigin(
  { url, signed }: VerifiedRoot,
  target: { readonly url: string; readonly signed: boolean },
  allowed: boolean,
): void {
  if (signed || !target.signed || allowed) return;
  throw new TrustError(
    'SOURCE_UNSIGNED',
    `${url} is not signed, and ${target.url} is: promoting would vouch for versions whose origin nothing shows; sign ${url}, or say from-unsigned: true`,
  );
}
