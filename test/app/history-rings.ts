import { expect } from 'vitest';
import type { MemoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Index } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import type { KeyFingerprint } from '../../src/ports.ts';
import type { Keys } from './history-keys.ts';

/** What readers of a signed root can verify. */
export interface Rings {
  /**
   * Whoever has taken a ring since `since`, from the head or from `keyring.gpg`, must be able to verify whatever was
   * served since then: each head with its documents, and `index.json` with its signature.
   */
  look(now: number, since: number): Promise<void>;
  /** The keys that all of them have, that of the head first. */
  known(since: number): Promise<readonly KeyFingerprint[]>;
}

/** Until when something was there; `undefined`: it is. */
interface Lasting {
  readonly digest: string;
  until: number | undefined;
}

interface Ring extends Lasting {
  readonly place: string;
  readonly bytes: Uint8Array;
  readonly keys: readonly KeyFingerprint[];
}

interface Signed extends Lasting {
  readonly objects: readonly (readonly [string, Uint8Array])[];
}

const headPath = joinPath('streams/v1/index.sjson');
const watched = [
  'streams/v1/index.sjson',
  'streams/v1/index.json.gpg',
  'streams/v1/index.json',
  'keyring.gpg',
];

export function watchRings({ objects }: MemoryStore, keys: Keys): Rings {
  const rings: Ring[] = [];
  const heads: Signed[] = [];
  const outdated = new Set<string>();
  const verified = new Set<string>();
  let state = '';
  let signedBy: KeyFingerprint | undefined;

  const bytesAt = (path: string) => objects.get(joinPath(path))?.bytes;

  function last<T extends Lasting>(those: readonly T[]): T | undefined {
    return those.find(({ until }) => until === undefined);
  }

  async function hold(place: string, bytes: Uint8Array | undefined, now: number): Promise<void> {
    if (bytes === undefined || outdated.has(sha256(bytes))) return;
    const before = last(rings.filter((each) => each.place === place));
    const digest = sha256(bytes);
    if (before?.digest === digest) return;
    if (before !== undefined) before.until = now;
    const held = await keys.verifier().ring.keys(bytes);
    const fingerprints = held.map(({ fingerprint }) => fingerprint);
    rings.push({ place, bytes, digest, keys: fingerprints, until: undefined });
  }

  /** Nobody who has one of the rings that there were can read any more, and was told so. */
  function loseReaders(): void {
    for (const { digest } of rings) outdated.add(digest);
    rings.length = 0;
  }

  async function takeHead(bytes: Uint8Array, now: number): Promise<void> {
    const { text, fingerprint } = await keys.verifier().verifier.clearsigned(bytes, headPath);
    const { keyring, index }: Index = JSON.parse(text);
    const ring = bytesAt(keyring ?? '');
    expect(ring, `${keyring}, which the head names`).toBeDefined();
    const before = last(rings.filter(({ place }) => place === 'head'));
    if (before !== undefined && !before.keys.includes(fingerprint)) {
      expect(keys.wasMadeWithoutNotice(fingerprint), 'the head is signed by a key unknown').toBe(
        true,
      );
      loseReaders();
    }
    signedBy = fingerprint;
    await hold('head', ring, now);
    const documents = Object.values(index).map(
      ({ path }) => [path, bytesAt(path) ?? new Uint8Array()] as const,
    );
    const previous = last(heads);
    if (previous !== undefined) previous.until = now;
    const objects = [[headPath, bytes] as const, ...documents];
    heads.push({ digest: sha256(bytes), objects, until: undefined });
  }

  async function verify(ring: Ring, [path, bytes]: readonly [string, Uint8Array]): Promise<void> {
    const pair = `${ring.digest} ${sha256(bytes)}`;
    if (verified.has(pair)) return;
    const good = await keys.verifier().ring.verifies(ring.bytes, bytes);
    expect(good, `${path} is verified by the ring of ${ring.place}`).toBe(true);
    verified.add(pair);
  }

  /** A pair that does not belong together is one that is being replaced. */
  async function verifyPlain(those: readonly Ring[]): Promise<void> {
    const [plain, signature] = [
      bytesAt('streams/v1/index.json'),
      bytesAt('streams/v1/index.json.gpg'),
    ];
    if (plain === undefined || signature === undefined) return;
    const fingerprint = await keys.verifier().verifier.detached(plain, signature);
    if (fingerprint === undefined) return;
    for (const { place, keys: held } of those) {
      expect(held, `index.json.gpg is verified by the ring of ${place}`).toContain(fingerprint);
    }
  }

  const isSince = (since: number) => (each: Lasting) =>
    each.until === undefined || each.until >= since;

  return {
    look: async (now, since) => {
      const next = watched.map((path) => objects.get(joinPath(path))?.sha256);
      if (next.join() === state) return;
      state = next.join();
      const head = bytesAt(headPath);
      if (head === undefined) return;
      if (last(heads)?.digest !== sha256(head)) await takeHead(head, now);
      await hold('keyring.gpg', bytesAt('keyring.gpg'), now);
      const held = rings.filter(isSince(since));
      const signed = heads.filter(isSince(since)).flatMap((each) => each.objects);
      for (const ring of held) for (const object of signed) await verify(ring, object);
      await verifyPlain(held);
    },
    known: async (since) => {
      const held = rings.filter(isSince(since));
      const [first, ...others] = held.map((ring) => ring.keys);
      if (first === undefined) return [keys.first.fingerprint];
      const all = first.filter((key) => others.every((each) => each.includes(key)));
      return [...all.filter((key) => key === signedBy), ...all.filter((key) => key !== signedBy)];
    },
  };
}
