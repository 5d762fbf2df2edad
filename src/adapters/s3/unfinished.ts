import type { UnfinishedUpload } from '../../ports.ts';
import { RequestFailed } from './failure.ts';
import type { Session } from './session.ts';

/**
 * Multipart uploads below `prefix` that nobody has finished. They cost what their parts weigh until they are aborted.
 * To list them is no part of publishing: without the right to, or where the store cannot, there are none.
 */
export async function unfinishedUploads(
  session: Session,
  prefix: string,
): Promise<readonly UnfinishedUpload[]> {
  const { bucket, place, signal } = session;
  try {
    const uploads = await bucket.listUploads(prefix, signal);
    return uploads.flatMap(({ Key: key, Initiated: since }) =>
      key === undefined || since === undefined
        ? []
        : [{ url: `s3://${place.bucket}/${key}`, since }],
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RequestFailed) return [];
    throw error;
  }
}
