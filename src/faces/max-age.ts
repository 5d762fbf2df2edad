import type { MaxAge } from '../app/check-report.ts';
import { parseDuration } from '../core/duration.ts';
import type { Reading } from './reading.ts';

/** The input `max-age`. @param now what ages are counted from */
export function readMaxAge(reading: Reading, now: Date): MaxAge | undefined {
  return reading.text('max-age', (text, wrong) => {
    const age = parseDuration(text);
    return age === undefined ? wrong() : { text, since: new Date(now.getTime() - age) };
  });
}
