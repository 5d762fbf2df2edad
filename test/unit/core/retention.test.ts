import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describePin,
  parsePin,
  type RetentionPolicy,
  type RetentionTerms,
  retain,
} from '../../../src/core/retention.ts';
import { compareSerials, parseSerial, serialOf } from '../../../src/core/serial.ts';

const day = 24 * 60 * 60 * 1000;
const terms: RetentionTerms = { now: new Date('2026-11-20T15:00:00Z'), two: false };
const nights = ['20261120_0200', '20261119_0200', '20261118_0200', '20261117_0200'];

function policy(changes: Partial<RetentionPolicy>): RetentionPolicy {
  return { keep: undefined, keepFor: undefined, pins: [], ...changes };
}

function keptOf(
  serials: readonly string[],
  changes: Partial<RetentionPolicy>,
  more: Partial<RetentionTerms> = {},
): readonly (readonly [string, string | undefined])[] {
  return retain('p', serials, [policy(changes)], { ...terms, ...more }).map(({ serial, kept }) => [
    serial,
    kept,
  ]);
}

function stayOf(...given: Parameters<typeof keptOf>): readonly string[] {
  return keptOf(...given).flatMap(([serial, kept]) => (kept === undefined ? [] : [serial]));
}

describe('keep', () => {
  test('leaves that many of the newest', () => {
    expect(keptOf(nights.toReversed(), { keep: 2 })).toEqual([
      ['20261120_0200', 'newest'],
      ['20261119_0200', 'keep'],
      ['20261118_0200', undefined],
      ['20261117_0200', undefined],
    ]);
  });

  test('goes by code points, as clients do', () => {
    expect(stayOf(['20261120.10', '20261120.9', '20261120.1'], { keep: 1 })).toEqual([
      '20261120.9',
    ]);
  });
});

describe('keep-for', () => {
  test('leaves what is not older, by the time in the serial', () => {
    expect(stayOf(nights, { keepFor: 2 * day })).toEqual(nights.slice(0, 2));
    expect(stayOf(nights, { keepFor: 2 * day }, { now: new Date('2026-11-20T02:00:00Z') })).toEqual(
      nights.slice(0, 3),
    );
  });

  test('counts a date without a time from the end of its day', () => {
    const serials = ['20261120', '20261119', '20261118_01', '20261117.2'];
    expect(stayOf(serials, { keepFor: 2 * day })).toEqual(serials.slice(0, 3));
  });

  test('leaves the newest however old it is', () => {
    expect(keptOf(['20200101', '20190101'], { keepFor: day })).toEqual([
      ['20200101', 'newest'],
      ['20190101', undefined],
    ]);
  });

  test('leaves a serial without a date, and the newest that has one', () => {
    expect(keptOf(['stable', '1.2.3', '20200101', '20190101'], { keepFor: day })).toEqual([
      ['stable', 'newest'],
      ['20200101', 'newest'],
      ['20190101', undefined],
      ['1.2.3', 'undated'],
    ]);
  });
});

test('with both bounds, a version goes that is beyond both', () => {
  const both = { keep: 2, keepFor: 2.5 * day };
  expect(keptOf(nights, both)).toEqual([
    ['20261120_0200', 'newest'],
    ['20261119_0200', 'keep'],
    ['20261118_0200', undefined],
    ['20261117_0200', undefined],
  ]);
  expect(stayOf(nights, { ...both, keepFor: 3 * day })).toEqual(nights.slice(0, 3));
});

test('what several policies hold for goes where all of them say so', () => {
  const policies = [policy({ keep: 1 }), policy({ keep: 3 })];
  const left = retain('p', nights, policies, terms).filter(({ kept }) => kept !== undefined);
  expect(left.map(({ serial }) => serial)).toEqual(nights.slice(0, 3));
});

test('a pinned version stays, in every product or in one', () => {
  const pin = (text: string) => ({ keep: 1, pins: [parsePin(text) ?? expect.fail(text)] });
  expect(keptOf(nights, pin('20261117_0200')).at(-1)).toEqual(['20261117_0200', 'pinned']);
  expect(stayOf(nights, pin('p@20261117_0200'))).toEqual([nights[0], nights[3]]);
  expect(stayOf(nights, pin('q@20261117_0200'))).toEqual([nights[0]]);
});

test('two versions stay where programs need a second one', () => {
  expect(keptOf(nights, { keep: 1 }, { two: true }).slice(0, 3)).toEqual([
    ['20261120_0200', 'newest'],
    ['20261119_0200', 'two'],
    ['20261118_0200', undefined],
  ]);
});

test.each(['20261120', 'a:b:c@20261120_1504', 'odd@name@20261120', 'stable'])(
  'the pin %s is read as it is written',
  (text) => {
    const pin = parsePin(text);
    expect(pin && describePin(pin)).toBe(text);
  },
);

test.each(['', '@', 'p@', '@20261120', 'a b', 'p@a b'])('%j is no pin', (text) => {
  expect(parsePin(text)).toBeUndefined();
});

test('any policy leaves the newest; one that allows more takes off less; twice takes off no more than once', () => {
  const serial = fc.oneof(
    fc
      .date({ min: new Date('2026-10-01'), max: new Date('2026-12-01'), noInvalidDate: true })
      .map((date) => String(serialOf(date))),
    fc.stringMatching(/^[a-z0-9.]{1,8}$/),
  );
  const bounds = fc.record({
    keep: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    keepFor: fc.option(fc.integer({ min: 1, max: 60 * day }), { nil: undefined }),
    pins: fc.array(
      serial.map((each) => ({ product: undefined, serial: each })),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(serial, { minLength: 1 }),
      bounds,
      fc.boolean(),
      (all, some, two) => {
        const left = stayOf(all, some, { two });
        const sorted = all.toSorted(compareSerials);
        expect(left).toContain(sorted.at(-1));
        const dated = sorted.filter((each) => parseSerial(each) !== undefined).at(-1);
        if (dated !== undefined) expect(left).toContain(dated);
        for (const { serial: pinned } of some.pins) {
          if (all.includes(pinned)) expect(left).toContain(pinned);
        }
        if (two && all.length > 1) expect(left.length).toBeGreaterThan(1);
        expect(stayOf(left, some, { two })).toEqual(left);
        if (some.keep === undefined) return;
        const more = stayOf(all, { ...some, keep: some.keep + 1 }, { two });
        expect(more).toEqual(expect.arrayContaining([...left]));
        expect(left.length).toBeGreaterThanOrEqual(Math.min(some.keep, all.length));
      },
    ),
  );
});
