import type { Sha256 } from '../core/digest.ts';
import type { RingKey } from '../ports.ts';

/** A products document whose bytes this run has verified, or made. */
export interface KnownDocument {
  /** In the form that the head names. */
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
  /** The JSON: in a signed root the signed text. */
  readonly text: string;
  /** The JSON in bytes: what the plain form of the document is. */
  readonly plain: Uint8Array;
}

/**
 * What need not be read and verified again in this run: a head, which is always read, names immutable objects alone, and
 * pins the digest of each document. Bytes of one digest are the same wherever they come from.
 */
export interface Known {
  document(sha256: Sha256 | undefined): KnownDocument | undefined;
  add(document: KnownDocument): void;
  /**
   * The keys of the ring at `path`, as `check` has found them.
   * @param path `undefined`, where a head names no ring: then nothing is known
   */
  ring(
    path: string | undefined,
    check: () => Promise<readonly RingKey[]>,
  ): Promise<readonly RingKey[]>;
}

/** Bytes of documents in one form; a document of 100,000 items has 40 MB. The newest is kept however large it is. */
const limit = 64 * 1024 * 1024;

export function openKnown(): Known {
  const known = new Map<Sha256, KnownDocument>();
  const rings = new Map<string, readonly RingKey[]>();
  let size = 0;

  function forget(document: KnownDocument): void {
    known.delete(document.sha256);
    size -= document.bytes.length;
  }

  return {
    document: (sha256) => (sha256 === undefined ? undefined : known.get(sha256)),
    add: (document) => {
      const before = known.get(document.sha256);
      if (before !== undefined) forget(before);
      known.set(document.sha256, document);
      size += document.bytes.length;
      for (const oldest of known.values()) {
        if (size <= limit || oldest === document) return;
        forget(oldest);
      }
    },
    ring: async (path, check) => {
      const keys = (path === undefined ? undefined : rings.get(path)) ?? (await check());
      if (path !== undefined) rings.set(path, keys);
      return keys;
    },
  };
}
