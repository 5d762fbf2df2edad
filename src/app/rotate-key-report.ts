import { formatDuration } from '../core/duration.ts';
import type { Guarantee } from '../ports/store.ts';
import type { KeyFacts, KeyFingerprint, Ports } from '../ports.ts';
import type { Committed } from './commit.ts';
import { requireSigning } from './head.ts';
import type { RotateKeyRequest } from './rotate-key.ts';
import type { Rotation } from './rotation.ts';

/** What a run did: the JSON of `--json` and of the input `report`; of a dry run, what it would have done. */
export interface RotateKeyReport {
  readonly changed: boolean;
  readonly dryRun: boolean;
  readonly root: string;
  /** Of the head after the run. */
  readonly generation: number;
  readonly signedBy: KeyFingerprint;
  /** What readers are to have. */
  readonly ring: readonly KeyFacts[];
  readonly added: readonly KeyFingerprint[];
  readonly renewed: readonly KeyFingerprint[];
  readonly dropped: readonly KeyFingerprint[];
  /** True when the index and every document were signed anew, by another key. */
  readonly takesOver: boolean;
  readonly followers: 'current' | 'behind';
  readonly store?: Guarantee | undefined;
  /** What is to be done next, and when; absent when nothing is. */
  readonly next: string | undefined;
  readonly warnings: readonly string[];
}

export function rotateKeyReport(
  request: RotateKeyRequest,
  ports: Ports,
  { outcome, changed, generation, behind, guarantee }: Committed<Rotation>,
): RotateKeyReport {
  const { signer } = requireSigning(ports);
  const { ring, added, renewed, dropped, takesOver } = outcome;
  const fingerprints = (keys: readonly KeyFacts[]) => keys.map(({ fingerprint }) => fingerprint);
  return {
    changed,
    dryRun: request.dryRun,
    root: ports.store.url,
    generation,
    signedBy: signer.fingerprint,
    ring: ring.map(({ fingerprint, userId, expires }) => ({ fingerprint, userId, expires })),
    added: fingerprints(added),
    renewed: fingerprints(renewed),
    dropped: fingerprints(dropped),
    takesOver,
    followers: behind === undefined ? 'current' : 'behind',
    store: guarantee,
    next: nextStep(ring, signer, request.grace),
    warnings: [
      ...(behind === undefined ? [] : [behind.message]),
      ...lostWarnings(request, outcome, signer),
      ...missingWarnings(request, outcome),
    ],
  };
}

/** In a ring, the later key is to follow the earlier one. */
function nextStep(ring: readonly KeyFacts[], signer: KeyFacts, grace: number): string | undefined {
  const at = ring.findIndex(({ fingerprint }) => fingerprint === signer.fingerprint);
  const [earlier] = ring.slice(0, Math.max(at, 0));
  const later = ring.slice(at + 1).at(-1);
  if (later !== undefined) {
    return `give every reader the ring as it is now (keyring.gpg). When all have it, publish, or run rotate-key alone, with the private key of ${later.fingerprint} as the signing key and the public key of ${signer.fingerprint} in trusted-keys`;
  }
  return earlier === undefined
    ? undefined
    : `${formatDuration(grace)} or more after ${earlier.fingerprint} signed for the last time, drop it: rotate-key with drop-key ${earlier.fingerprint}`;
}

function lostWarnings(
  { keyLost }: RotateKeyRequest,
  { added }: Rotation,
  { fingerprint }: KeyFacts,
): readonly string[] {
  const isNew = added.some((key) => key.fingerprint === fingerprint);
  if (!keyLost || !isNew) return [];
  return [
    `readers who verify do not have ${fingerprint} yet, and refuse the root until they get the new ring (keyring.gpg): give it to every one of them`,
  ];
}

function missingWarnings(
  { dropKey }: RotateKeyRequest,
  { ring, dropped }: Rotation,
): readonly string[] {
  if (dropKey === undefined || dropped.length > 0) return [];
  const held = ring.map(({ fingerprint }) => fingerprint).join(', ');
  return [`${dropKey} is not in the ring, which holds ${held}: there is nothing to drop`];
}
