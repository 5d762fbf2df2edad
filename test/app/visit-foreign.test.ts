import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { commit } from '../../src/app/commit.ts';
import { visit } from '../../src/app/visit.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { staleFollowers } from '../fakes/root-content.ts';
import { portsOn } from '../fakes/scene.ts';
import { signing } from './publishers.ts';
import { leftOver } from './served.ts';
import { grace, openRoot, silent, unattended, type VisitScene } from './visit-scene.ts';

describe('what this program did not store', () => {
  const digest = '0'.repeat(32);

  test('is never touched, and told of', async () => {
    const { store, visitNow, pass, publishNow, foreign } = openRoot();
    await publishNow('1');
    await foreign('holiday.jpg');
    await foreign('streams/v1/notes.txt');
    await foreign(`alpine/3.20/amd64/20260101/${digest}/of-another-digest`);
    await foreign('streams/v1/by-hand.json', '{"path": "holiday.jpg"}');
    pass(49);
    await visitNow();
    pass(25);
    const { foreign: found, plan } = await visitNow();
    expect(plan.foreign.map(({ path }) => path)).toEqual(['holiday.jpg', 'streams/v1/notes.txt']);
    expect(found.map(({ path }) => path).sort()).toEqual([
      `alpine/3.20/amd64/20260101/${digest}/of-another-digest`,
      'streams/v1/by-hand.json',
    ]);
    expect([...store.objects.keys()]).toEqual(
      expect.arrayContaining(['holiday.jpg', 'streams/v1/by-hand.json']),
    );
  });

  test('keeps what it names: a document by hand may still be read', async () => {
    const { visitNow, pass, publishNow, unlist, imageFiles, foreign } = openRoot();
    await publishNow('1');
    const [file = ''] = imageFiles();
    await foreign('streams/v1/by-hand.json', JSON.stringify({ a: [{ path: file }] }));
    await publishNow('2');
    await unlist((serial) => serial > '20261120_1610');
    for (let visits = 0; visits < 4; visits++) {
      pass(49);
      await visitNow();
    }
    expect(imageFiles()).toContain(file);
    expect(imageFiles()).toHaveLength(3);
  });

  test('another root below this one is left alone', async () => {
    const { store, visitNow, pass, publishNow, foreign } = openRoot();
    const text = 'of another root';
    const name = sha256(new TextEncoder().encode(text)).slice(0, 32);
    const nested = `below/a/b/c/20260101/${name}/f`;
    await publishNow('1');
    await foreign(nested, text);
    await foreign('below/streams/v1/index.json', '{}');
    for (let visits = 0; visits < 3; visits++) {
      pass(49);
      await visitNow();
    }
    expect(store.objects.has(joinPath(nested))).toBe(true);
  });
});

describe('the follower of a document that is listed no more', () => {
  const follower = joinPath('streams/v1/images.json');

  async function takeOff({ ports }: VisitScene): Promise<void> {
    await commit(ports(), unattended, () => ({
      outcome: undefined,
      changed: new Map(),
      removed: new Set(['images']),
      files: [],
    }));
  }

  test('goes first, and the files it names after another grace time', async () => {
    const scene = openRoot();
    const { store, visitNow, pass, publishNow, imageFiles } = scene;
    await publishNow('1');
    await takeOff(scene);
    pass(49);
    await visitNow();
    pass(25);
    expect((await visitNow()).reaped.map(({ path }) => path)).toContain(follower);
    expect(imageFiles()).toHaveLength(2);
    await visitNow();
    pass(25);
    await visitNow();
    expect(imageFiles()).toEqual([]);
    expect(await leftOver(store, signing)).toEqual([]);
  });

  /** Due to be removed. */
  async function dueFollower() {
    const scene = openRoot();
    await scene.publishNow('1');
    await takeOff(scene);
    scene.pass(49);
    await scene.visitNow();
    scene.pass(25);
    return scene;
  }

  test('is left when somebody lists the document again while it is removed', async () => {
    const { store, visitNow, publishNow } = await dueFollower();
    const racing = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'remove' && path === follower) await publishNow('2');
      return effect();
    });
    expect((await visitNow(racing)).reaped.map(({ path }) => path)).not.toContain(follower);
    expect(await staleFollowers(store, signing)).toEqual([]);
  });

  test('is made anew then, where the store removes whatever is there', async () => {
    const { store, visitNow, publishNow } = await dueFollower();
    const unconditional: Store = { ...store, remove: (path) => store.remove(path) };
    const racing = gatedStore(unconditional, async ({ method, path }, effect) => {
      if (method === 'remove' && path === follower) await publishNow('2');
      return effect();
    });
    expect((await visitNow(racing)).reaped.map(({ path }) => path)).toContain(follower);
    expect(await staleFollowers(store, signing)).toEqual([]);
  });

  test('is left by a request that lands when somebody has listed the document again', async () => {
    const { store, visitNow, publishNow, pass } = await dueFollower();
    const late: (() => Promise<unknown>)[] = [];
    await visitNow(silent(store, late));
    pass(0.2);
    await publishNow('2');
    expect(late.length).toBeGreaterThan(0);
    for (const land of late) await land();
    expect(await staleFollowers(store, signing)).toEqual([]);
  });
});

test('a follower that a killed run has left behind keeps the files it names', async () => {
  const { store, pass, publishNow, imageFiles, clock } = openRoot();
  await publishNow('1', 'unsigned');
  const before = imageFiles();
  const dying = gatedStore(store, async ({ method, path }, effect) => {
    if (method === 'replace' && path === 'streams/v1/images.json') throw new Error('killed');
    return effect();
  });
  const unsigned = (on: Store) => portsOn(on, { run: 'unsigned', now: clock });
  const emptied = commit(unsigned(dying), unattended, (documents) => {
    const changed = [...documents].map(([id, each]) => [id, { ...each, products: {} }] as const);
    return { outcome: undefined, changed: new Map(changed), files: [] };
  });
  await expect(emptied).rejects.toThrow('killed');
  for (let visits = 0; visits < 4; visits++) {
    pass(49);
    await visit(unsigned(store), { grace, dryRun: false });
  }
  expect(imageFiles()).toEqual(before);
});

test('a staging record that nobody committed goes with its files', async () => {
  const { visitNow, pass, publishNow, foreign } = openRoot();
  await publishNow('1');
  await foreign('streams/v1/staged/4711/amd64.sjson');
  pass(49);
  await visitNow();
  pass(25);
  expect((await visitNow()).reaped.map(({ path }) => path)).toContain(
    'streams/v1/staged/4711/amd64.sjson',
  );
});
