import { parseClearsigned } from '../core/clearsign.ts';
import { parseSha256, type Sha256 } from '../core/digest.ts';
import type { Index } from '../core/document.ts';
import { headCopyPath, signedIndex } from '../core/root.ts';
import { parseIndex } from '../core/schema/validate.ts';
import type { StoredBytes } from '../ports/store.ts';
import type { Ports } from '../ports.ts';
import { documentLimit, type Head, headVanished, requireSigning } from './head.ts';

/**
 * Whether the heads of a root have been signed by certain keys alone, and for how long: that another key has not been
 * in use. Heads are walked over `previous`, whose digest vouches for the copy, as far back as the grace time reaches.
 * A copy that is gone, or that none of the keys has signed, ends what is known; so does a generation that is missing.
 *
 * Times are those of the store, or what the head itself says, if that is later.
 * @param head signed by one of `keys`
 * @param keys a ring
 * @param grace milliseconds
 * @returns when they will have been alone for that long; `undefined`: they have
 */
export async function aloneFrom(
  ports: Ports,
  head: Head,
  keys: Uint8Array,
  grace: number,
): Promise<Date | undefined> {
  const stored = await ports.store.stat(signedIndex);
  if (stored === undefined) throw headVanished(ports, 'sjson');
  const { now } = stored;
  let { index } = head;
  let since = laterOf(stored.modified, index);
  while (now.getTime() - since.getTime() < grace) {
    const from = new Date(since.getTime() + grace);
    const previous = parseSha256(index.previous);
    if (previous === undefined) return from;
    const copy = await readCopy(ports, previous, 'sjson');
    if (copy === undefined) {
      // What was not signed at all was not signed by another key, nor was anything before it.
      return (await readCopy(ports, previous, 'json')) === undefined ? from : undefined;
    }
    if (!(await requireSigning(ports).ring.verifies(keys, copy.bytes))) return from;
    const before = parseIndex(parseClearsigned(copy.bytes, signedIndex).text, signedIndex);
    // An older head was put back, and what came after it is not in the chain.
    if ((before.generation ?? 0) + 1 !== index.generation) return from;
    index = before;
    since = laterOf(copy.modified, index);
  }
  return undefined;
}

function laterOf(modified: Date, { updated }: Index): Date {
  const said = Date.parse(updated ?? '');
  return said > modified.getTime() ? new Date(said) : modified;
}

/** `undefined` when it is gone, or something else lies there. */
async function readCopy(
  ports: Ports,
  sha256: Sha256,
  form: 'json' | 'sjson',
): Promise<StoredBytes | undefined> {
  const stored = await ports.store.read(headCopyPath(form, sha256), documentLimit);
  return stored !== undefined && ports.sha256(stored.bytes) === sha256 ? stored : undefined;
}
