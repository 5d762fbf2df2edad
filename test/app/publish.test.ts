import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { StoreError } from '../../src/core/error.ts';
import { joinPath, type RelativePath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { noTags } from '../fakes/no-tags.ts';
import { readAsClient } from '../fakes/reader.ts';
import { newSigning, publishBuild, start } from '../fakes/scene.ts';

const alpine = 'alpine:3.20:amd64:default';
const signing = await newSigning();

describe.each([
  { root: 'an unsigned root', key: undefined },
  { root: 'a signed root', key: signing },
])('into $root', ({ key }) => {
  const store = () => memoryStore({ now: () => start });
  const options = { signing: key };

  test('the first image is seen by every reader', async () => {
    const root = store();
    const report = await publishBuild(root, '1', options);
    expect(report).toMatchObject({
      changed: true,
      generation: 1,
      product: alpine,
      serial: '20261120_1201',
      followers: 'current',
    });
    const seen = { generation: 1, versions: { [alpine]: ['20261120_1201'] } };
    expect(await readAsClient(root, 'json')).toEqual(seen);
    if (key !== undefined) expect(await readAsClient(root, 'sjson', key)).toEqual(seen);
  });

  test('publishing the same files again writes nothing', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    const before = new Map(root.objects);
    const report = await publishBuild(root, '1', options);
    expect(report).toMatchObject({ changed: false, generation: 1, serial: '20261120_1201' });
    expect(root.objects).toEqual(before);
    expect(report.published[0]?.items.map(({ stored }) => stored)).toEqual([
      'present',
      'present',
      'present',
    ]);
  });

  test('a no-op costs four reads at most', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    const before = { ...root.calls };
    await publishBuild(root, '1', options);
    const after = root.calls;
    expect(after.read + after.stat - before.read - before.stat).toBeLessThanOrEqual(4);
  });

  test('a second version is added and the first stays', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    const report = await publishBuild(root, '2', options);
    expect(report).toMatchObject({ changed: true, generation: 2 });
    expect((await readAsClient(root, 'json')).versions[alpine]).toEqual([
      '20261120_1201',
      '20261120_1202',
    ]);
  });

  test('the same bytes under a new serial are not listed twice', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    const report = await publishBuild(root, '1', options, { serial: '20261121_0000' as never });
    expect(report).toMatchObject({ changed: false, serial: '20261120_1201' });
  });

  test('other bytes under a serial that was given are refused', async () => {
    const root = store();
    const serial = '20261121_0000' as never;
    await publishBuild(root, '1', options, { serial });
    const before = new Map(root.objects);
    await expect(publishBuild(root, '2', options, { serial })).rejects.toMatchObject({
      code: 'VERSION_EXISTS',
      exitCode: 3,
    });
    expect(root.objects).toEqual(before);
  });

  test('other bytes of the same minute get the next serial', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    const files = containerImage('other', { created: '2026-11-20T12:01:30Z' });
    expect(await publishBuild(root, '1', { ...options, files })).toMatchObject({
      serial: '20261120_1201_02',
    });
  });

  test('two products with the same tags and serial keep their files apart', async () => {
    const root = store();
    for (const [build, product] of [
      ['1', 'one'],
      ['2', 'two'],
    ] as const) {
      const files = containerImage(build);
      // They have their aliases in common, which is another matter.
      const changes = { product: product as never, allow: ['LXD-007'] };
      await publishBuild(root, '1', { ...options, files }, changes);
    }
    expect((await readAsClient(root, 'json')).versions).toEqual({
      one: ['20261120_1504'],
      two: ['20261120_1504'],
    });
  });

  test('an older serial is refused', async () => {
    const root = store();
    await publishBuild(root, '5', options);
    await expect(publishBuild(root, '2', options)).rejects.toMatchObject({
      code: 'SERIAL_NOT_NEWEST',
      exitCode: 2,
    });
  });

  test('a dry run plans the same and writes nothing', async () => {
    const root = store();
    const report = await publishBuild(root, '1', options, { dryRun: true });
    expect(report).toMatchObject({
      changed: true,
      dryRun: true,
      generation: 0,
      serial: '20261120_1201',
    });
    expect(report.published[0]?.items.map(({ stored }) => stored)).toEqual([
      'planned',
      'planned',
      'planned',
    ]);
    expect(root.objects.size).toBe(0);
  });

  test('a dry run says which files lie in the store already, as far as it may ask', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    for (const path of root.objects.keys()) {
      if (path.startsWith('streams/')) root.objects.delete(path);
    }
    const stored = async (on: Store) => {
      const report = await publishBuild(on, '1', options, { dryRun: true });
      expect(report).toMatchObject({ changed: true, generation: 0 });
      return report.published[0]?.items.map((item) => item.stored);
    };
    const before = new Map(root.objects);
    expect(await stored(root)).toEqual(['present', 'present', 'present']);
    const [squashfs] = [...root.objects.keys()].filter((path) => path.endsWith('squashfs'));
    root.objects.delete(squashfs as RelativePath);
    expect(await stored(root)).toEqual(['present', 'present', 'planned']);
    const denied = new StoreError('STORE_DENIED', 'the answer is 403');
    const blind: Store = { ...root, stat: () => Promise.reject(denied) };
    expect(await stored(blind)).toEqual(['planned', 'planned', 'planned']);
    expect(root.objects.size).toBe(before.size - 1);
  });

  test('a dry run does not count on a file that is about to be removed', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    for (const path of root.objects.keys()) {
      if (path.startsWith('streams/')) root.objects.delete(path);
    }
    const stat: Store['stat'] = async (path) => {
      const found = await root.stat(path);
      return found && { ...found, modified: new Date(found.now.getTime() - 25 * 60 * 60 * 1000) };
    };
    const report = await publishBuild({ ...root, stat }, '1', options, { dryRun: true });
    expect(new Set(report.published[0]?.items.map((item) => item.stored))).toEqual(
      new Set(['planned']),
    );
  });

  test('tags that differ are a change without a new version', async () => {
    const root = store();
    await publishBuild(root, '1', options);
    const tags = { ...noTags, aliases: ['edge'] };
    const report = await publishBuild(root, '1', options, { tags });
    expect(report).toMatchObject({ changed: true, generation: 2, serial: '20261120_1201' });
    expect((await readAsClient(root, 'json')).versions[alpine]).toEqual(['20261120_1201']);
  });

  test('unknown keys of a document survive', async () => {
    const root = store();
    await publishBuild(root, '1', options, {});
    const report = await publishBuild(root, '2', options);
    expect(report.changed).toBe(true);
    const object = root.objects.get(joinPath('streams/v1/images.json'));
    expect(JSON.parse(new TextDecoder().decode(object?.bytes)).datatype).toBe('image-downloads');
  });
});
