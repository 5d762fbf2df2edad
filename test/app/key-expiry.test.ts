import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { planPromotion } from '../../src/app/plan-promotion.ts';
import { publish } from '../../src/app/publish.ts';
import type { Signing, Verifier } from '../../src/ports.ts';
import { brokenIn, checkFor } from '../fakes/checking.ts';
import { expiringSigning, extendedSigning } from '../fakes/expiring-signing.ts';
import { newSigning, portsOn, publishBuild, request, start } from '../fakes/scene.ts';
import { choice, originOn, publishMaas } from './promotion-scene.ts';

const now = () => start;

function later(days: number): Date {
  return new Date(start.getTime() + days * 86_400_000);
}

async function signedRoot(signing: Signing) {
  const store = memoryStore({ now });
  await publishBuild(store, '1', { signing });
  return store;
}

/** The warnings of a run that signs. */
async function warningsOf(signing: Signing, store = memoryStore({ now })) {
  const ports = portsOn(store, { signing });
  await publish(request(), ports);
  return ports.said.filter((line) => line.startsWith('!'));
}

describe('publishing warns', () => {
  test('from 30 days before the key expires, with the days that are left and what to do', async () => {
    expect(await warningsOf(await expiringSigning(31))).toEqual([]);
    const signing = await expiringSigning(30);
    expect(await warningsOf(signing)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^! the signing key of memory:.*, ${signing.signer.fingerprint} \\(Test <test@example.org>\\), expires on 2026-12-20 15:10 UTC, in 30 days; .*quick-set-expire.*rotate-key\\.md`,
        ),
      ),
    ]);
  });

  test('on the last day', async () => {
    expect(await warningsOf(await expiringSigning(0.5))).toEqual([
      expect.stringContaining('in less than a day'),
    ]);
  });

  test('not, with a key that never expires', async () => {
    expect(await warningsOf(await newSigning())).toEqual([]);
  });

  test('in a root that is there already, and that gets nothing new', async () => {
    const signing = await expiringSigning(3);
    const store = memoryStore({ now });
    await warningsOf(signing, store);
    expect(await warningsOf(signing, store)).toEqual([expect.stringContaining('in 3 days')]);
  });
});

describe('planning a promotion warns', () => {
  async function warningsOfPlan(signing: Signing, into = memoryStore({ now })) {
    const from = memoryStore({ now });
    await publishMaas(from, '18', { signing });
    const ports = portsOn(into, { signing });
    const permissions = { sameRoot: false, fromUnsigned: false };
    await planPromotion(choice(), permissions, originOn(from, signing), ports);
    return ports.said.filter((line) => line.startsWith('!'));
  }

  test('of the key that would sign', async () => {
    expect(await warningsOfPlan(await expiringSigning(31))).toEqual([]);
    expect(await warningsOfPlan(await expiringSigning(3))).toEqual([
      expect.stringMatching(/^! the signing key of memory:.*in 3 days/),
    ]);
  });

  test('of what the ring of the target has of it', async () => {
    const into = memoryStore({ now });
    const { short, extended } = await extendedSigning(15);
    await publishMaas(into, '17', { signing: short }, { label: 'stable' });
    expect(await warningsOfPlan(extended, into)).toEqual([
      expect.stringMatching(/^! the signing key was extended.*run rotate-key with it$/),
    ]);
  });
});

describe('checking a signed root', () => {
  const readers = (signing: Signing): readonly (readonly [string, Verifier | undefined])[] => [
    ['by a trusted key', signing.verifier],
    ['by the ring that its index names', undefined],
  ];

  test.each([
    [31, []],
    [30, ['KEY-001 sstream']],
    [8, ['KEY-001 sstream']],
    [7, ['KEY-002 sstream']],
    [1, ['KEY-002 sstream']],
  ])('%d days before its key expires', async (days, findings) => {
    const signing = await expiringSigning(days);
    const root = await signedRoot(signing);
    for (const [how, verifier] of readers(signing)) {
      const report = await checkFor(root, ['sstream'], verifier ? { verifier } : {});
      expect(brokenIn(report), how).toEqual(findings);
    }
  });

  test('whose key has expired says since when', async () => {
    const root = await signedRoot(await expiringSigning(1));
    const report = await checkFor(root, ['sstream'], { now: later(2) });
    expect(brokenIn(report)).toEqual(['KEY-002 sstream']);
    expect(report.findings[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('which expired on 2026-11-21 15:10 UTC'),
    });
  });

  test('tells those who read the plain index too, once for all of them', async () => {
    const root = await signedRoot(await expiringSigning(5));
    expect(brokenIn(await checkFor(root, ['incus']))).toEqual(['KEY-002 incus']);
    expect(brokenIn(await checkFor(root, ['incus', 'sstream']))).toEqual(['KEY-002 incus,sstream']);
  });

  test('whose key is not among the trusted ones says nothing of its end', async () => {
    const root = await signedRoot(await expiringSigning(5));
    const { verifier } = await newSigning();
    expect(brokenIn(await checkFor(root, ['sstream'], { verifier }))).not.toContain(
      'KEY-002 sstream',
    );
  });

  test('without a ring says nothing of the end of a key that nobody knows', async () => {
    const root = await signedRoot(await expiringSigning(5));
    for (const path of root.objects.keys()) if (/keyring/.test(path)) root.objects.delete(path);
    expect(brokenIn(await checkFor(root, ['sstream']))).toEqual([]);
  });

  test('can be allowed to expire', async () => {
    const root = await signedRoot(await expiringSigning(5));
    const { counts } = await checkFor(root, ['sstream'], { allow: ['KEY-002'] });
    expect(counts).toMatchObject({ error: 0, allowed: 1 });
  });
});
