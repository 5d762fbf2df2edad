import { RequestFailed } from './failure.ts';
import { withGrace } from './grace.ts';
import { failed, type Session } from './session.ts';

/**
 * Removes an object by one DeleteObject, sent once. S3 answers 204 where there is none, other servers 404.
 * @throws StoreError STORE_DENIED without s3:DeleteObject
 */
export async function removeObject(session: Session, key: string): Promise<'removed' | 'unknown'> {
  try {
    await withGrace(session.signal, (late) => session.bucket.removeOnce(key, late));
    return 'removed';
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const { status, code, unsent } = error;
    if (status === 404 && code === 'NoSuchKey') return 'removed';
    // 408: some proxies say it after they passed the request on.
    const refused = status !== undefined && status >= 300 && status < 500 && status !== 408;
    if (refused || unsent) throw failed(session, 's3:DeleteObject', key, error);
    return 'unknown';
  }
}
