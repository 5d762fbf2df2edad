import { parseDuration } from '../core/duration.ts';
import { parsePin, type RetentionPolicy } from '../core/retention.ts';
import { orWrong, type Reading } from './reading.ts';

/** The inputs `keep`, `keep-for` and `pin`; `undefined` when there is no bound. */
export function readRetention(reading: Reading): RetentionPolicy | undefined {
  const keep = reading.text('keep', orWrong(parseKeep));
  const keepFor = reading.text('keep-for', orWrong(parseDuration));
  const pins = reading.list('pin', orWrong(parsePin));
  const isBounded = reading.given.has('keep') || reading.given.has('keep-for');
  if (!isBounded && pins.length > 0) {
    reading.wrong('pin', undefined, 'without keep and keep-for nothing is unlisted');
  }
  return isBounded ? { keep, keepFor, pins } : undefined;
}

function parseKeep(text: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}
