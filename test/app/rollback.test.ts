import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { bringUpFollowers } from '../../src/app/followers.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { readAsClient } from '../fakes/reader.ts';
import { staleFollowers } from '../fakes/root-content.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';

const signing = hmacSigning('publisher');
const head = joinPath('streams/v1/index.sjson');
const plain = joinPath('streams/v1/index.json');
const alpine = 'alpine:3.20:amd64:default';

/** Three commits, and then the head of the first or second is put back. */
async function rolledBack(to: 1 | 2): Promise<MemoryStore> {
  const store = memoryStore({ now: () => start });
  for (const build of ['1', '2', '3']) {
    await publishBuild(store, build, { signing });
    if (Number(build) === to) keep(store);
  }
  putBack(store);
  return store;
}

const kept = new WeakMap<MemoryStore, MemoryStore['objects']>();

function keep(store: MemoryStore): void {
  kept.set(store, new Map(store.objects));
}

function putBack(store: MemoryStore): void {
  const old = kept.get(store)?.get(head);
  if (old === undefined) throw new Error('no head was kept');
  store.objects.set(head, old);
}

describe('a head that an older one was put over', () => {
  test('is reported, and nothing is written', async () => {
    const store = await rolledBack(2);
    const before = new Map(store.objects);
    await expect(publishBuild(store, '4', { signing })).rejects.toMatchObject({
      code: 'ROLLED_BACK',
      exitCode: 4,
      message: expect.stringMatching(/generation 2,.* 3: .*accept-rollback: true/),
    });
    expect(store.objects).toEqual(before);
  });

  test('is reported to a run that has nothing to publish, too', async () => {
    const store = await rolledBack(2);
    await expect(publishBuild(store, '1', { signing })).rejects.toMatchObject({
      code: 'ROLLED_BACK',
    });
  });

  test('with accept-rollback, a commit goes on above every generation seen', async () => {
    const store = await rolledBack(1);
    const report = await publishBuild(store, '4', { signing }, { acceptRollback: true });
    expect(report).toMatchObject({ changed: true, generation: 4, followers: 'current' });
    const seen = { generation: 4, versions: { [alpine]: ['20261120_1201', '20261120_1204'] } };
    expect(await readAsClient(store, 'sjson', signing)).toEqual(seen);
    expect(await readAsClient(store, 'json')).toEqual(seen);
    expect(await staleFollowers(store, signing)).toEqual([]);
    expect((await publishBuild(store, '5', { signing })).generation).toBe(5);
  });

  test('with accept-rollback, a run without anything new commits too, and ends the alarm', async () => {
    const store = await rolledBack(2);
    const report = await publishBuild(store, '1', { signing }, { acceptRollback: true });
    expect(report.generation).toBe(4);
    expect(await staleFollowers(store, signing)).toEqual([]);
    expect(await publishBuild(store, '1', { signing })).toMatchObject({ changed: false });
  });

  test('accept-rollback changes nothing where there is no rollback', async () => {
    const store = memoryStore({ now: () => start });
    await publishBuild(store, '1', { signing });
    const before = new Map(store.objects);
    const report = await publishBuild(store, '1', { signing }, { acceptRollback: true });
    expect(report).toMatchObject({ changed: false, generation: 1 });
    expect(store.objects).toEqual(before);
  });

  test('takes no follower back with it', async () => {
    const store = await rolledBack(2);
    const before = new Map(store.objects);
    await bringUpFollowers(portsOn(store, { signing }), 'sjson');
    expect(store.objects).toEqual(before);
  });

  test('between two looks of a pass takes no follower back with it', async () => {
    const store = await rolledBack(2);
    const newest = store.objects.get(plain);
    const second = kept.get(store)?.get(plain);
    if (newest === undefined || second === undefined) throw new Error('no index.json was kept');
    // The pass begins when the followers are behind; then generation 3 comes and is taken away again.
    store.objects.set(plain, { ...second, bytes: lowered(second.bytes) });
    let reads = 0;
    const changing: Store = {
      ...store,
      read: (path, limit) => {
        if (path === plain && ++reads === 2) store.objects.set(plain, newest);
        return store.read(path, limit);
      },
    };
    await bringUpFollowers(portsOn(changing, { signing }), 'sjson');
    expect(reads).toBeGreaterThan(1);
    expect(store.objects.get(plain)).toBe(newest);
  });
});

function lowered(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replace(/"generation": 2/, '"generation": 1');
  return new TextEncoder().encode(text);
}
