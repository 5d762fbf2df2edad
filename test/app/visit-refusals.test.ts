import { describe, expect, test } from 'vitest';
import { visit } from '../../src/app/visit.ts';
import { joinPath } from '../../src/core/path.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { portsOn } from '../fakes/scene.ts';
import { headOf, signing } from './publishers.ts';
import { grace, openRoot } from './visit-scene.ts';

describe('nothing is removed', () => {
  test('from a place without an index', async () => {
    const { store, visitNow, pass, foreign } = openRoot();
    await foreign(`a/b/c/20260101/${'0'.repeat(32)}/f`);
    pass(100);
    await expect(visitNow()).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/memory: has no index .* correct root/),
    });
    expect(store.objects.size).toBe(1);
  });

  test('from a root whose document was tampered with', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    for (const [path, object] of store.objects) {
      if (!/images\.[0-9a-f]{32}\.sjson$/.test(path)) continue;
      store.objects.set(path, { ...object, bytes: object.bytes.slice(0, -1) });
    }
    const before = store.objects.size;
    await expect(visitNow()).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
    expect(store.objects.size).toBe(before);
  });

  test('from a root whose head was put back', async () => {
    const { store, visitNow, pass, publishNow } = openRoot();
    await publishNow('1');
    const old = store.objects.get(joinPath(headOf(signing)));
    await publishNow('2');
    if (old) store.objects.set(joinPath(headOf(signing)), old);
    pass(100);
    await expect(visitNow()).rejects.toMatchObject({ code: 'ROLLED_BACK' });
  });

  test('from a signed root by somebody who cannot verify it', async () => {
    const { store, pass, noted, clock } = openRoot();
    await noted();
    pass(25);
    const blind = portsOn(store, { now: clock });
    await expect(visit(blind, { grace, dryRun: false })).rejects.toMatchObject({
      code: 'SIGNING_KEY_REQUIRED',
    });
  });

  test('that a follower still names, by somebody who cannot bring it up', async () => {
    const { store, pass, publishNow, unlist, imageFiles, clock } = openRoot();
    await publishNow('1');
    await publishNow('2');
    const stop = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'replace' && path === 'streams/v1/images.json') throw new Error('killed');
      return effect();
    });
    const killed = unlist((serial) => serial > '20261120_1610', stop);
    await expect(killed).rejects.toThrow('killed');
    const verifying = {
      ...portsOn(store, { now: clock }),
      verifier: signing.verifier,
    };
    for (let visits = 0; visits < 3; visits++) {
      pass(49);
      const { held, reaped } = await visit(verifying, { grace, dryRun: false });
      expect(held).toMatch(/index.json does not follow the head/);
      expect(reaped).toEqual([]);
    }
    expect(imageFiles()).toHaveLength(4);
  });

  test('while the index lists what is no products document', async () => {
    const { store, pass, publishNow, clock } = openRoot();
    await publishNow('1', 'unsigned');
    const path = joinPath('streams/v1/index.json');
    const found = store.objects.get(path);
    const index = JSON.parse(new TextDecoder().decode(found?.bytes));
    index.index.more = { format: 'index:1.0', path: 'more/index.json' };
    const bytes = new TextEncoder().encode(JSON.stringify(index));
    if (found) store.objects.set(path, { ...found, bytes });
    pass(100);
    const unsigned = portsOn(store, { now: clock });
    const { held } = await visit(unsigned, { grace, dryRun: false });
    expect(held).toMatch(/the index lists more, which is no products document/);
  });
});

test('who can only verify can prune too', async () => {
  const { store, pass, noted, clock } = openRoot();
  await noted();
  pass(25);
  const verifying = { ...portsOn(store, { now: clock }), verifier: signing.verifier };
  expect((await visit(verifying, { grace, dryRun: false })).reaped.length).toBeGreaterThan(0);
});

test('a run that was ended before its followers is healed first', async () => {
  const { store, visitNow, pass, publishNow, unlist, imageFiles } = openRoot();
  await publishNow('1');
  const stop = gatedStore(store, async ({ method, path }, effect) => {
    if (method === 'replace' && path === 'streams/v1/images.json') throw new Error('killed');
    return effect();
  });
  await publishNow('2');
  await expect(unlist((serial) => serial > '20261120_1610', stop)).rejects.toThrow('killed');
  pass(49);
  expect((await visitNow()).held).toBeUndefined();
  pass(25);
  await visitNow();
  expect(imageFiles()).toHaveLength(2);
});
