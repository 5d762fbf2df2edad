import type { Content, ObjectHeaders, Source } from '../../ports/store.ts';
import type { Condition } from './bucket.ts';
import { noCompareAndSwap, refused } from './errors.ts';
import { RequestFailed } from './failure.ts';
import { statObject } from './read.ts';
import { failed, type Session } from './session.ts';
import { isWhole, uploadSource } from './upload.ts';

/** How often an upload is begun when a concurrent request got in its way and left nothing behind. */
const tries = 3;

/**
 * Stores `source` under `key`, where nothing lies.
 *
 * The condition goes with the request that makes the object appear. Ceph before 20 ignores it on
 * CompleteMultipartUpload: hence the look before an upload in parts. Of two at once the last one stays there; a path
 * holds the digest of what lies there, so both have the same bytes.
 * @throws InputError FILE_CHANGED
 */
export async function createObject(
  session: Session,
  key: string,
  source: Source,
  headers: ObjectHeaders,
  onBytes?: (count: number) => void,
): Promise<'created' | 'present' | 'different'> {
  const appear = (send: Send) => sendNew(session, key, send);
  for (let attempt = 1; ; attempt++) {
    const look = session.unconditional || !isWhole(source);
    const found = look ? await compare(session, key, source) : undefined;
    if (found !== undefined) return found;
    try {
      await uploadSource(session, { key, source, headers }, appear, onBytes);
      return 'created';
    } catch (error) {
      const settled = await settle(session, key, source, error);
      if (settled !== 'absent') return settled;
      if (attempt === tries) throw failed(session, 's3:PutObject', key, error);
    }
  }
}

/** What lies under the key after a failure. Throws, unless it is worth another try. */
async function settle(
  session: Session,
  key: string,
  source: Source,
  error: unknown,
): Promise<'present' | 'different' | 'absent'> {
  if (session.signal.aborted || !mayBeOccupied(error)) {
    throw failed(session, 's3:PutObject', key, error);
  }
  const found = await compare(session, key, source);
  if (found !== undefined) return found;
  if (!metAnother(error)) throw failed(session, 's3:PutObject', key, error);
  return 'absent';
}

type Send = (condition: Condition) => Promise<string | undefined>;

/** With a condition; where the server refuses one and a single writer is promised, after a look. */
async function sendNew(session: Session, key: string, send: Send): Promise<string | undefined> {
  if (session.unconditional) return send({});
  try {
    return await send({ IfNoneMatch: '*' });
  } catch (error) {
    if (!(error instanceof RequestFailed && error.refusesConditions)) throw error;
    if (!session.singleWriter) {
      throw noCompareAndSwap({ ...session.place, action: 's3:PutObject', key }, refused, error);
    }
    session.unconditional = true;
    if ((await statObject(session, key)) !== undefined) throw error;
    return send({});
  }
}

/** What lies under the key, as far as HEAD tells. */
export async function compare(
  session: Session,
  key: string,
  { size, sha256 }: Content,
): Promise<'present' | 'different' | undefined> {
  const found = await statObject(session, key);
  if (found === undefined) return undefined;
  return found.size === size && found.sha256 === sha256 ? 'present' : 'different';
}

/**
 * Something may lie under the key now: another writer's object (412, 409; the loser of a race gets 500 from Ceph
 * before 20), or our own whose answer was lost, of which a second CompleteMultipartUpload says NoSuchUpload.
 */
function mayBeOccupied(error: unknown): error is RequestFailed {
  if (!(error instanceof RequestFailed) || error.unsent) return false;
  const { status, code, refusesConditions } = error;
  if (status === undefined || status >= 500) return true;
  return metAnother(error) || code === 'NoSuchUpload' || refusesConditions;
}

function metAnother({ status }: RequestFailed): boolean {
  return status === 409 || status === 412;
}
