import { parseSha256, type Sha256 } from '../core/digest.ts';
import type { Index } from '../core/document.ts';
import { StoreError } from '../core/error.ts';
import { type Form, headCopyPath } from '../core/root.ts';
import { parseIndex } from '../core/schema/validate.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import { documentLimit, headVanished, readRoot, requireSigning } from './head.ts';

/**
 * Finds out what became of the heads this run sent: the answer to a PUT says little, for it can be lost on the way, and
 * a proxy can have sent the PUT twice. Committed is what the head is, or any copy reached over `previous`.
 * @param base what the last of them was to replace
 * @returns true: committed. False: certainly not, up to the head that is there now.
 * @throws StoreError OUTCOME_UNKNOWN when the chain cannot be read back to `base`
 */
export async function isCommitted(
  ports: Ports,
  sent: ReadonlySet<Sha256>,
  base: Base,
): Promise<boolean> {
  const state = await readRoot(ports);
  if (state.kind === 'empty') {
    if (base.head === undefined) return false;
    throw headVanished(ports, base.head.form);
  }
  if (base.head?.form === 'sjson' && state.kind !== 'signed') throw headVanished(ports, 'sjson');
  let { sha256, index } = state.head;
  while (sha256 !== base.head?.sha256) {
    if (sent.has(sha256)) return true;
    const previous = parseSha256(index.previous);
    if (previous === undefined && base.head === undefined) return false;
    if (previous === base.head?.sha256) return false;
    if (previous === undefined) throw outcomeUnknown(ports, 'the chain of heads begins after it');
    index = await readCopy(ports, previous);
    sha256 = previous;
  }
  return false;
}

export function outcomeUnknown({ store }: Ports, why: string, cause?: unknown): StoreError {
  return new StoreError(
    'OUTCOME_UNKNOWN',
    `outcome: unknown. ${store.url} was asked to make the new head, and whether it did cannot be told: ${why}. Nothing is half-published; look at the index, and run again: what is there already is not published twice`,
    { cause },
  );
}

/** The digest in `previous` comes from a head that was verified, and vouches for the copy's bytes. */
async function readCopy(ports: Ports, sha256: Sha256): Promise<Index> {
  for (const form of ['sjson', 'json'] as const satisfies readonly Form[]) {
    const path = headCopyPath(form, sha256);
    const stored = await ports.store.read(path, documentLimit);
    if (stored === undefined) continue;
    if (ports.sha256(stored.bytes) !== sha256) break;
    const text =
      form === 'sjson'
        ? (await requireSigning(ports).verifier.clearsigned(stored.bytes, path)).text
        : new TextDecoder().decode(stored.bytes);
    return parseIndex(text, path);
  }
  throw outcomeUnknown(ports, `the copy of the head ${sha256} is missing`);
}
