import { expect, test } from 'vitest';
import { formatRename, parseRename, renamed } from '../../../src/core/rename.ts';

const stable = { from: 'candidate', to: 'stable' };

test.each([
  ['com.ubuntu.maas.candidate:v3:boot:24.04', 'com.ubuntu.maas.stable:v3:boot:24.04'],
  ['com.ubuntu.maas:candidate:v3:download', 'com.ubuntu.maas:stable:v3:download'],
  ['candidate', 'stable'],
  ['candidate.candidate:candidate', 'stable.stable:stable'],
  ['com.candidates:pre-candidate', 'com.candidates:pre-candidate'],
  ['a..b::', 'a..b::'],
])('%s becomes %s', (name, expected) => {
  expect(renamed(name, [stable])).toBe(expected);
});

test('several are done at once', () => {
  expect(
    renamed('a.b:c', [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]),
  ).toBe('b.a:c');
});

test('the text of a rename is read as it is written', () => {
  expect(parseRename('candidate=stable')).toEqual(stable);
  expect(formatRename(stable)).toBe('candidate=stable');
});

test.each(['candidate', '=stable', 'candidate=', 'a=a', 'a.b=c', 'a=b:c', 'a=b=c', 'a = b'])(
  '%s is none',
  (text) => {
    expect(parseRename(text)).toBeUndefined();
  },
);
