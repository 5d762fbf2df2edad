import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../../src/core/duration.ts';

test.each([
  ['90m', 5_400_000],
  ['36h', 129_600_000],
  ['8d', 691_200_000],
])('%s', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each(['', '36', '0h', '1.5h', '36 h', '1w', '-1h', '9999999d'])('%j is none', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (minutes) => {
      expect(parseDuration(formatDuration(minutes * 60_000))).toBe(minutes * 60_000);
    }),
  );
});
