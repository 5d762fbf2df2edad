import type { ConsumerName } from '../core/consumers/consumer.ts';
import type { Finding } from '../core/finding.ts';
import { type ReadingCode, readingRule } from '../core/reading-rules.ts';

/** A finding about a file of a root itself. */
export function readingFinding(
  code: ReadingCode,
  consumers: readonly ConsumerName[],
  document: string,
  message: string,
): Finding {
  const { consequence, severity, fix } = readingRule(code);
  return { code, severity, consequence, consumers, place: { document }, message, fix };
}
