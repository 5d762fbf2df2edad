import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import type { PublishReport } from '../../src/app/publication.ts';
import { isSimplestreamsError } from '../../src/core/error.ts';
import { joinPath } from '../../src/core/path.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { newSigning, publishBuild, start } from '../fakes/scene.ts';

const signing = await newSigning();
const serial = '20261121_0000' as never;

/** All at once; the codes of those that were refused. */
async function atOnce(runs: readonly Promise<PublishReport>[]) {
  const ended = await Promise.allSettled(runs);
  const reports = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const codes = ended.flatMap((end) => {
    if (end.status === 'fulfilled') return [];
    if (!isSimplestreamsError(end.reason)) throw end.reason;
    return [end.reason.code];
  });
  return { reports, codes };
}

async function text(store: MemoryStore, path: string): Promise<string> {
  const stored = await store.read(joinPath(path), 2 ** 30);
  return new TextDecoder().decode(stored?.bytes);
}

describe.each([
  { root: 'an unsigned root', key: undefined },
  { root: 'a signed root', key: signing },
])('publishers at once into $root', ({ key }) => {
  test('of different images are all listed, and the followers agree with the head', async () => {
    const store = memoryStore({ now: () => start });
    const releases = ['1', '2', '3', '4', '5', '6'];
    const runs = releases.map((release) => {
      const files = containerImage(release, { release });
      return publishBuild(store, release, { signing: key, files });
    });
    const { reports, codes } = await atOnce(runs);
    expect(codes).toEqual([]);
    expect(reports.every(({ changed }) => changed)).toBe(true);
    const seen = await readAsClient(store, 'json');
    expect(seen.generation).toBe(releases.length);
    expect(Object.keys(seen.versions).sort()).toEqual(
      releases.map((release) => `alpine:${release}:amd64:default`),
    );
    if (key !== undefined) expect(await readAsClient(store, 'sjson', key)).toEqual(seen);
    const named = JSON.parse(await text(store, 'streams/v1/index.json')).index.images.path;
    expect(await text(store, 'streams/v1/images.json')).toBe(await text(store, named));
  });

  test('of the same files list them once', async () => {
    const store = memoryStore({ now: () => start });
    const runs = ['a', 'b', 'c', 'd'].map((run) => publishBuild(store, '1', { signing: key, run }));
    const { reports, codes } = await atOnce(runs);
    expect(codes).toEqual([]);
    expect(reports.filter(({ changed }) => changed)).toHaveLength(1);
    expect((await readAsClient(store, 'json')).generation).toBe(1);
  });

  test('of other bytes under one given serial: one wins, the others are told so', async () => {
    const store = memoryStore({ now: () => start });
    const runs = ['1', '2', '3', '4'].map((build) =>
      publishBuild(store, build, { signing: key }, { serial }),
    );
    const { reports, codes } = await atOnce(runs);
    expect(reports).toHaveLength(1);
    expect(codes).toEqual(['VERSION_EXISTS', 'VERSION_EXISTS', 'VERSION_EXISTS']);
  });

  test('of other bytes of one minute get serials of their own', async () => {
    const store = memoryStore({ now: () => start });
    const created = '2026-11-20T15:04:00Z';
    const runs = ['1', '2', '3'].map((build) =>
      publishBuild(store, build, { signing: key, files: containerImage(build, { created }) }),
    );
    const { reports } = await atOnce(runs);
    const serials = ['20261120_1504', '20261120_1504_02', '20261120_1504_03'];
    expect(reports.map((report) => report.serial).sort()).toEqual(serials);
    expect((await readAsClient(store, 'json')).versions['alpine:3.20:amd64:default']).toEqual(
      serials,
    );
  });
});

test('signed beside unsigned in an empty root: one kind of root comes out, never two heads', async () => {
  const store = memoryStore({ now: () => start });
  const runs = ['1', '2', '3', '4'].map((release, at) => {
    const files = containerImage(release, { release });
    return publishBuild(store, release, { signing: at % 2 === 0 ? signing : undefined, files });
  });
  const { reports, codes } = await atOnce(runs);
  expect(reports.length + codes.length).toBe(4);
  const signed = store.objects.has(joinPath('streams/v1/index.sjson'));
  expect(new Set(codes)).toEqual(new Set([signed ? 'SIGNING_KEY_REQUIRED' : 'NOT_ADOPTED']));
  expect((await readAsClient(store, 'json')).generation).toBe(reports.length);
});
