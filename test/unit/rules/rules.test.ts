import { describe, expect, test } from 'vitest';
import { checkRoot } from '../../../src/core/consumers/check.ts';
import {
  type Consumer,
  type ConsumerName,
  consumerNames,
  parseConsumer,
} from '../../../src/core/consumers/consumer.ts';
import type { Rule } from '../../../src/core/consumers/rules/rule.ts';
import { rules } from '../../../src/core/consumers/rules/table.ts';
import { consequences, describePlace } from '../../../src/core/finding.ts';
import { fixtures } from './fixtures/table.ts';

function readerOf(name: ConsumerName, range: string): Consumer {
  const consumer = parseConsumer(`${name}${range}`);
  if (typeof consumer === 'string') throw new Error(consumer);
  return consumer;
}

function readersOf(rule: Rule, only: readonly ConsumerName[] = consumerNames): readonly Consumer[] {
  return only.flatMap((name) => {
    const range = rule.readers[name];
    return range === undefined ? [] : [readerOf(name, range)];
  });
}

test('no code is given twice', () => {
  const codes = rules.map(({ code }) => code);
  expect(codes.filter((code, n) => codes.indexOf(code) !== n)).toEqual([]);
});

test('every rule has one fixture that breaks it and one mended', () => {
  expect(fixtures.map(({ code }) => code).sort()).toEqual(rules.map(({ code }) => code));
});

describe.each(rules.map((rule) => ({ code: rule.code, title: rule.title, rule })))(
  '$code: $title',
  ({ code, rule }) => {
    const { broken, mended, readers } = fixtures.find((fixture) => fixture.code === code) ?? {};
    if (broken === undefined || mended === undefined) return;

    test.each(readersOf(rule, readers))('is broken for $name, and no other rule is', (reader) => {
      const findings = checkRoot(broken, [reader]);
      expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set([code]));
      expect(findings[0]).toMatchObject({
        consumers: [reader.name],
        severity: consequences[rule.consequence].severity,
        message: expect.stringMatching(/\S/),
      });
      expect(describePlace(findings[0]?.place ?? { document: '' })).not.toBe('');
    });

    test.each(readersOf(rule, readers))('is kept for $name in the mended root', (reader) => {
      expect(checkRoot(mended, [reader])).toEqual([]);
    });
  },
);
