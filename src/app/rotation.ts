import { InputError } from '../core/error.ts';
import type { KeyFingerprint, RingKey } from '../ports.ts';
import type { HeadToEdit } from './base.ts';

/** What shall become of the keys of a root. */
export interface RotationRequest {
  /** To be given to readers, before it signs. */
  readonly newKey: RingKey | undefined;
  /** To be taken from the ring: it signs no more. */
  readonly dropKey: KeyFingerprint | undefined;
  /** No key of the ring can sign any more: the signing key takes over although readers do not have it. */
  readonly keyLost: boolean;
}

/** What is done about the keys of a root. */
export interface Rotation {
  /** What readers are to have from now on. */
  readonly ring: readonly RingKey[];
  readonly added: readonly RingKey[];
  /** Keys that the ring held as they were before somebody changed them: extended them, say. */
  readonly renewed: readonly RingKey[];
  readonly dropped: readonly RingKey[];
  /** The signing key signs what another has signed. */
  readonly takesOver: boolean;
}

/**
 * The next step of a change of keys, as far as this run is to take it.
 * @throws InputError INPUT_INVALID for what would leave readers without the key that signs
 */
export function rotationOf(
  { newKey, dropKey, keyLost }: RotationRequest,
  { ring, signedBy }: Pick<HeadToEdit, 'ring' | 'signedBy'>,
  signer: RingKey,
): Rotation {
  const problems = problemsOf({ newKey, dropKey }, signedBy, signer);
  if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);

  const present = ring.length > 0 || keyLost ? ring : [signer];
  const wanted = [...(keyLost || isExtended(signer, present) ? [signer] : []), newKey];
  const added: RingKey[] = [];
  const renewed: RingKey[] = [];
  let next = present;
  for (const key of wanted) {
    if (key === undefined) continue;
    const held = next.find(({ fingerprint }) => fingerprint === key.fingerprint);
    if (held === undefined) {
      added.push(key);
      next = [...next, key];
    } else if (isNewer(key, held)) {
      renewed.push(key);
      next = next.map((each) => (each === held ? key : each));
    }
  }
  return {
    ring: next.filter(({ fingerprint }) => fingerprint !== dropKey),
    added,
    renewed,
    dropped: next.filter(({ fingerprint }) => fingerprint === dropKey),
    takesOver: signedBy !== signer.fingerprint,
  };
}

function problemsOf(
  { newKey, dropKey }: Pick<RotationRequest, 'newKey' | 'dropKey'>,
  signedBy: KeyFingerprint | undefined,
  { fingerprint: own }: RingKey,
): readonly string[] {
  const problems: string[] = [];
  if (dropKey === own) {
    problems.push(
      `drop-key ${dropKey} is the signing key itself, without which nobody could verify the root: sign with the key that stays`,
    );
  }
  if (dropKey !== undefined && dropKey === newKey?.fingerprint) {
    problems.push(`drop-key and new-key are the same key, ${dropKey}`);
  }
  const given = newKey?.fingerprint;
  if (given !== undefined && given === signedBy && given !== own) {
    problems.push(
      `new-key ${given} signs the root already: give it as the signing key, or leave new-key out to go back to ${own}`,
    );
  }
  return problems;
}

/** The bytes of a ring of these keys. */
export function ringBytes(keys: readonly RingKey[]): Uint8Array {
  return new Uint8Array(keys.flatMap(({ publicKey }) => [...publicKey]));
}

function isExtended(signer: RingKey, ring: readonly RingKey[]): boolean {
  const held = ring.find(({ fingerprint }) => fingerprint === signer.fingerprint);
  return held !== undefined && endOf(signer) > endOf(held);
}

/** A copy that ends earlier is an old one, left in the settings of a job. */
function isNewer(key: RingKey, held: RingKey): boolean {
  const same =
    key.publicKey.length === held.publicKey.length &&
    key.publicKey.every((byte, at) => byte === held.publicKey[at]);
  return !same && endOf(key) >= endOf(held);
}

function endOf({ expires }: RingKey): number {
  return expires?.getTime() ?? Number.POSITIVE_INFINITY;
}
