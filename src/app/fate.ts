import { parseSha256, type Sha256 } from '../core/digest.ts';
import type { Index } from '../core/document.ts';
import { StoreError } from '../core/error.ts';
import { type Form, headCopyPath } from '../core/root.ts';
import { documentText } from '../core/schema/json-text.ts';
import { parseIndex } from '../core/schema/validate.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import { documentLimit, type Head, headVanished, readHead, readRoot, verifierOf } from './head.ts';

/**
 * The head as it is now, after one was sent to replace `base`.
 * @returns `undefined` in a root that is still empty
 * @throws TrustError HEAD_VANISHED
 */
export async function readHeadAfter(ports: Ports, base: Base): Promise<Head | undefined> {
  if (base.head?.form === 'sjson') return readHead(ports, 'sjson');
  const state = await readRoot(ports);
  if (state.kind === 'empty') {
    if (base.head === undefined) return undefined;
    throw headVanished(ports, base.head.form);
  }
  return state.head;
}

/**
 * Finds out what became of the heads this run sent: the answer to a PUT says little, for it can be lost on the way, and
 * a proxy can have sent the PUT twice. Committed is what the head is, or any copy reached over `previous`.
 * @param sent by the digests of the heads
 * @param base what the last of them was to replace
 * @returns the one that is committed. `undefined`: certainly none, up to `head`.
 * @throws StoreError OUTCOME_UNKNOWN when the chain cannot be read back to `base`
 */
export async function findCommitted<Sent>(
  ports: Ports,
  sent: ReadonlyMap<Sha256, Sent>,
  base: Base,
  head: Head,
): Promise<Sent | undefined> {
  let { sha256, index } = head;
  while (sha256 !== base.head?.sha256) {
    const committed = sent.get(sha256);
    if (committed !== undefined) return committed;
    const previous = parseSha256(index.previous);
    if (previous === base.head?.sha256) return undefined;
    if (previous === undefined || isBefore(index, base)) {
      throw outcomeUnknown(ports, 'the chain of heads does not lead back to the one it began with');
    }
    index = await readCopy(ports, previous);
    sha256 = previous;
  }
  return undefined;
}

function isBefore({ generation = 0 }: Index, { head }: Base): boolean {
  return generation < (head?.index.generation ?? 0);
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
        ? (await verifierOf(ports).clearsigned(stored.bytes, path)).text
        : documentText(stored.bytes, path);
    return parseIndex(text, path);
  }
  throw outcomeUnknown(ports, `the copy of the head ${sha256} is missing`);
}
