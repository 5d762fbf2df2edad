import { expect, test } from 'vitest';
import { inputsTables } from '../../../scripts/generate/inputs-tables.ts';
import { withSection } from '../../../scripts/generate/section.ts';
import { inputs } from '../../../src/faces/inputs.ts';

test('the tables have a row for every input', () => {
  const tables = inputsTables();
  for (const { name } of inputs.filter((input) => input.name !== 'command')) {
    expect(tables).toMatch(new RegExp(`^\\| \`(--)?${name}\``, 'm'));
  }
});

test('every row has four cells', () => {
  const rows = inputsTables()
    .split('\n')
    .filter((text) => text.startsWith('|'));
  for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
});

const begin = '<!-- x:begin -->';
const end = '<!-- x:end -->';

test('a section is replaced, what is around it stays, and once more changes nothing', () => {
  const once = withSection(`before\n${begin}\nstale\n${end}\nafter\n`, 'x', 'fresh');
  expect(once).toBe(`before\n${begin}\n\nfresh\n\n${end}\nafter\n`);
  expect(withSection(once, 'x', 'fresh')).toBe(once);
});

test.each(['', `${end}${begin}`, `${begin}${end}${begin}${end}`])(
  'a text without both markers is an error: %j',
  (text) => {
    expect(() => withSection(text, 'x', 'fresh')).toThrow(/x:begin/);
  },
);
