import type { Key, Subkey } from 'openpgp';
import type { KeyFacts } from '../../ports.ts';
import { canSign } from './keys.ts';
import { fingerprintOf, policy } from './policy.ts';

/** What is told of a key to people. @param now when it is to sign */
export async function factsOf(key: Key, now: Date): Promise<KeyFacts> {
  return {
    fingerprint: fingerprintOf(key),
    userId: key.getUserIDs()[0],
    expires: await expiryOf(key, await signingPartOf(key, now)),
  };
}

/**
 * When `part` of `key` can sign no more: with it expires what binds it to its key, and the key itself.
 * @returns `undefined` when it never expires
 */
export async function expiryOf(key: Key, part: Key | Subkey): Promise<Date | undefined> {
  const ends = [await key.getExpirationTime(undefined, policy)];
  if ('bindingSignatures' in part) ends.push(await bindingEnd(part));
  // What has no valid self-signature could never sign.
  const times = ends.map((end) => (end === null ? part.getCreationTime() : end).valueOf());
  const first = Math.min(...times);
  return first === Number.POSITIVE_INFINITY ? undefined : new Date(first);
}

/** By the newest binding that is valid, also one that has expired; `null` when there is none. */
async function bindingEnd(subkey: Subkey): Promise<Date | number | null> {
  const dates = subkey.bindingSignatures.map(({ created }) => created ?? new Date(0));
  for (const date of dates.toSorted((a, b) => b.getTime() - a.getTime())) {
    const end = await subkey.getExpirationTime(date, policy);
    if (end !== null) return end;
  }
  return null;
}

/** The part that signs now; of a key that signs no more, the one that was the last to. */
async function signingPartOf(key: Key, now: Date): Promise<Key | Subkey> {
  const parts = newestFirst(key);
  for (const date of [now, null]) {
    for (const part of parts) if (await canSign(key, part, date)) return part;
  }
  return key;
}

/** The parts of a key in the order in which gpg asks them to sign: the newest subkey, the primary key last. */
export function newestFirst<K extends Key>(key: K): readonly (K | Subkey)[] {
  const subkeys = key.subkeys.toSorted(
    (a, b) => b.getCreationTime().getTime() - a.getCreationTime().getTime(),
  );
  return [...subkeys, key];
}
