import type { Index, IndexEntry } from '../core/document.ts';
import { FollowersError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import {
  armoredKeyring,
  customaryPath,
  documentPath,
  index as indexPath,
  indexSignature,
  keyring,
} from '../core/root.ts';
import { serialise } from '../core/serialise.ts';
import type { Ports } from '../ports.ts';
import { isOurs, readDocuments, type StoredDocument } from './documents.ts';
import { type Head, requireSigning } from './head.ts';
import type { Known } from './known.ts';
import { readRing } from './ring.ts';

/** An object derived from the head. */
export interface Follower {
  isCurrent(present: Uint8Array): Promise<boolean>;
  bytes(): Promise<Uint8Array>;
}

/**
 * Every follower a head implies, in the order in which they are written: `index.json` is the last.
 * @throws FollowersError when readers of the head do not have the signing key
 */
export async function impliedFollowers(
  ports: Ports,
  head: Head,
  known: Known,
): Promise<ReadonlyMap<RelativePath, Follower>> {
  const documents = await readDocuments(ports, head, known);
  // An entry of another tool is its own customary document already.
  const ours = documents.filter(({ contentId, entry }) => isOurs(contentId, entry, head.form));
  if (head.form === 'json') {
    return new Map(
      ours.map(({ contentId, bytes }) => [customaryPath(contentId, 'json'), exactly(ports, bytes)]),
    );
  }
  if (head.index.generation === undefined) return new Map();
  return new Map([
    ...ours.flatMap((document) => customaryForms(ports, document)),
    ...(await rings(ports, head.index)),
    ...signedIndexes(ports, head, documents),
  ]);
}

type Entry = readonly [RelativePath, Follower];

function customaryForms(
  ports: Ports,
  { contentId, bytes, plain }: StoredDocument,
): readonly Entry[] {
  return [
    [customaryPath(contentId, 'json'), exactly(ports, plain)],
    [customaryPath(contentId, 'sjson'), exactly(ports, bytes)],
  ];
}

async function rings(ports: Ports, index: Index): Promise<readonly Entry[]> {
  if (index.keyring === undefined) return [];
  const bytes = await readRing(ports, index.keyring);
  const { ring, signer } = requireSigning(ports);
  const keys = await ring.keys(bytes);
  if (keys.every(({ fingerprint }) => fingerprint !== signer.fingerprint)) {
    throw new FollowersError(
      'FOLLOWERS_BEHIND',
      `the signing key ${signer.fingerprint} was dropped from the ring of ${ports.store.url} meanwhile, and what it signs nobody could verify: the next run with one of the keys that are in it brings them up`,
    );
  }
  const armored = await ring.armor(bytes);
  return [
    [keyring, exactly(ports, bytes)],
    [armoredKeyring, exactly(ports, armored)],
  ];
}

function signedIndexes(
  ports: Ports,
  { index, signedBy }: Head,
  documents: readonly StoredDocument[],
): readonly Entry[] {
  const plain = new TextEncoder().encode(serialise(plainIndex(ports, index, documents)));
  const { signer, verifier } = requireSigning(ports);
  // Any key of the ring may have made it, and that key may be about to be dropped.
  const lasting = new Set([signedBy, signer.fingerprint]);
  const signature: Follower = {
    isCurrent: async (present) => {
      const by = await verifier.detached(plain, present);
      return by !== undefined && lasting.has(by);
    },
    bytes: () => signer.detach(plain),
  };
  return [
    [indexSignature, signature],
    [indexPath, exactly(ports, plain)],
  ];
}

/** `index.json` of a signed root: the head with the plain form of every document, and the word that it is no head. */
function plainIndex(ports: Ports, index: Index, documents: readonly StoredDocument[]): Index {
  const entries = documents.map(({ contentId, entry, plain }): [string, IndexEntry] => {
    const sha256 = ports.sha256(plain);
    const path = documentPath(contentId, 'json', sha256);
    return [contentId, { ...entry, path, sha256, size: plain.length }];
  });
  return {
    ...index,
    head: 'index.sjson',
    index: { ...index.index, ...Object.fromEntries(entries) },
  };
}

function exactly({ sha256 }: Ports, bytes: Uint8Array): Follower {
  return {
    isCurrent: async (present) =>
      present.length === bytes.length && sha256(present) === sha256(bytes),
    bytes: async () => bytes,
  };
}
