import { StoreError } from '../../core/error.ts';
import { bodyOf } from './body.ts';
import { RequestFailed } from './failure.ts';
import { failed, type Session } from './session.ts';

/**
 * The object's bytes as they come: the body of one GET, which is not begun again when it breaks off.
 * @throws StoreError which names the object, also when there is none
 */
export async function* streamObject(session: Session, key: string): AsyncGenerator<Uint8Array> {
  try {
    const { output } = await session.bucket.get(key, session.signal);
    yield* bodyOf(session, key, output);
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404 && error.code === 'NoSuchKey') {
      throw new StoreError('STORE_FAILED', `s3://${session.place.bucket}/${key} is not there`);
    }
    throw failed(session, 's3:GetObject', key, error);
  }
}
