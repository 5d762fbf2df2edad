import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { publish } from '../../src/app/publish.ts';
import type { Store } from '../../src/ports/store.ts';
import { gatedStore, type StoreCall } from '../fakes/gated-store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { orphansOf, staleFollowers } from '../fakes/root-content.ts';
import { portsOn, publishBuild, request, start } from '../fakes/scene.ts';

const signing = hmacSigning('publisher');
const head = 'streams/v1/index.sjson';

/** Publishes products of their own, one each time it is called. */
function others(store: Store, through = (own: Store) => own) {
  let count = 0;
  return () => {
    const release = `9.${count++}`;
    const files = containerImage(release, { release });
    return publishBuild(through(store), release, { signing, files });
  };
}

/** Whoever publishes into it is killed as soon as the head is replaced. */
function killedAfterCommit(store: Store): Store {
  let killed = false;
  return gatedStore(store, async (call, effect) => {
    if (killed) throw new Error('killed');
    const answer = await effect();
    killed = call.method === 'replace' && call.path === head;
    return answer;
  });
}

/** A clock that stands still but for its sleeps. */
function sleepingClock() {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    sleep: async (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test('who finds the head replaced while image files were uploaded stores nothing for the old one', async () => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '1', { signing });
  const another = others(store);
  let uploaded = false;
  const calls: StoreCall[] = [];
  const slow = gatedStore(store, async (call, effect) => {
    calls.push(call);
    const answer = await effect();
    if (!uploaded && call.method === 'create') {
      uploaded = true;
      await another();
    }
    return answer;
  });
  const report = await publishBuild(slow, '2', { signing });
  expect(report).toMatchObject({ changed: true, generation: 3 });
  expect(await orphansOf(store, signing)).toEqual([]);
  const heads = calls.filter(({ method, path }) => method === 'replace' && path === head);
  expect(heads).toHaveLength(1);
});

test('who loses every time gives up after ten minutes, and has published nothing', async () => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '1', { signing });
  const another = others(store);
  const busy = gatedStore(store, async (call, effect) => {
    if (call.method === 'replace' && call.path === head) await another();
    return effect();
  });
  const ports = portsOn(busy, { signing, files: containerImage('2', { release: '2' }) });
  const clock = sleepingClock();
  const lost = publish(request(), { ...ports, clock });
  await expect(lost).rejects.toMatchObject({ code: 'CONTENDED', exitCode: 3 });
  expect(clock.now().getTime() - start.getTime()).toBeGreaterThan(10 * 60_000);
  const listed = store.objects.get('streams/v1/images.json' as never)?.bytes;
  expect(new TextDecoder().decode(listed)).not.toContain('alpine:2:amd64');
});

test('while others keep replacing the head, its followers are left to them', async () => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '1', { signing });
  const killed = others(store, killedAfterCommit);
  let left = 5;
  const another = async () => {
    if (left-- > 0) await killed().catch(() => undefined);
  };
  let committed = false;
  let passes = 0;
  const busy = gatedStore(store, async (call, effect) => {
    const answer = await effect();
    committed ||= call.method === 'replace' && call.path === head;
    if (!committed || call.path !== 'streams/v1/images.json') return answer;
    if (call.method === 'read') passes += 1;
    await another();
    return answer;
  });
  const clock = sleepingClock();
  const sleep = async (milliseconds: number) => {
    await clock.sleep(milliseconds);
    await another();
  };
  const ports = portsOn(busy, { signing, files: containerImage('2', { release: '2' }) });
  const report = await publish(request(), { ...ports, clock: { ...clock, sleep } });
  // The first one, which was spoiled, and one when nobody was at work any more.
  expect(passes).toBe(2);
  expect(report.followers).toBe('current');
  expect(await staleFollowers(store, signing)).toEqual([]);
});
