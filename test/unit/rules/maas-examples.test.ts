import { describe, expect, test } from 'vitest';
import { checkRoot } from '../../../src/core/consumers/check.ts';
import { parseConsumer } from '../../../src/core/consumers/consumer.ts';
import type { RootView } from '../../../src/core/consumers/listing.ts';
import { rules } from '../../../src/core/consumers/rules/table.ts';
import type { Finding } from '../../../src/core/finding.ts';
import examples from './fixtures/maas-examples.json' with { type: 'json' };

/** Products that were given to the code of MAAS 2.9, 3.3 to 3.7 and 3.8; what became of them is in the table below. */
type Example = keyof typeof examples;

function rootOf(example: Example): RootView {
  const updated = 'Fri, 21 Aug 2026 10:00:00 +0000';
  const products = examples[example];
  const contentId = 'com.example.maas:stable:download';
  const document = {
    format: 'products:1.0',
    content_id: contentId,
    datatype: 'image-ids',
    updated,
    products,
  };
  const entry = {
    path: `streams/v1/${contentId}.sjson`,
    format: 'products:1.0',
    datatype: 'image-ids',
    updated,
    products: Object.keys(products),
  };
  return {
    index: { format: 'index:1.0', updated, index: { [contentId]: entry } },
    signed: true,
    documents: new Map([[contentId, document]]),
  };
}

function check(example: Example, release: string): readonly Finding[] {
  const consumer = parseConsumer(`maas${release}`);
  if (typeof consumer === 'string') throw new Error(consumer);
  return checkRoot(rootOf(example), [consumer]);
}

function codes(findings: readonly Finding[], severity: Finding['severity']): readonly string[] {
  const found = findings.filter((finding) => finding.severity === severity);
  return [...new Set(found.map(({ code }) => code))].sort();
}

const old = ['@2.9', '@3.3', '@3.4', '@3.5', '@3.6', '@3.7'];

interface Outcome {
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  /** Warnings for MAAS up to 3.4 alone. */
  readonly older?: readonly string[];
}

const outcomes: readonly (readonly [Example, string, Outcome, Outcome])[] = [
  [
    '1',
    'Ubuntu without :v3: in its name is ignored up to 3.7; 3.8 takes it and cannot deploy it',
    { errors: ['MAAS-001'], warnings: ['MAAS-043'] },
    { warnings: ['MAAS-043'] },
  ],
  [
    '2',
    'the same under a :v3: name is accepted everywhere, not deployable',
    { warnings: ['MAAS-043'] },
    { warnings: ['MAAS-043'] },
  ],
  ['3', 'Ubuntu with kernel, initrd and squashfs is accepted and deployable everywhere', {}, {}],
  ['4', 'CentOS in two versions is accepted and deployable', {}, {}],
  ['5', 'Rocky Linux under the driver of RHEL is accepted and deployable', {}, {}],
  [
    '6',
    'ESXi under the key root-dd.gz is accepted up to 3.7, and rejects the source on 3.8',
    {},
    { errors: ['MAAS-012', 'MAAS-013'] },
  ],
  ['7', 'ESXi in the portable form is accepted and deployable everywhere', {}, {}],
  ['8', 'Windows in the portable form is accepted and deployable everywhere', {}, {}],
  ['9', 'a boot loader is accepted', {}, {}],
  [
    '10',
    'a product of LXD is ignored up to 3.7 (os Ubuntu), and rejects the source on 3.8',
    { errors: ['MAAS-001'], older: ['MAAS-009'] },
    { errors: ['MAAS-017'] },
  ],
  [
    '11',
    'a product without a manifest is fine up to 3.7, and rejects the source on 3.8',
    {},
    { errors: ['MAAS-012'] },
  ],
];

describe.each(outcomes)('example %s: %s', (example, _, upTo37, from38) => {
  test.each(old)('maas%s', (release) => {
    const findings = check(example, release);
    const isOlder = Number(release.slice(1)) <= 3.4;
    expect(codes(findings, 'error')).toEqual(upTo37.errors ?? []);
    expect(codes(findings, 'warning')).toEqual(
      [...(upTo37.warnings ?? []), ...((isOlder && upTo37.older) || [])].sort(),
    );
  });

  test('maas@3.8', () => {
    const findings = check(example, '@3.8');
    expect(codes(findings, 'error')).toEqual(from38.errors ?? []);
    expect(codes(findings, 'warning')).toEqual(from38.warnings ?? []);
  });
});

test('the report "Ignoring unsupported product" is told with regex, fix and the words of the log', () => {
  const [finding] = check('1', '<=3.7');
  expect(finding).toMatchObject({
    code: 'MAAS-001',
    severity: 'error',
    consequence: 'product-ignored',
    place: {
      document: 'com.example.maas:stable:download',
      product: 'com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64',
    },
    message: expect.stringContaining('/.*:v([23]|3\\+platform):.*/i'),
    says: 'Ignoring unsupported product com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64',
    fix: expect.stringContaining('input `product`'),
  });
  expect(rules.find(({ code }) => code === 'MAAS-001')?.why).toContain('Renaming alone');
});

test('a dd image under the key root-tgz is said to work by accident', () => {
  expect(codes(check('7', ''), 'note')).toContain('MAAS-045');
  expect(codes(check('5', ''), 'note')).not.toContain('MAAS-045');
});
