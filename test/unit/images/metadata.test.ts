import { describe, expect, test } from 'vitest';
import { parseImageMetadata } from '../../../src/core/images/metadata.ts';

const good = { architecture: 'x86_64', creation_date: '1763650000' };

function problemsOf(value: unknown): readonly string[] {
  const parsed = parseImageMetadata(value);
  return 'problems' in parsed ? parsed.problems : [];
}

describe('metadata.yaml', () => {
  test('needs an architecture and a creation date, and nothing else', () => {
    expect(parseImageMetadata(good)).toEqual({
      metadata: {
        architecture: 'x86_64',
        creationDate: Date.parse('2025-11-20T14:46:40Z') / 1000,
        os: undefined,
        release: undefined,
        variant: undefined,
        description: undefined,
      },
    });
  });

  test('gives the properties that products are named by, without blanks around them', () => {
    const properties = {
      os: ' Alpine ',
      release: '3.20',
      variant: 'cloud',
      description: 'a\n  b\n',
    };
    expect(parseImageMetadata({ ...good, properties })).toMatchObject({
      metadata: { os: 'Alpine', release: '3.20', variant: 'cloud', description: 'a b' },
    });
  });

  test('may have empty properties, which count as absent', () => {
    expect(parseImageMetadata({ ...good, properties: '' })).toHaveProperty('metadata');
    expect(parseImageMetadata({ ...good, properties: { variant: '' } })).toMatchObject({
      metadata: { variant: undefined },
    });
  });

  test('is refused with all of its problems at once', () => {
    expect(problemsOf({ properties: { os: ['Alpine'], serial: {} } })).toEqual([
      'properties.os is not a text',
      'properties.serial is not a text',
      expect.stringMatching(/^architecture is missing/),
      expect.stringMatching(/^creation_date is missing/),
    ]);
  });

  test.for([
    ['text', /not a mapping/],
    [[], /not a mapping/],
    [undefined, /not a mapping/],
    [{ ...good, properties: 'os' }, /properties is not a mapping/],
    [{ ...good, architecture: ' ' }, /architecture is missing/],
    [{ ...good, architecture: ['x86_64'] }, /architecture is not a text/],
    [{ ...good, architecture: 'x86\n64' }, /one line/],
    [{ ...good, properties: { os: 'a'.repeat(256) } }, /255 at most/],
  ] as const)('such as %j is refused', ([value, message]) => {
    expect(problemsOf(value).join('\n')).toMatch(message);
  });

  test.for(['1', '1763650000', 1_763_650_000, ' 1763650000 '])('takes %j as a date', (date) => {
    expect(problemsOf({ ...good, creation_date: date })).toEqual([]);
  });

  test.for(['0', '-1', '1.5', '2026-11-20', '0x10', '1e9'])('refuses %j as a date', (date) => {
    expect(problemsOf({ ...good, creation_date: date }).join()).toMatch(
      /creation_date is .*whole seconds/,
    );
  });

  test('says when a date seems to be in milliseconds', () => {
    expect(problemsOf({ ...good, creation_date: '1763650000000' }).join()).toMatch(/milliseconds/);
  });
});
