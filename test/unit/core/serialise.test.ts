import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeOverlong, overlongLine, serialise } from '../../../src/core/serialise.ts';

describe('serialise', () => {
  test('sorts keys as text, also those that look like numbers', () => {
    const text = serialise({ b: 1, '9': 1, '20261120_1': 1, '10': 1, '20261120': 1 });
    expect([...text.matchAll(/"(\w+)":/g)].map(([, key]) => key)).toEqual([
      '10',
      '20261120',
      '20261120_1',
      '9',
      'b',
    ]);
  });

  test('writes what json.dumps(indent=1, sort_keys=True) writes, and a newline', () => {
    const document = {
      empty: {},
      list: [1, 'a'],
      none: [],
      nested: { yes: true, no: null },
      text: 'é\u2028\u007f',
    };
    const expected = [
      '{',
      ' "empty": {},',
      ' "list": [',
      '  1,',
      '  "a"',
      ' ],',
      ' "nested": {',
      '  "no": null,',
      '  "yes": true',
      ' },',
      ' "none": [],',
      ' "text": "\\u00e9\\u2028\\u007f"',
      '}',
      '',
    ];
    expect(serialise(document)).toBe(expected.join('\n'));
  });

  test('is undone by parsing, and is the same for equal documents whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        // JSON has no -0.
        const plain = JSON.parse(JSON.stringify(document));
        const text = serialise(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(serialise(Object.fromEntries(Object.entries(plain).reverse()))).toBe(text);
        expect(text).toMatch(/^[\n -~]*\n$/);
      }),
    );
  });

  test('leaves out what is undefined', () => {
    expect(serialise({ a: undefined })).toBe('{}\n');
  });
});

describe('overlongLine', () => {
  test.each([
    [19_992, undefined],
    [19_993, { line: 2, length: 19_993, start: 'x'.repeat(60) }],
  ])('a line of %i bytes', (length, expected) => {
    expect(overlongLine(`{\n${'x'.repeat(length)}\n}\n`)).toEqual(expected);
  });
});

test('one awkward key among others changes the order of nothing else', () => {
  const key = fc.constantFrom(
    'a',
    'é',
    '10',
    '9',
    '20261120',
    '4294967295',
    '__proto__',
    '',
    '"\\',
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('text', 'ü\n', 1.5, null, true),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map((members) => Object.fromEntries(members)),
  }));
  fc.assert(
    fc.property(json.map, (document) => {
      const text = serialise(Object(document));
      expect(text).toBe(`${written(document, '\n')}\n`);
    }),
  );
});

/** The definition, member by member. */
function written(value: unknown, newline: string): string {
  const inner = `${newline} `;
  const joined = (open: string, members: readonly string[], close: string) =>
    members.length === 0
      ? open + close
      : `${open}${inner}${members.join(`,${inner}`)}${newline}${close}`;
  if (Array.isArray(value))
    return joined(
      '[',
      value.map((each) => written(each, inner)),
      ']',
    );
  if (typeof value !== 'object' || value === null) return ascii(JSON.stringify(value));
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return joined(
    '{',
    members.map(([key, member]) => `${ascii(JSON.stringify(key))}: ${written(member, inner)}`),
    '}',
  );
}

function ascii(text: string): string {
  return text.replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

describe('mayBeOverlong', () => {
  const longest = 19_993 - ' "": ""'.length;
  test.each([
    ['a text', { a: 'x'.repeat(longest - 1) }],
    ['a key', { ['x'.repeat(longest)]: '' }],
    ['both together', { ['x'.repeat(longest / 2)]: 'x'.repeat(longest / 2 + 1) }],
    ['the key of an object', { ['x'.repeat(longest)]: {} }],
    ['what has to be escaped', { a: '\0'.repeat(longest / 6) }],
    ['what is no ASCII', { a: 'é'.repeat(longest / 6) }],
    ['an element of a list', { a: [{ b: ['', 'x'.repeat(19_990)] }] }],
  ])('sees that %s makes a line too long', (_, document) => {
    expect(overlongLine(serialise(document))).toBeDefined();
    expect(mayBeOverlong(document)).toBe(true);
  });

  test('lets pass what is far from it', () => {
    const text = '\0'.repeat(1600);
    expect(mayBeOverlong({ [text]: [text, 1e300, { [text]: text }] })).toBe(false);
  });
});
