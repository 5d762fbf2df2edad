import type { Revision } from '../../ports/store.ts';
import { RequestFailed } from './failure.ts';
import { withGrace } from './grace.ts';
import { failed, type Session } from './session.ts';

/**
 * Removes an object by one DeleteObject, sent once. S3 answers 204 where there is none, other servers 404.
 *
 * AWS (since September 2025) and Ceph 20 compare If-Match; Ceph before that, and others, ignore it.
 * @param revision removes no other object, where the server compares; absent: whatever is there
 * @throws StoreError STORE_DENIED without s3:DeleteObject
 */
export async function removeObject(
  session: Session,
  key: string,
  revision: Revision | undefined,
): Promise<'removed' | 'conflict' | 'unknown'> {
  const etag = session.unquoted ? revision?.replaceAll('"', '') : revision;
  return send(session, key, session.unconditional ? undefined : etag);
}

async function send(
  session: Session,
  key: string,
  etag: string | undefined,
): Promise<'removed' | 'conflict' | 'unknown'> {
  try {
    await withGrace(session.signal, (late) => session.bucket.removeOnce(key, etag, late));
    return 'removed';
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const outcome = outcomeOf(error, etag !== undefined);
    // The server knows no conditions here, and that request had no effect.
    if (outcome === 'unsupported') return send(session, key, undefined);
    if (outcome === 'refused') throw failed(session, 's3:DeleteObject', key, error);
    return outcome;
  }
}

function outcomeOf(
  { status, code, unsent, refusesConditions }: RequestFailed,
  conditional: boolean,
): 'removed' | 'conflict' | 'unsupported' | 'refused' | 'unknown' {
  if (status === 404 && code === 'NoSuchKey') return 'removed';
  if (conditional && (status === 412 || status === 409)) return 'conflict';
  if (conditional && refusesConditions) return 'unsupported';
  // 408: some proxies say it after they passed the request on.
  const refused = status !== undefined && status >= 300 && status < 500 && status !== 408;
  return refused || unsent ? 'refused' : 'unknown';
}
