import type { ObjectHeaders, Replaced, Revision } from '../../ports/store.ts';
import { sha256 } from '../sha256.ts';
import type { Condition, NewObject } from './bucket.ts';
import { noCompareAndSwap, notS3, refused as refusedCondition, storeError } from './errors.ts';
import { RequestFailed } from './failure.ts';
import { withGrace } from './grace.ts';
import { statObject } from './read.ts';
import { failed, type Session } from './session.ts';

/** `mismatch`: 412. `unsupported`: the server knows no conditions. Neither has had an effect. */
type Answer =
  | Replaced
  | { readonly outcome: 'mismatch' }
  | { readonly outcome: 'unsupported'; readonly cause: unknown };

/**
 * Replaces a small object by one PutObject, sent once, if its revision is still `revision`.
 *
 * After a 412 for a revision that is still the current one the request goes once more with the ETag unquoted: Ceph
 * before 20 never matches the quoted form that it hands out (ceph PR 63348).
 * @throws StoreError STORE_NO_COMPARE_AND_SWAP
 */
export async function replaceObject(
  session: Session,
  key: string,
  bytes: Uint8Array,
  revision: Revision | undefined,
  headers: ObjectHeaders,
): Promise<Replaced> {
  const object = { key, bytes, sha256: sha256(bytes), headers };
  const send = (condition: Condition) => sendOnce(session, { ...object, condition });

  if (session.unconditional) return sendUnconditional(session, key, revision, send);
  let answer = await send(conditionOf(revision, session.unquoted));
  if (answer.outcome === 'mismatch' && revision !== undefined && !session.unquoted) {
    if ((await statObject(session, key))?.revision === revision) {
      answer = await send(conditionOf(revision, true));
      session.unquoted = answer.outcome === 'replaced';
    }
  }
  if (answer.outcome === 'mismatch') return { outcome: 'conflict' };
  if (answer.outcome !== 'unsupported') return answer;
  const attempt = { ...session.place, action: 's3:PutObject', key } as const;
  if (!session.singleWriter) throw noCompareAndSwap(attempt, refusedCondition, answer.cause);
  session.unconditional = true;
  return sendUnconditional(session, key, revision, send);
}

/** For a single writer: looks, then sends. Not atomic. */
async function sendUnconditional(
  session: Session,
  key: string,
  revision: Revision | undefined,
  send: (condition: Condition) => Promise<Answer>,
): Promise<Replaced> {
  const current = await statObject(session, key);
  if (current?.revision !== revision) return { outcome: 'conflict' };
  const answer = await send({});
  if (answer.outcome === 'unsupported') throw failed(session, 's3:PutObject', key, answer.cause);
  return answer.outcome === 'mismatch' ? { outcome: 'conflict' } : answer;
}

function conditionOf(revision: Revision | undefined, unquoted: boolean): Condition {
  if (revision === undefined) return { IfNoneMatch: '*' };
  return { IfMatch: unquoted ? revision.replaceAll('"', '') : revision };
}

async function sendOnce(session: Session, object: NewObject): Promise<Answer> {
  try {
    const revision = await withGrace(session.signal, (late) =>
      session.bucket.putOnce(object, late),
    );
    if (revision !== undefined) return { outcome: 'replaced', revision };
    return { outcome: 'unknown', cause: notS3(session.place.bucket, object.key, 'ETag') };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    return interpreted(session, object, error);
  }
}

/** A refusal of the 4xx kind has certainly had no effect; anything else may have. */
function interpreted(
  session: Session,
  { key, condition }: NewObject,
  error: RequestFailed,
): Answer {
  const { status, code, unsent, refusesConditions } = error;
  const conditional = condition.IfMatch !== undefined || condition.IfNoneMatch !== undefined;
  if (status === 412) return { outcome: 'mismatch' };
  if (status === 409) return { outcome: 'conflict' };
  // If-Match where there is no object.
  if (status === 404 && code === 'NoSuchKey') return { outcome: 'conflict' };
  if (conditional && refusesConditions) return { outcome: 'unsupported', cause: error };
  const cause = storeError({ ...session.place, action: 's3:PutObject', key }, error);
  // 408: some proxies say it after they passed the request on.
  const refused = status !== undefined && status >= 300 && status < 500 && status !== 408;
  if (refused || unsent) throw cause;
  return { outcome: 'unknown', cause };
}
