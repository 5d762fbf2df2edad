import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { admitPlanned } from '../../src/app/plan-promotion.ts';
import { plannedChoice } from '../../src/app/planned-choice.ts';
import { InputError } from '../../src/core/error.ts';
import {
  type PromotionPlan,
  parsePlan,
  sealPlan,
  writePlan,
} from '../../src/core/promotion-plan.ts';
import { validatePromotion } from '../../src/core/schema/validate-promotion.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { readAsClient } from '../fakes/reader.ts';
import { portsOn, type SceneOptions, start } from '../fakes/scene.ts';
import { choice, planStable, promoteStable, publishMaas, stable } from './promotion-scene.ts';

const now = () => start;
const key = hmacSigning('publisher');

async function roots(signing?: Signing) {
  const from = memoryStore({ now, url: 'memory:candidate' });
  const into = memoryStore({ now, url: 'memory:stable' });
  await publishMaas(from, '20', { signing });
  await publishMaas(into, '19', { signing }, { label: 'stable' });
  return { from, into };
}

/** What a run makes of the bytes of a plan. */
async function apply(
  bytes: Uint8Array,
  from: Store,
  into: Store,
  options: SceneOptions = { signing: key },
) {
  const plan = parsePlan(bytes, 'plan.json', sha256);
  const planned = plannedChoice(plan);
  const admit = admitPlanned(plan, planned, portsOn(into));
  return promoteStable(from, into, options, { choice: planned }, admit);
}

function bytesOf(plan: PromotionPlan): Uint8Array {
  return new TextEncoder().encode(writePlan(plan));
}

async function expectRefused(
  stores: readonly MemoryStore[],
  run: () => Promise<unknown>,
  code: string,
) {
  const before = stores.map(({ objects }) => new Map(objects));
  await expect(run()).rejects.toMatchObject({ code });
  expect(stores.map(({ objects }) => objects)).toEqual(before);
}

describe('a plan', () => {
  test('tells both roots and every file by their full digests, satisfies its schema, and writes nothing', async () => {
    const { from, into } = await roots(key);
    const before = [new Map(from.objects), new Map(into.objects)];
    const plan = await planStable(from, into, key);
    expect([from.objects, into.objects]).toEqual(before);
    expect(validatePromotion(JSON.parse(writePlan(plan)), 'plan')).toEqual(plan);
    expect(plan).toMatchObject({
      source: { url: 'memory:candidate', generation: 1, signedBy: key.signer.fingerprint },
      target: { url: 'memory:stable', generation: 1 },
      rename: ['candidate=stable'],
      consumers: ['maas'],
      versions: [{ to: { product: stable, serial: '20261120_0000' }, isNew: true }],
    });
    const head = (store: MemoryStore) => store.objects.get('streams/v1/index.sjson' as never);
    expect(plan.source.head).toBe(head(from)?.sha256);
    expect(plan.target.head).toBe(head(into)?.sha256);
    expect(plan.versions[0]?.items).toHaveLength(2);
  });

  test('of the same roots is the same, to the byte', async () => {
    const { from, into } = await roots(key);
    const texts = [await planStable(from, into, key), await planStable(from, into, key)];
    expect(new Set(texts.map(writePlan)).size).toBe(1);
  });

  test('is applied as it is, into an empty root too', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    expect(await apply(plan, from, into)).toMatchObject({ changed: true, generation: 2 });
    expect((await readAsClient(into, 'sjson', key)).versions).toEqual({
      [stable]: ['20261119_0000', '20261120_0000'],
    });
    for (const signing of [undefined, key]) {
      const { from: source } = await roots(signing);
      const empty = memoryStore({ now });
      const first = bytesOf(await planStable(source, empty, signing));
      expect(await apply(first, source, empty, { signing })).toMatchObject({ generation: 1 });
    }
  });

  test('keeps what was asked for, so that it need not be said again', async () => {
    const { from, into } = await roots(key);
    const selection = { filters: [], product: undefined, serial: '20261120_0000' as never };
    const of = choice({ selection, label: 'release', allow: ['MAAS-043'] });
    const plan = await planStable(from, into, key, of);
    expect(plannedChoice(plan)).toEqual(of);
  });
});

