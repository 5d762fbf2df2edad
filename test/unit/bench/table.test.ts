import { describe, expect, test } from 'vitest';
import { type Figure, failures, median, pairedRatio } from '../../../bench/figure.ts';
import { renderTable } from '../../../bench/table.ts';

function ratio(changes: Partial<Figure> = {}): Figure {
  return { name: 'files', what: 'hash', unit: '×', value: 1, ...changes };
}

test.each([
  [[3], 3],
  [[9, 1, 2], 2],
  [[4, 1, 2, 9], 3],
])('the median of %j is %i', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('a ratio is of runs that were made one after the other', () => {
  // The second pair ran in a slow minute.
  expect(pairedRatio([2, 20, 2], [1, 10, 1])).toBe(2);
});

describe('the table', () => {
  test('says what is met, what is not, and what promises nothing', () => {
    const figures = [
      ratio({ bound: 1.2, yardstick: 'cp', ours: '1.0 s', theirs: '1.0 s' }),
      ratio({ name: 'upload', value: 1.3, bound: 1.2 }),
      ratio({ name: 'documents', value: 123.4, unit: 'MB' }),
    ];
    const skipped = [{ name: 'rclone', why: 'not installed' }];
    expect(renderTable(figures, skipped).split('\n')).toEqual([
      '| bench     | what | ours  | yardstick | figure | bound   |             |',
      '|-----------|------|-------|-----------|--------|---------|-------------|',
      '| files     | hash | 1.0 s | cp: 1.0 s | 1.00 × | ≤ 1.2 × | met         |',
      '| upload    | hash |       |           | 1.30 × | ≤ 1.2 × | **not met** |',
      '| documents | hash |       |           | 123 MB |         |             |',
      '',
      'skipped: rclone: not installed',
      '',
    ]);
  });
});

test('the check looks at ratios alone, and at their limits', () => {
  const slow = ratio({ value: 3, bound: 1, limit: 2 });
  const figures = [
    slow,
    ratio({ value: 1.5, bound: 1, limit: 2 }),
    ratio({ value: 9, bound: 1 }),
    ratio({ value: 900, limit: 2, unit: 'MB' }),
  ];
  expect(failures(figures)).toEqual([slow]);
});
