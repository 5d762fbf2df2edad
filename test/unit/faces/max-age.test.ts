import { expect, test } from 'vitest';
import { readCommandLine } from '../../../src/faces/cli/command-line.ts';
import { readMaxAge } from '../../../src/faces/max-age.ts';

const now = new Date('2026-11-20T15:04:05Z');

function read(text: string) {
  const { reading } = readCommandLine(['check', '.', '--for', 'lxd', '--max-age', text], {});
  return { maxAge: readMaxAge(reading, now), problems: reading.problems };
}

test.each([
  ['90m', '2026-11-20T13:34:05Z'],
  ['36h', '2026-11-19T03:04:05Z'],
  ['8d', '2026-11-12T15:04:05Z'],
])('%s before now', (text, since) => {
  expect(read(text)).toEqual({ maxAge: { text, since: new Date(since) }, problems: [] });
});

test.each(['36', '0h', '1.5h', '36 h', '1w', '-1h', '9999999d'])('%s is no age', (text) => {
  expect(read(text)).toEqual({
    maxAge: undefined,
    problems: [`--max-age "${text}": expected a number of minutes, hours or days: 90m, 36h, 8d`],
  });
});
