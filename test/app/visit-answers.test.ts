import { describe, expect, test } from 'vitest';
import { visit } from '../../src/app/visit.ts';
import { SignalError, StoreError } from '../../src/core/error.ts';
import type { Store } from '../../src/ports/store.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { readWhole } from '../fakes/reader.ts';
import { signing } from './publishers.ts';
import { grace, openRoot, silent } from './visit-scene.ts';

describe('what the store does not answer about', () => {
  test('is left to the first visit that finds the request over', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    await noted();
    pass(25);
    const { reaped, held } = await visitNow(silent(store));
    expect(reaped).toEqual([]);
    expect(held).toMatch(/no answer/);
    expect(await visitNow()).toMatchObject({ reaped: [], held: expect.stringMatching(/another/) });
    pass(0.6);
    expect((await visitNow()).reaped.length).toBeGreaterThan(0);
  });

  test('is there, when it is listed again before the request lands', async () => {
    const { store, visitNow, publishNow, pass, unlist } = openRoot();
    await publishNow('1');
    await publishNow('2');
    await unlist((serial) => serial < '20261120_1700');
    pass(49);
    await visitNow();
    pass(25);
    const late: (() => Promise<unknown>)[] = [];
    await visitNow(silent(store, late));
    await visitNow();
    expect(await publishNow('2')).toMatchObject({ changed: true });
    expect(late.length).toBeGreaterThan(0);
    for (const land of late) await land();
    await readWhole(store, 'sjson', signing);
  });
});

describe('of what the store refuses to remove', () => {
  const denied = new StoreError('STORE_DENIED', 'allow s3:DeleteObject');

  function refusing(store: Store, path: string, failure: Error): Store {
    return gatedStore(store, async (call, effect) => {
      if (call.method !== 'remove') return effect();
      if (call.path === path) throw failure;
      // The others are on their way still.
      await new Promise((resolve) => setImmediate(resolve));
      return effect();
    });
  }

  test('is told by the failure, after what is removed beside it', async () => {
    const { store, ports, pass, noted } = openRoot();
    const [path = ''] = await noted();
    pass(25);
    const before = [...store.objects.keys()];
    const reaped: string[] = [];
    const visited = visit(ports(refusing(store, path, denied)), {
      grace,
      dryRun: false,
      onReaped: (some) => reaped.push(...some.map((each) => each.path)),
    });
    await expect(visited).rejects.toBe(denied);
    expect(reaped.length).toBeGreaterThan(0);
    const gone = before.filter((each) => !store.objects.has(each));
    expect(gone.sort()).toEqual(reaped.sort());
  });

  test('the next visit tries again at once', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    const [path = ''] = await noted();
    pass(25);
    await expect(visitNow(refusing(store, path, denied))).rejects.toBe(denied);
    expect((await visitNow()).reaped.map((each) => each.path)).toContain(path);
  });

  test('nobody tries while a run that was ended may have sent a request', async () => {
    const { store, visitNow, pass, noted } = openRoot();
    const [path = ''] = await noted();
    pass(25);
    const ended = new SignalError('SIGTERM', 15);
    await expect(visitNow(refusing(store, path, ended))).rejects.toBe(ended);
    expect(await visitNow()).toMatchObject({ reaped: [], held: expect.stringMatching(/another/) });
  });
});
