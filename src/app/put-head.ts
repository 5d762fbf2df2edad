import type { Sha256 } from '../core/digest.ts';
import { isSimplestreamsError, StoreError } from '../core/error.ts';
import { headPath, objectHeaders } from '../core/root.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import { findCommitted, outcomeUnknown, readHeadAfter } from './fate.ts';
import { isOutdated, type PreparedCommit } from './prepare.ts';
import { checkSingleWriter, isStillBase } from './single-writer.ts';
import type { Trial } from './trial.ts';

/** The heads that a run has sent: any of them may be, or yet become, the head. */
export interface SentHeads<Outcome> {
  /**
   * The one request that readers notice, sent once. Whatever the answer, what is there afterwards decides.
   * @returns what is committed; `undefined`: nothing yet, or it was not sent, since the look was too long ago
   */
  put(prepared: PreparedCommit<Outcome>): Promise<PreparedCommit<Outcome> | undefined>;
  /**
   * Reads the root to begin again from. A PUT without an answer may have landed since this run looked, and what it
   * published may even have been taken back: it is committed all the same.
   */
  openAgain(open: () => Promise<Base>): Promise<Base | PreparedCommit<Outcome>>;
}

export function openSentHeads<Outcome>(ports: Ports, trial: Trial): SentHeads<Outcome> {
  const sent = new Map<Sha256, PreparedCommit<Outcome>>();
  let last: Base | undefined;
  /** There was no answer to one of them. */
  let doubtful = false;

  async function put(
    prepared: PreparedCommit<Outcome>,
  ): Promise<PreparedCommit<Outcome> | undefined> {
    const { base, next } = prepared;
    const path = headPath(base.form);
    const revision = base.head?.form === base.form ? base.head.revision : undefined;
    const alone = (await trial.answer()) === 'single-writer';
    if (alone && !(await isStillBase(ports, base))) return undefined;
    if (isOutdated(ports, prepared.looked)) return undefined;
    sent.set(next.sha256, prepared);
    const headers = objectHeaders(path, 'mutable');
    const { outcome } = await ports.store.replace(path, next.bytes, revision, headers);
    last = base;
    doubtful ||= outcome === 'unknown';
    if (outcome === 'replaced') {
      if (alone) await checkSingleWriter(ports, prepared);
      return prepared;
    }
    return knowing(async () => {
      const head = await readHeadAfter(ports, base);
      return head && findCommitted(ports, sent, base, head);
    });
  }

  async function openAgain(open: () => Promise<Base>): Promise<Base | PreparedCommit<Outcome>> {
    const before = last;
    if (before === undefined || !doubtful) return open();
    return knowing(async () => {
      const base = await open();
      const found = base.head && (await findCommitted(ports, sent, before, base.head));
      return found ?? base;
    });
  }

  /** While a PUT may have been, or may yet be done, no other failure tells what came of it. */
  async function knowing<T>(look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      const known = error instanceof StoreError ? error.code === 'OUTCOME_UNKNOWN' : !doubtful;
      if (known || !isSimplestreamsError(error)) throw error;
      throw outcomeUnknown(ports, `the head could not be read again: ${error.message}`, error);
    }
  }

  return { put, openAgain };
}
