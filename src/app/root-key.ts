import type { ConsumerName } from '../core/consumers/consumer.ts';
import { asText, type Json } from '../core/consumers/json.ts';
import { isSimplestreamsError } from '../core/error.ts';
import type { Finding } from '../core/finding.ts';
import { parseRelativePath } from '../core/path.ts';
import { headPath, signedIndex } from '../core/root.ts';
import type { KeyFacts } from '../ports.ts';
import { documentLimit } from './head.ts';
import { describeExpiry, describeKey, expiryOf } from './key-expiry.ts';
import type { Reader } from './read-view.ts';
import { readingFinding } from './reading-finding.ts';
import { ringLimit } from './ring.ts';

/**
 * What is wrong with the key of a signed root; nothing while its end is far. Known is a key that is trusted, else one in
 * the ring that the index names.
 * @param index either one: the plain one of a signed root names the ring too
 */
export async function keyFindings(
  reader: Reader,
  index: Json | undefined,
  signed: Uint8Array,
  names: readonly ConsumerName[],
): Promise<readonly Finding[]> {
  const key = await knownKey(reader, index, signed);
  if (key === undefined) return [];
  const near = expiryOf(key, reader.now);
  if (near === undefined) return [];
  const message = `${signedIndex} is signed by ${describeKey(key)}, which ${describeExpiry(key, reader.now)}`;
  return [readingFinding(near === 'soon' ? 'KEY-001' : 'KEY-002', names, 'index', message)];
}

/**
 * The key that made the signature of a signed index: one that is trusted, or where there is nothing to verify with, one
 * in the ring that the index names. `undefined` when it is none of these.
 */
export function knownKey(
  reader: Reader,
  index: Json | undefined,
  signed: Uint8Array,
): Promise<KeyFacts | undefined> {
  return told(async () =>
    reader.verifier === undefined
      ? keyInRing(reader, index, signed)
      : reader.verifier.facts(
          (await reader.verifier.clearsigned(signed, headPath('sjson'))).fingerprint,
        ),
  );
}

/** The signed index beside a plain one that says it follows it, for those who do not read it. */
export async function signedBeside(
  { root }: Pick<Reader, 'root'>,
  index: Json | undefined,
): Promise<Uint8Array | undefined> {
  if (index?.head !== 'index.sjson') return undefined;
  return (await told(() => root.read(signedIndex, documentLimit)))?.bytes;
}

async function keyInRing(
  { root, openRing }: Reader,
  index: Json | undefined,
  signed: Uint8Array,
): Promise<KeyFacts | undefined> {
  const path = parseRelativePath(asText(index?.keyring));
  const stored = path && (await root.read(path, ringLimit));
  if (stored === undefined) return undefined;
  const ring = await openRing();
  for (const key of await ring.keys(stored.bytes)) {
    if (await ring.verifies(key.publicKey, signed)) return key;
  }
  return undefined;
}

/** What keeps a signature or a ring from being read is a finding of its own, or none. */
async function told<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isSimplestreamsError(error) || error.code === 'SIGNAL') throw error;
    return undefined;
  }
}
