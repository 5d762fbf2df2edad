import type { ConsumerName } from '../core/consumers/consumer.ts';
import { formatDuration, parseDuration } from '../core/duration.ts';
import type { Reading } from './reading.ts';

const hour = 60 * 60 * 1000;

/** The input `grace`, in milliseconds. MAAS 3.8 downloads for up to two hours and more after it has read the documents. */
export function readGrace(reading: Reading, consumers: readonly ConsumerName[]): number {
  const least = consumers.includes('maas') ? 4 * hour : 2 * hour;
  const grace = reading.text('grace', (text, wrong) => {
    const time = parseDuration(text);
    if (time === undefined) return wrong();
    const whom = least === 2 * hour ? 'clients' : 'MAAS';
    return time >= least
      ? time
      : wrong(
          `expected ${formatDuration(least)} at least: ${whom} may read as long by an old index`,
        );
  });
  return grace ?? least;
}
