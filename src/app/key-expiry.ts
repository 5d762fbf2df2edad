import { printable } from '../core/schema/problem.ts';
import type { Store } from '../ports/store.ts';
import type { KeyFacts, Ports, RingKey } from '../ports.ts';

const day = 24 * 60 * 60 * 1000;

/** From when on it is told that a key expires; and from when on it is an error when a root is checked. */
const noticeTime = 30 * day;
const urgentTime = 7 * day;

/** How near the end of a key is; `undefined`: far, or there is none. */
export function expiryOf({ expires }: KeyFacts, now: Date): 'soon' | 'urgent' | undefined {
  const left = (expires?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
  if (left > noticeTime) return undefined;
  return left > urgentTime ? 'soon' : 'urgent';
}

/** `expires on 2026-12-10 12:00 UTC, in 19 days` */
export function describeExpiry({ expires }: KeyFacts, now: Date): string {
  if (expires === undefined) return 'never expires';
  const at = `${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const left = expires.getTime() - now.getTime();
  if (left <= 0) return `expired on ${at}`;
  const days = Math.floor(left / day);
  const when = days === 0 ? 'in less than a day' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
  return `expires on ${at}, ${when}`;
}

/** A key as people know it: the fingerprint, and the user ID on one line. */
export function describeKey({ fingerprint, userId }: KeyFacts): string {
  return userId === undefined ? fingerprint : `${fingerprint} (${printable(userId)})`;
}

/** What a warning of a key takes. */
export interface WarningPorts extends Pick<Ports, 'signing' | 'clock' | 'reporter'> {
  readonly store: Pick<Store, 'url'>;
}

/**
 * Warns when the signing key is about to expire, or the copy of it that the ring of the root holds.
 * @param ring the keys of the root's ring
 */
export function warnOfExpiry(
  { signing, clock, store, reporter }: WarningPorts,
  ring: readonly RingKey[],
): void {
  if (signing === undefined) return;
  const { signer } = signing;
  const now = clock.now();
  if (expiryOf(signer, now) !== undefined) {
    reporter.warning(
      `the signing key of ${store.url}, ${describeKey(signer)}, ${describeExpiry(signer, now)}; nothing can be published with it from then on. Extend it (gpg --quick-set-expire ${signer.fingerprint} 1y), or change to another key (docs/recipes/rotate-key.md)`,
    );
    return;
  }
  const published = ring.find(({ fingerprint }) => fingerprint === signer.fingerprint);
  if (published === undefined || expiryOf(published, now) === undefined) return;
  reporter.warning(
    `the signing key was extended, and the ring of ${store.url} holds it as it was: there ${describeKey(published)} ${describeExpiry(published, now)}. Publish it as it is now: run rotate-key with it`,
  );
}
