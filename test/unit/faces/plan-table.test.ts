import { expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import {
  type PlannedVersion,
  type PromotionPlan,
  sealPlan,
} from '../../../src/core/promotion-plan.ts';
import { planTable } from '../../../src/faces/plan-table.ts';

const head = sha256(new TextEncoder().encode('head'));

function version(product: string, files = 1): PlannedVersion {
  const place = { contentId: 'images', product, serial: '20261120_1504' };
  const items = Array.from({ length: files }, (_, n) => ({
    name: `file-${n}`,
    size: 2048,
    sha256: head,
  }));
  return { from: place, to: place, isNew: true, changed: true, items };
}

function plan(changes: Partial<PromotionPlan> = {}): PromotionPlan {
  return sealPlan(
    {
      format: 'promotion:1.0',
      source: { url: 's3://images/candidate', generation: 7, head, signedBy: 'A1B2' },
      target: { url: 's3://images/stable', generation: 0 },
      filters: ['release~(noble|jammy)'],
      rename: [],
      consumers: ['maas>=3.4'],
      allow: [],
      versions: [version('alpine:3.20')],
      ...changes,
    },
    sha256,
  );
}

test('a plan is tables of the roots, the versions and the files, with every digest in full', () => {
  const text = planTable(plan());
  expect(text).toContain(`| From | \`s3://images/candidate\` | 7 | \`${head}\` | \`A1B2\` |`);
  expect(text).toContain('| Into | `s3://images/stable` | 0 | empty | nobody |');
  expect(text).toContain('| `20261120_1504` | `alpine:3.20` | the same | 1 | 2.0 KiB | **new** |');
  expect(text).toContain(`| \`alpine:3.20\` | \`file-0\` | 2.0 KiB | \`${head}\` |`);
  expect(text).toContain('- Checked for: `maas>=3.4`');
  expect(text).toContain(plan().digest);
});

test('what is listed already is said to be', () => {
  const versions = [
    { ...version('a:1'), isNew: false, changed: false },
    { ...version('b:1'), isNew: false },
  ];
  expect(planTable(plan({ versions }))).toMatch(
    /listed already \|\n.*listed already, tags change \|/,
  );
});

test('no name breaks out of its cell, or becomes Markdown', () => {
  const text = planTable(plan({ versions: [version('a|b`c<img>@everyone')] }));
  expect(text).toContain('<code>a&#124;b&#96;c&#60;img&#62;@everyone</code>');
  const rows = text.split('\n').filter((line) => line.startsWith('| `2026'));
  expect(rows.map((row) => row.split('|').length)).toEqual([8]);
});

test('of many files only the versions are told, for a comment has an end', () => {
  const versions = Array.from({ length: 60 }, (_, n) => version(`alpine:${n}`, 4));
  const text = planTable(plan({ versions }));
  expect(text.length).toBeLessThan(65_536);
  expect(text).not.toContain('<details>');
});
