import { expect } from 'vitest';
import type { MemoryStore } from '../../src/adapters/memory-store.ts';
import type { Index, Products } from '../../src/core/document.ts';
import { joinPath, type RelativePath } from '../../src/core/path.ts';
import type { Keys } from './history-keys.ts';

/** What is listed, `product serial`, and what it holds: the digests of its files. */
export type Versions = ReadonlyMap<string, string>;

export interface Listing {
  /**
   * A commit is one generation, and nothing goes back. What is listed stays as it is, until somebody takes it off.
   * @param takenBack what somebody has taken off, or tried to
   */
  look(takenBack: ReadonlySet<string>): Promise<void>;
  versions(): Versions;
  /** All that was ever listed under the name. */
  everListed(version: string): ReadonlySet<string>;
  /** The document that the head lists, in the form of the head and as plain text. */
  documentOf(contentId: string): readonly Uint8Array[];
}

const signedHead = joinPath('streams/v1/index.sjson');
const plainHead = joinPath('streams/v1/index.json');

export function watchListing({ objects }: MemoryStore, keys: Keys | undefined): Listing {
  const ever = new Map<string, Set<string>>();
  const generations = new Map<string, number>();
  const head = keys === undefined ? plainHead : signedHead;
  let documents = new Map<string, readonly Uint8Array[]>();
  let listed = new Map<string, string>();
  let digest: string | undefined;

  async function textAt(path: string): Promise<string> {
    const bytes = objects.get(joinPath(path))?.bytes ?? new Uint8Array();
    if (!path.endsWith('.sjson') || keys === undefined) return new TextDecoder().decode(bytes);
    return (await keys.verifier().verifier.clearsigned(bytes, path)).text;
  }

  function forward(place: string, { generation = 0 }: Index): void {
    const before = generations.get(place) ?? 0;
    expect(generation, `generation of ${place}`).toBeGreaterThanOrEqual(before);
    generations.set(place, generation);
  }

  async function take(takenBack: ReadonlySet<string>): Promise<void> {
    const index: Index = JSON.parse(await textAt(head));
    const before = generations.get(head) ?? 0;
    expect(index.generation, 'generation of the head').toBe(before + 1);
    forward(head, index);
    const now = new Map<string, string>();
    documents = new Map();
    for (const [contentId, { path }] of Object.entries(index.index)) {
      const text = await textAt(path);
      const forms = [objects.get(joinPath(path))?.bytes, new TextEncoder().encode(text)];
      documents.set(
        contentId,
        forms.filter((each) => each !== undefined),
      );
      for (const [version, digests] of versionsOf(JSON.parse(text))) {
        now.set(version, digests);
        ever.set(version, (ever.get(version) ?? new Set()).add(digests));
      }
    }
    for (const [version, digests] of listed) {
      if (!takenBack.has(version)) expect(now.get(version), version).toBe(digests);
    }
    listed = now;
  }

  return {
    look: async (takenBack) => {
      const present = objects.get(head)?.sha256;
      if (present !== undefined && present !== digest) await take(takenBack);
      digest = present;
      if (objects.has(plainHead)) forward(plainHead, JSON.parse(await textAt(plainHead)));
    },
    versions: () => listed,
    everListed: (version) => ever.get(version) ?? new Set(),
    documentOf: (contentId) => documents.get(contentId) ?? [],
  };
}

function versionsOf({ products }: Products): readonly (readonly [string, string])[] {
  return Object.entries(products).flatMap(([product, { versions = {} }]) =>
    Object.entries(versions).map(([serial, { items = {} }]) => {
      const digests = Object.values(items).map(({ sha256 }) => String(sha256));
      return [`${product} ${serial}`, digests.sort().join()] as const;
    }),
  );
}

/** The content id of a document under its customary name. */
export function contentIdAt(path: RelativePath | string): string {
  return /^streams\/v1\/([^/]+)\.s?json$/.exec(path)?.[1] ?? '';
}
