import type { MemoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Products } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Signing } from '../../src/ports.ts';
import { readWhole } from '../fakes/reader.ts';
import { momentOf } from '../fakes/root-content.ts';

/** What a reader who began with the object at `from` needs, from `since` until another one took its place. */
export interface Served {
  readonly from: string;
  /** Of the object. */
  readonly digest: string | undefined;
  readonly until: number | undefined;
  readonly paths: ReadonlySet<string>;
}

const signedHead = joinPath('streams/v1/index.sjson');
const plainHead = joinPath('streams/v1/index.json');
const customaries = ['images', 'com.example.glance:release:download'].map((contentId) =>
  joinPath(`streams/v1/${contentId}.json`),
);

/** What is served now, and was; each new object that a reader begins with is read to its end. */
export async function servedBy(
  store: MemoryStore,
  signing: Signing | undefined,
  before: readonly Served[],
  now: number,
): Promise<Served[]> {
  const served = [...before];
  for (const from of [plainHead, signedHead, ...customaries]) {
    const bytes = store.objects.get(from)?.bytes;
    const digest = bytes && sha256(bytes);
    const at = served.findIndex((each) => each.from === from && each.until === undefined);
    const last = served[at];
    if (last !== undefined && last.digest === digest) continue;
    if (last !== undefined) served[at] = { ...last, until: now };
    if (bytes === undefined) continue;
    const paths = await pathsFrom(store, signing, from, bytes);
    served.push({ from, digest, until: undefined, paths });
  }
  return served;
}

async function pathsFrom(
  store: MemoryStore,
  signing: Signing | undefined,
  from: string,
  bytes: Uint8Array,
): Promise<ReadonlySet<string>> {
  const moment = momentOf(store);
  if (customaries.includes(from as never))
    return itemPaths(JSON.parse(new TextDecoder().decode(bytes)));
  const form = from === signedHead ? 'sjson' : 'json';
  const { paths } = await readWhole(moment, form, signing);
  return new Set([...paths].filter((path) => path !== from));
}

function itemPaths({ products }: Products): ReadonlySet<string> {
  const versions = Object.values(products).flatMap((product) =>
    Object.values(product.versions ?? {}),
  );
  const items = versions.flatMap((version) => Object.values(version.items ?? {}));
  return new Set(items.flatMap(({ path }) => path ?? []));
}

const always = ['streams/v1/prune.json', 'streams/v1/index.json.gpg', 'keyring.gpg', 'keyring.asc'];

/** What lies in the root, and is of no use to anybody. */
export async function leftOver(
  store: MemoryStore,
  signing: Signing | undefined,
): Promise<readonly string[]> {
  const useful = new Set<string>(always);
  for (const [form, head] of [
    ['json', plainHead],
    ['sjson', signedHead],
  ] as const) {
    const digest = store.objects.get(head)?.sha256;
    if (digest === undefined) continue;
    const { paths, index, documents } = await readWhole(momentOf(store), form, signing);
    const customaries = Object.keys(documents).map(
      (contentId) => `streams/v1/${contentId}.${form}`,
    );
    const copies = [digest, index.previous ?? ''].flatMap((each) =>
      ['json', 'sjson'].map((copied) => `streams/v1/index.${each.slice(0, 32)}.${copied}`),
    );
    for (const path of [...paths, ...customaries, ...copies, index.keyring ?? '']) useful.add(path);
  }
  return [...store.objects.keys()].filter((path) => !useful.has(path)).sort();
}
