import type { MaxAge } from '../app/check-report.ts';
import type { Reading } from './reading.ts';

const units: Readonly<Record<string, number>> = { m: 60, h: 60 * 60, d: 24 * 60 * 60 };

/** The input `max-age`. @param now what ages are counted from */
export function readMaxAge(reading: Reading, now: Date): MaxAge | undefined {
  return reading.text('max-age', (text, wrong) => {
    const [, digits = '', unit = ''] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
    const seconds = Number(digits) * (units[unit] ?? 0);
    return seconds === 0 ? wrong() : { text, since: new Date(now.getTime() - seconds * 1000) };
  });
}