describe('a plan is refused, and nothing is written', () => {
  test('with any one byte of it changed', async () => {
    const { from, into } = await roots(key);
    const bytes = bytesOf(await planStable(from, into, key));
    const before = new Map(into.objects);
    for (let at = 0; at < bytes.length; at++) {
      for (const byte of [0x20, 0x31, (bytes[at] ?? 0) ^ 1]) {
        if (bytes[at] === byte) continue;
        const changed = Uint8Array.from(bytes);
        changed.set([byte], at);
        const parse = () => parsePlan(changed, 'plan.json', sha256);
        expect(parse, `byte ${at}`).toThrow(InputError);
        expect(parse, `byte ${at}`).toThrow(expect.objectContaining({ code: 'PLAN_INVALID' }));
      }
    }
    for (const changed of [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('\n')]),
    ]) {
      expect(() => parsePlan(changed, 'plan.json', sha256)).toThrow(InputError);
    }
    expect(into.objects).toEqual(before);
  });

  test('when it says something else than promoting would do, though its digest is right', async () => {
    const { from, into } = await roots(key);
    const { digest: _, ...plan } = await planStable(from, into, key);
    const [version] = plan.versions;
    if (version === undefined) throw new Error('nothing is planned');
    const others: readonly Omit<PromotionPlan, 'digest'>[] = [
      { ...plan, versions: [] },
      { ...plan, versions: [{ ...version, items: version.items.slice(1) }] },
      { ...plan, versions: [{ ...version, isNew: false }] },
      { ...plan, filters: ['arch'] },
      { ...plan, source: { ...plan.source, url: 'memory:other' } },
      { ...plan, target: { ...plan.target, url: 'memory:other' } },
    ];
    for (const other of others) {
      const bytes = bytesOf(sealPlan(other, sha256));
      await expectRefused([from, into], () => apply(bytes, from, into), 'PLAN_INVALID');
    }
  });

  test('when the source has changed', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    await publishMaas(from, '20', { signing: key }, { release: 'rocky10' });
    await expectRefused([from, into], () => apply(plan, from, into), 'PLAN_OUTDATED');
  });

  test('when the target has changed, though not in what is promoted', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    await publishMaas(into, '20', { signing: key }, { label: 'stable', release: 'rocky10' });
    await expectRefused([from, into], () => apply(plan, from, into), 'PLAN_OUTDATED');
  });

  test('when the target lists a newer version by now', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    await publishMaas(into, '21', { signing: key }, { label: 'stable' });
    await expectRefused([from, into], () => apply(plan, from, into), 'PLAN_OUTDATED');
  });

  test('when the target changes between the look and the commit', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    let first = true;
    const forestalled: Store = {
      ...into,
      replace: async (path, ...rest) => {
        if (first && path.endsWith('/index.sjson')) {
          first = false;
          const other = { label: 'stable', release: 'rocky10' };
          await publishMaas(into, '20', { signing: key }, other);
        }
        return into.replace(path, ...rest);
      },
    };
    await expect(apply(plan, from, forestalled)).rejects.toMatchObject({ code: 'PLAN_OUTDATED' });
    expect(first).toBe(false);
    const { generation, versions } = await readAsClient(into, 'sjson', key);
    expect(generation).toBe(2);
    expect(versions[stable]).toEqual(['20261119_0000']);
  });

  test('a second time', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    await apply(plan, from, into);
    await expectRefused([from, into], () => apply(plan, from, into), 'PLAN_OUTDATED');
  });

  test('by all but one of several runs that apply it at once', async () => {
    const { from, into } = await roots(key);
    const plan = bytesOf(await planStable(from, into, key));
    const runs = await Promise.allSettled(
      ['1', '2', '3', '4'].map((run) => apply(plan, from, into, { signing: key, run })),
    );
    const refused = runs.flatMap((run) => (run.status === 'rejected' ? [run.reason.code] : []));
    expect(refused).toEqual(['PLAN_OUTDATED', 'PLAN_OUTDATED', 'PLAN_OUTDATED']);
    expect((await readAsClient(into, 'sjson', key)).generation).toBe(2);
  });
});
