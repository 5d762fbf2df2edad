import type { ConsumerName } from '../core/consumers/consumer.ts';
import { asText, type Json } from '../core/consumers/json.ts';
import type { Finding } from '../core/finding.ts';
import type { MaxAge } from './check-report.ts';
import { readingFinding } from './reading-finding.ts';

/** What is wrong with the age of an index; nothing when nobody asked, or there is no index. */
export function ageFindings(
  index: Json | undefined,
  path: string,
  maxAge: MaxAge | undefined,
  names: readonly ConsumerName[],
): readonly Finding[] {
  if (index === undefined || maxAge === undefined) return [];
  const updated = asText(index.updated);
  const time = Date.parse(updated ?? '');
  if (time >= maxAge.since.getTime()) return [];
  const message = Number.isNaN(time)
    ? `${path} does not say when it was updated, so it is not known to be younger than ${maxAge.text}`
    : `${path} was updated ${updated}, which is more than ${maxAge.text} ago`;
  return [readingFinding('AGE-001', names, 'index', message)];
}
