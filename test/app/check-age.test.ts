import { describe, expect, test } from 'vitest';
import { brokenIn, checkFor, rootWith } from '../fakes/checking.ts';

const maxAge = { text: '36h', since: new Date('2026-11-19T03:04:05Z') };

function rootUpdated(updated: unknown) {
  const index = { format: 'index:1.0', index: {}, updated };
  return rootWith({ 'index.json': index, 'index.sjson': index });
}

describe('with a max-age', () => {
  test('an index that was updated longer ago is an error, and says when', async () => {
    const root = await rootUpdated('Thu, 19 Nov 2026 03:04:04 +0000');
    const report = await checkFor(root, ['lxd'], { maxAge });
    expect(brokenIn(report)).toEqual(['AGE-001 lxd']);
    expect(report.findings[0]).toMatchObject({
      severity: 'error',
      message:
        'streams/v1/index.json was updated Thu, 19 Nov 2026 03:04:04 +0000, which is more than 36h ago',
    });
  });

  test('an index of just that age is young enough', async () => {
    const root = await rootUpdated('Thu, 19 Nov 2026 03:04:05 +0000');
    expect(brokenIn(await checkFor(root, ['lxd'], { maxAge }))).toEqual([]);
  });

  test.each([undefined, 'yesterday', 7])(
    'an index that was updated %s may be old',
    async (when) => {
      const report = await checkFor(await rootUpdated(when), ['lxd'], { maxAge });
      expect(brokenIn(report)).toContain('AGE-001 lxd');
    },
  );

  test('the finding can be allowed', async () => {
    const root = await rootUpdated('Thu, 19 Nov 2026 03:04:04 +0000');
    const { counts } = await checkFor(root, ['lxd'], { maxAge, allow: ['AGE-001'] });
    expect(counts).toMatchObject({ error: 0, allowed: 1 });
  });
});

test('without a max-age a root may be of any age', async () => {
  const root = await rootUpdated('Thu, 19 Nov 2009 03:04:04 +0000');
  expect(brokenIn(await checkFor(root, ['lxd']))).toEqual([]);
});
