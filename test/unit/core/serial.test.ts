import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSerial } from '../../../src/core/edit.ts';
import { parseProductName } from '../../../src/core/name.ts';
import {
  compareSerials,
  nthSerial,
  parseSerial,
  type Serial,
  serialOf,
  timeOfSerial,
} from '../../../src/core/serial.ts';

describe('a serial', () => {
  test.each([
    '20261120',
    '20261120_1504',
    '20261120_1504_02',
    '20240229',
    '20261120.1',
    '20261120-rc1',
  ])('may be %s', (text) => {
    expect(parseSerial(text)).toBe(text);
  });

  test.each([
    '',
    '2026112',
    '20261320',
    '20260229',
    'v20261120',
    '2026-11-20',
    '20261120 1',
    '20261120/1',
    '00010101',
    `20261120${'x'.repeat(57)}`,
  ])('may not be %j', (text) => {
    expect(parseSerial(text)).toBeUndefined();
  });

  test('of a date is in UTC, to the minute', () => {
    expect(serialOf(new Date('2026-11-20T23:59:59+02:00'))).toBe('20261120_2159');
  });

  test('of a later minute sorts after, and so do those of one minute', () => {
    const minute = fc.date({
      min: new Date('1980-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 98 }), (date, n) => {
        const serial = serialOf(date);
        expect(parseSerial(serial)).toBe(serial);
        expect(compareSerials(nthSerial(serial, n), nthSerial(serial, n + 1))).toBe(-1);
        const later = serialOf(new Date(date.getTime() + 60_000));
        expect(compareSerials(nthSerial(serial, n), later)).toBe(-1);
      }),
    );
  });
});

describe('the time that a serial stands for', () => {
  test.each([
    ['20261120_1504', '2026-11-20T15:04:00Z'],
    ['20261120_1504_02', '2026-11-20T15:04:00Z'],
    ['20261120', '2026-11-21T00:00:00Z'],
    ['20261120.3', '2026-11-21T00:00:00Z'],
    ['20261120_01', '2026-11-21T00:00:00Z'],
    ['20261120_2460', '2026-11-21T00:00:00Z'],
    ['20261120_15045', '2026-11-21T00:00:00Z'],
    ['20261231-nightly', '2027-01-01T00:00:00Z'],
  ])('%s', (serial, time) => {
    expect(timeOfSerial(serial)).toEqual(new Date(time));
  });

  test.each(['', 'stable', '2026', '20260230', '1.20261120'])('%j has none', (serial) => {
    expect(timeOfSerial(serial)).toBeUndefined();
  });

  test('is the minute it was made from', () => {
    const dates = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const time = timeOfSerial(serialOf(date))?.getTime() ?? Number.NaN;
        expect(date.getTime() - time).toBeGreaterThanOrEqual(0);
        expect(date.getTime() - time).toBeLessThan(60_000);
      }),
    );
  });
});

describe('the serial of new bytes', () => {
  const name = parseProductName('alpine:3.20:amd64:default');
  if (name === undefined) throw new Error('not a name');
  const listed = (...serials: readonly string[]) => ({
    versions: Object.fromEntries(serials.map((serial) => [serial, {}])),
  });
  const derived = '20261120_1504' as Serial;

  test('is the one given, or the image’s own', () => {
    expect(chooseSerial(name, undefined, '20270101' as Serial, derived)).toBe('20270101');
    expect(chooseSerial(name, listed('20261119'), undefined, derived)).toBe(derived);
  });

  test('is counted on where the image’s own is taken', () => {
    expect(chooseSerial(name, listed(derived, `${derived}_02`), undefined, derived)).toBe(
      `${derived}_03`,
    );
  });

  test('is refused where it was given and is taken', () => {
    expect(() => chooseSerial(name, listed(derived), derived, derived)).toThrow(
      expect.objectContaining({ code: 'VERSION_EXISTS' }),
    );
  });

  test.each([undefined, '20260101' as Serial])(
    'is refused where it does not sort after the newest (given: %s)',
    (given) => {
      expect(() => chooseSerial(name, listed('20261201'), given, derived)).toThrow(
        expect.objectContaining({ code: 'SERIAL_NOT_NEWEST' }),
      );
    },
  );
});
