import { expect } from 'vitest';
import type { MemoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Index } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import { isWrite, type StoreCall } from '../fakes/gated-store.ts';
import { type ReadRoot, readWhole } from '../fakes/reader.ts';
import { momentOf, staleFollowers } from '../fakes/root-content.ts';
import { type Publisher, type RaceScenario, signing } from './publishers.ts';
import type { Ending } from './races.ts';

export interface Watch {
  /** Looks at the root after a call took effect. */
  after(call: StoreCall): Promise<void>;
  /** Looks at the root, and at what was reported, when everybody has ended. */
  end(scenario: RaceScenario, endings: readonly Ending[]): Promise<void>;
}

const plainHead = joinPath('streams/v1/index.json');
const signedHead = joinPath('streams/v1/index.sjson');

/**
 * What must hold between any two calls: each reader sees a complete root, which never goes back; there is one head, and
 * it is one generation further at every commit; no follower goes back. A version is listed until somebody takes it back.
 */
export async function watchRoot(
  store: MemoryStore,
  publishers: readonly Publisher[],
): Promise<Watch> {
  const takenBack = new Set(publishers.flatMap(({ takesBack }) => takesBack ?? []));
  const moment = momentOf(store);
  /** By the digest of the plain document: the first generation that named it. */
  const known = new Map<string, number>();
  const seen = new Map<string, number>();
  const listed = { json: new Set<string>(), sjson: new Set<string>() };
  let commits = 0;
  let head = headOf(store);

  async function look(): Promise<void> {
    if (store.objects.has(plainHead)) await lookFrom('json');
    if (store.objects.has(signedHead)) await lookFrom('sjson');
  }

  async function lookFrom(form: 'json' | 'sjson'): Promise<void> {
    const read = await readWhole(moment, form, signing);
    const generation = read.index.generation ?? 0;
    forward(`index.${form}`, generation);
    const versions = versionsOf(read);
    expect(versions, `index.${form}`).toEqual(
      expect.arrayContaining([...listed[form]].filter((each) => !takenBack.has(each))),
    );
    for (const version of versions) listed[form].add(version);
    for (const { document } of Object.values(read.documents)) {
      const digest = sha256(new TextEncoder().encode(JSON.stringify(document)));
      if (!known.has(digest)) known.set(digest, generation);
    }
  }

  /** What is seen at a place never goes back. */
  function forward(place: string, generation: number): void {
    expect(generation, `generation of ${place}`).toBeGreaterThanOrEqual(seen.get(place) ?? 0);
    seen.set(place, generation);
  }

  function lookAtHead(): void {
    const now = headOf(store);
    if (now.bytes === head.bytes) return;
    const before = head.index?.generation ?? 0;
    // Saying that a root is signed is no commit.
    const step = now.index?.head === undefined ? 1 : 0;
    expect(now.index?.generation, 'generation of the head').toBe(before + step);
    commits += step;
    head = now;
  }

  async function lookAtDocument(path: string): Promise<void> {
    const bytes = store.objects.get(joinPath(path))?.bytes;
    // Its PUT is one that lands late.
    if (bytes === undefined) return;
    const text = new TextDecoder().decode(bytes);
    const plain = path.endsWith('.sjson')
      ? (await signing.verifier.clearsigned(bytes, path)).text
      : text;
    const digest = sha256(new TextEncoder().encode(JSON.stringify(JSON.parse(plain))));
    const generation = known.get(digest);
    if (generation === undefined) throw new Error(`${path} is no document that a head named`);
    forward(path, generation);
  }

  await look();
  commits = 0;
  return {
    after: async (call) => {
      if (!isWrite(call) || call.method === 'create') return;
      const two = store.objects.has(signedHead) && indexAt(store, plainHead)?.head === undefined;
      if (two && store.objects.has(plainHead)) throw new Error('there are two heads');
      lookAtHead();
      if (/\/index\.s?json$/.test(call.path)) await look();
      else if (/\/images\.s?json$/.test(call.path)) await lookAtDocument(call.path);
    },
    end: async (scenario, endings) => {
      const key = store.objects.has(signedHead) ? signing : undefined;
      const read = await readWhole(moment, key === undefined ? 'json' : 'sjson', key);
      checkEndings(scenario, endings, read, commits);
      expect(await staleFollowers(store, key), 'followers that disagree').toEqual([]);
    },
  };
}

/** Every success is in the root, and nothing of a run that was refused; each commit is somebody's. */
function checkEndings(
  { refusals }: RaceScenario,
  endings: readonly Ending[],
  read: ReadRoot,
  commits: number,
): void {
  const digests = digestsOf(read);
  const filesOf = ({ publisher }: Ending) =>
    [...publisher.files.values()].map(({ bytes }) => String(sha256(bytes)));
  const succeeded = endings.filter(({ report }) => report !== undefined);
  const published = succeeded.flatMap(filesOf);
  for (const { report, publisher } of succeeded) {
    if (publisher.takesBack !== undefined) {
      expect(versionsOf(read)).not.toContain(publisher.takesBack);
    } else expect(versionsOf(read)).toContain(`${report?.product} ${report?.serial}`);
    expect(report?.followers).toBe('current');
  }
  expect(digests, 'files of runs that succeeded').toEqual(expect.arrayContaining(published));
  // A run that does not know is not one that was refused.
  const doubtful = endings.filter(({ code }) => code === 'OUTCOME_UNKNOWN').length;
  for (const ending of endings.filter(({ code }) => code !== undefined)) {
    expect(refusals, 'a run was refused').toContain(ending.code);
    const own = filesOf(ending).filter((file) => !published.includes(file));
    if (ending.code !== 'OUTCOME_UNKNOWN') {
      expect(
        digests.filter((digest) => own.includes(digest)),
        'of a refused run',
      ).toEqual([]);
    }
  }
  const changes = succeeded.filter(({ report }) => report?.changed).length;
  const what = 'commits, and runs that say they made one';
  if (doubtful === 0) expect(commits, what).toBe(changes);
  else expect(commits - changes, what).toBeLessThanOrEqual(doubtful);
}

interface HeadBytes {
  readonly bytes: Uint8Array | undefined;
  readonly index: Index | undefined;
}

function headOf(store: MemoryStore): HeadBytes {
  const path = store.objects.has(signedHead) ? signedHead : plainHead;
  return { bytes: store.objects.get(path)?.bytes, index: indexAt(store, path) };
}

function indexAt({ objects }: MemoryStore, path: typeof plainHead): Index | undefined {
  const bytes = objects.get(path)?.bytes;
  if (bytes === undefined) return undefined;
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----');
  return JSON.parse(end < 0 ? text : text.slice(text.indexOf('\n\n'), end));
}

function versionsOf({ documents }: ReadRoot): readonly string[] {
  return Object.values(documents).flatMap(({ document }) =>
    Object.entries(document.products).flatMap(([name, { versions = {} }]) =>
      Object.keys(versions).map((serial) => `${name} ${serial}`),
    ),
  );
}

function digestsOf({ documents }: ReadRoot): readonly string[] {
  const products = Object.values(documents).flatMap(({ document }) =>
    Object.values(document.products),
  );
  const versions = products.flatMap(({ versions = {} }) => Object.values(versions));
  const items = versions.flatMap(({ items: each = {} }) => Object.values(each));
  return items.flatMap(({ sha256: digest }) => digest ?? []);
}
