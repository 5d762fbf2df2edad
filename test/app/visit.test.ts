import { describe, expect, test } from 'vitest';
import { visit } from '../../src/app/visit.ts';
import { joinPath } from '../../src/core/path.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { readWhole } from '../fakes/reader.ts';
import { signing } from './publishers.ts';
import { leftOver } from './served.ts';
import { hour, notesPath, openRoot } from './visit-scene.ts';

describe('what nothing names any more', () => {
  test('is noted by one visit, and removed by one after the grace time', async () => {
    const { store, visitNow, pass, noted, imageFiles } = openRoot();
    const gone = await noted();
    expect(gone).toHaveLength(2);
    pass(24);
    expect((await visitNow()).reaped).toEqual([]);
    pass(0.1);
    const { reaped } = await visitNow();
    expect(reaped.map(({ path }) => path)).toEqual(expect.arrayContaining([...gone]));
    expect(imageFiles()).toHaveLength(2);
    pass(80);
    await visitNow();
    pass(25);
    await visitNow();
    expect(await leftOver(store, signing)).toEqual([]);
  });

  test('is only told of by a dry run', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    const before = new Map(store.objects);
    const { plan, reaped } = await visitNow(store, true);
    expect(plan.due.length).toBeGreaterThan(2);
    expect(reaped).toEqual([]);
    expect(store.objects).toEqual(before);
  });

  test('is noted anew when the notes are lost', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    store.objects.delete(notesPath);
    expect((await visitNow()).reaped).toEqual([]);
    pass(25);
    expect((await visitNow()).reaped.length).toBeGreaterThan(0);
  });

  test('stays when it is listed again', async () => {
    const { visitNow, pass, publishNow, noted } = openRoot();
    await noted();
    pass(25);
    await publishNow('1').catch(() => undefined);
    await visitNow();
    const { plan } = await visitNow();
    expect(plan.due).toEqual([]);
    await expect(publishNow('2')).resolves.toMatchObject({ changed: false });
  });

  test('costs no write once all of it is noted', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    const before = store.calls.replace;
    pass(1);
    await visitNow();
    expect(store.calls.replace).toBe(before);
  });
});

test('what a publish at work has stored stays, however short the grace time', async () => {
  const scene = openRoot();
  const { store, ports, pass, publishNow } = scene;
  await publishNow('1');
  const short = () => visit(ports(), { grace: 2 * hour, dryRun: false });
  const slow = gatedStore(store, async ({ method, path }, effect) => {
    // It has looked whether all of it stands.
    if (method === 'replace' && path === 'streams/v1/index.sjson') await short();
    const answer = await effect();
    if (method === 'create' && path.startsWith('alpine/')) {
      await short();
      pass(3);
    }
    return answer;
  });
  expect(await publishNow('2', 'signed', slow)).toMatchObject({ changed: true });
  await readWhole(store, 'sjson', signing);
});

test('what a publish names that stood still after its look is looked at again', async () => {
  const { store, visitNow, pass, publishNow } = openRoot();
  await publishNow('1');
  let looked = 0;
  const standing = gatedStore(store, async (call, effect) => {
    const answer = await effect();
    // The documents are looked at last, in both forms.
    if (call.method === 'stat' && /\/images\.[0-9a-f]{32}\./.test(call.path) && ++looked === 2) {
      for (const hours of [49, 25, 1]) {
        pass(hours);
        await visitNow();
      }
    }
    return answer;
  });
  expect(await publishNow('2', 'signed', standing)).toMatchObject({ changed: true });
  await readWhole(store, 'sjson', signing);
});

describe('of two visits at once', () => {
  test('one removes; the other leaves it alone, and says so', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    let second: Awaited<ReturnType<typeof visitNow>> | undefined;
    const slow = gatedStore(store, async ({ method }, effect) => {
      if (method === 'remove') second ??= await visitNow();
      return effect();
    });
    const first = await visitNow(slow);
    expect(first.reaped.length).toBeGreaterThan(0);
    expect(second?.reaped).toEqual([]);
    expect(second?.held).toMatch(/another prune is at work/);
  });

  test('the one that did not write its notes removes nothing', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    let others = 0;
    const late = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'replace' && path === notesPath && others++ === 0) await visitNow();
      return effect();
    });
    const { reaped, held } = await visitNow(late);
    expect(reaped).toEqual([]);
    expect(held).toMatch(/another prune is at work/);
  });

  test('one that was killed holds up the others for half an hour', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    const killed = gatedStore(store, async ({ method }, effect) => {
      if (method === 'remove') throw new Error('killed');
      return effect();
    });
    await expect(visitNow(killed)).rejects.toThrow('killed');
    pass(0.5);
    expect(await visitNow()).toMatchObject({ reaped: [], held: expect.stringMatching(/another/) });
    pass(0.1);
    expect((await visitNow()).reaped.length).toBeGreaterThan(0);
  });
});

describe('before it removes, a visit looks once more, and leaves', () => {
  test('what somebody has stored there since', async () => {
    const { store, visitNow, pass, noted, clock } = openRoot();
    const [path = ''] = await noted();
    pass(25);
    const racing = gatedStore(store, async (call, effect) => {
      if (call.method === 'stat' && call.path === path) {
        const found = store.objects.get(joinPath(path));
        if (found) store.objects.set(joinPath(path), { ...found, modified: clock() });
      }
      return effect();
    });
    const { reaped } = await visitNow(racing);
    expect(reaped.map((each) => each.path)).not.toContain(path);
    expect(store.objects.has(joinPath(path))).toBe(true);
  });

  test('what it stood still over, when it had looked', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    const [path = ''] = await noted();
    pass(25);
    const standing = gatedStore(store, async (call, effect) => {
      const answer = await effect();
      if (call.method === 'stat' && call.path === path) pass(1);
      return answer;
    });
    const { reaped, held } = await visitNow(standing);
    expect(reaped.map((each) => each.path)).not.toContain(path);
    expect(held).toMatch(/the next visit goes on/);
    expect((await visitNow()).reaped.map((each) => each.path)).toContain(path);
  });

  test('what it has no time left for: a list is good for 15 minutes', async () => {
    const { store, visitNow, pass, publishNow, unlist } = openRoot();
    for (const build of ['1', '2', '3', '4', '5', '6']) await publishNow(build);
    await unlist((serial) => serial > '20261120_2010');
    pass(49);
    await visitNow();
    pass(25);
    let late = false;
    const slow = gatedStore(store, async ({ method }, effect) => {
      const answer = await effect();
      if (method === 'remove' && !late) {
        pass(0.26);
        late = true;
      }
      return answer;
    });
    const { reaped, plan, held } = await visitNow(slow);
    expect(plan.due.length).toBeGreaterThan(20);
    expect(reaped.length).toBeGreaterThan(0);
    expect(reaped.length).toBeLessThanOrEqual(8);
    expect(held).toMatch(/longer than 15 minutes; the next visit goes on/);
    const next = await visitNow();
    expect(next.reaped.length + reaped.length).toBe(plan.due.length);
  });
});
