import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { sourceOf } from '../../src/app/immutable.ts';
import { publish } from '../../src/app/publish.ts';
import { openStage } from '../../src/app/stage.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Part, Source, Store } from '../../src/ports/store.ts';
import type { ImageFile, Images } from '../../src/ports.ts';
import { gatedStore, type StoreCall } from '../fakes/gated-store.ts';
import { containerImage, type MemoryFile } from '../fakes/memory-images.ts';
import { newSigning, portsOn, request, start } from '../fakes/scene.ts';

const signing = await newSigning();

/** Requests as S3 bills them: of an upload in parts one for each part, one to begin, one to end, and one look before. */
function countingStore(store: Store) {
  const calls: StoreCall[] = [];
  let parts = 0;
  const gated = gatedStore(store, (call, effect) => {
    calls.push(call);
    return effect();
  });
  const counting: Store = {
    ...gated,
    create: (path, source, ...rest) => {
      if (source.parts.length > 1) parts += source.parts.length + 2;
      return gated.create(path, source, ...rest);
    },
  };
  return { store: counting, calls, requests: () => calls.length + parts };
}

/** Images whose every file is `count` parts. */
function inParts(images: Images, count: number): Images {
  const split = <T extends Source>(file: T): T => {
    const parts: Part[] = Array.from({ length: count }, (_, n) => {
      const [from, to] = [n, n + 1].map((at) => Math.floor((file.size * at) / count));
      return { offset: from ?? 0, size: (to ?? 0) - (from ?? 0), sha256: file.sha256 };
    });
    return { ...file, parts };
  };
  return {
    ...images,
    hash: async (...given) => (await images.hash(...given)).map((file): ImageFile => split(file)),
  };
}

/** Publishes so many images, of two files each, all of them in one call; tells what that asked of the store. */
async function publishImages(root: Store, count: number, parts = 1) {
  const files = new Map<string, MemoryFile>();
  const names = Array.from({ length: count }, (_, n) => `build ${n}`);
  const images = names.map((name, n) => {
    const own = [...containerImage(name, { release: `3.${n}` })];
    for (const [path, file] of own) files.set(`${n}/${path}`, file);
    return { ...request().images[0], name, files: own.map(([path]) => `${n}/${path}`) };
  });
  const { store, calls, requests } = countingStore(root);
  const ports = portsOn(store, { signing, files });
  const asked = { ...request(), images: images as ReturnType<typeof request>['images'] };
  const report = await publish(asked, { ...ports, images: inParts(ports.images, parts) });
  return { report, calls, requests: requests(), files: 2 * count };
}

function root() {
  return memoryStore({ now: () => start });
}

/** Of a whole run that begins a signed root, beside its files. */
const constant = 40;
/** Of a file, beside the one that makes it appear and its parts: to begin and end those, and the looks before and after. */
const each = 5;

test.each([
  { count: 1, parts: 1 },
  { count: 3, parts: 1 },
  { count: 3, parts: 7 },
  { count: 12, parts: 2 },
])(
  '$count images of $parts parts a file cost a request per file and part, and a few',
  async ({ count, parts }) => {
    const { report, requests, files } = await publishImages(root(), count, parts);
    expect(report.published).toHaveLength(count);
    expect(requests).toBeLessThanOrEqual(files * (1 + parts + each) + constant);
  },
);

test('every further image costs the same', async () => {
  const counts: number[] = [];
  for (const count of [1, 2, 3, 8]) counts.push((await publishImages(root(), count, 3)).requests);
  const [one = 0, two = 0, three = 0, eight = 0] = counts;
  expect(three - two).toBe(two - one);
  expect(eight - three).toBe(5 * (two - one));
});

test('a run that finds everything there asks four things, and one a file', async () => {
  const store = root();
  await publishImages(store, 3);
  const { report, calls, requests, files } = await publishImages(store, 3);
  expect(report.changed).toBe(false);
  expect(calls.filter(({ method }) => method !== 'read' && method !== 'stat')).toEqual([]);
  expect(requests).toBeLessThanOrEqual(4 + files);
});

test('a run reads a document of the root once, and its own never', async () => {
  const store = root();
  await publishImages(store, 1);
  const before = new Set(store.objects.keys());
  const { report, calls } = await publishImages(store, 2);
  expect(report).toMatchObject({ changed: true, followers: 'current' });
  const document = /\/images\.[0-9a-f]{32}\.sjson$/;
  const read = calls.filter(({ method, path }) => method === 'read' && document.test(path));
  expect(read.map(({ path }) => path)).toEqual([...before].filter((path) => document.test(path)));
});

test('a file that two images share is looked at once', async () => {
  const { store, calls } = countingStore(root());
  const ports = portsOn(store);
  const source = sourceOf(ports, new TextEncoder().encode('metadata'));
  const files = ['one', 'two'].map((name) => {
    return { source, path: joinPath(name, 'lxd.tar.xz'), open: async () => source };
  });
  const stage = openStage(ports);
  await stage.store(files, new Set());
  const before = calls.length;
  expect(await stage.look(files, new Set())).toBe(true);
  expect(calls.slice(before)).toEqual([{ method: 'stat', path: 'one/lxd.tar.xz' }]);
});
