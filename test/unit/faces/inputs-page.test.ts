import { expect, test } from 'vitest';
import { inputsOverview } from '../../../scripts/generate/inputs-overview.ts';
import { inputsPage } from '../../../scripts/generate/inputs-page.ts';
import { withSection } from '../../../scripts/generate/section.ts';
import { commands } from '../../../src/faces/input.ts';
import { inputs } from '../../../src/faces/inputs.ts';

const page = await inputsPage.content('');

test('the page has a row for every input', () => {
  for (const { name } of inputs.filter((input) => input.name !== 'command')) {
    expect(page).toMatch(new RegExp(`^\\| \`(--)?${name}\``, 'm'));
  }
});

test('every row has four cells', () => {
  const rows = page.split('\n').filter((text) => text.startsWith('|'));
  for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
});

test('no table is empty', () => {
  expect(page).not.toMatch(/--- \|\n(?!\|)/);
});

test('every command leads to its section', () => {
  const anchors = [...inputsOverview().matchAll(/docs\/inputs\.md#([a-z-]+)/g)];
  expect(anchors.length).toBe(commands.length);
  for (const [, command] of anchors) expect(page).toContain(`\n## \`${command}\`\n`);
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
