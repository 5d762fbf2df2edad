import { expect, test } from 'vitest';
import { problemsOf, settingsWith } from './support/settings.ts';

const day = 24 * 60 * 60 * 1000;

test.each([
  [['--keep', '3'], { keep: 3, keepFor: undefined, pins: [] }],
  [['--keep-for', '30d'], { keep: undefined, keepFor: 30 * day, pins: [] }],
  [
    ['--keep', '3', '--keep-for', '36h', '--pin', '20261120', '--pin', 'a:b@20261120_1504'],
    {
      keep: 3,
      keepFor: 1.5 * day,
      pins: [
        { product: undefined, serial: '20261120' },
        { product: 'a:b', serial: '20261120_1504' },
      ],
    },
  ],
])('%j', async (words, retention) => {
  expect((await settingsWith(words)).request.retention).toEqual(retention);
});

test('without a bound nothing is unlisted', async () => {
  expect((await settingsWith([])).request).toMatchObject({ retention: undefined, yes: false });
  expect((await settingsWith(['--yes'])).request.yes).toBe(true);
});

test.each([
  ['--keep', '0', 'a number from 1 to 9999'],
  ['--keep', '3d', 'a number from 1 to 9999'],
  ['--keep', '-1', 'a number from 1 to 9999'],
  ['--keep-for', '3', 'a number of minutes, hours or days'],
])('%s %s is refused', async (flag, text, why) => {
  expect(await problemsOf(settingsWith([`${flag}=${text}`]))).toEqual([
    expect.stringContaining(`${flag} "${text}": expected ${why}`),
  ]);
});

test('a pin that is none, or that has nothing to protect from, is refused', async () => {
  expect(await problemsOf(settingsWith(['--keep', '3', '--pin', 'a b']))).toEqual([
    expect.stringMatching(/^--pin "a b": expected a serial, or /),
  ]);
  expect(await problemsOf(settingsWith(['--pin', '20261120']))).toEqual([
    '--pin: without keep and keep-for nothing is unlisted',
  ]);
});
