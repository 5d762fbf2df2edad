import type { UnfinishedUpload } from '../../ports/store.ts';
import type { UploadMarker } from './bucket.ts';
import { RequestFailed } from './failure.ts';
import { failed, type Session } from './session.ts';

/**
 * Multipart uploads below `prefix` that nobody has finished. They cost what their parts weigh until they are aborted.
 * @param prefix empty, or with a slash at its end
 */
export async function unfinishedUploads(
  session: Session,
  prefix: string,
): Promise<readonly UnfinishedUpload[]> {
  const { bucket, place, signal } = session;
  const found: UnfinishedUpload[] = [];
  let after: UploadMarker | undefined = {};
  try {
    while (after !== undefined) {
      const page = await bucket.listUploads(prefix, after, signal);
      for (const { Key: key, UploadId: id, Initiated: since } of page.Uploads ?? []) {
        if (key === undefined || id === undefined || since === undefined) continue;
        const url = `s3://${place.bucket}/${key}`;
        found.push({ url, path: key.slice(prefix.length), id, since });
      }
      const { IsTruncated: more, NextKeyMarker: KeyMarker, NextUploadIdMarker } = page;
      const next = { KeyMarker, UploadIdMarker: NextUploadIdMarker };
      after = more === true && KeyMarker !== undefined ? next : undefined;
    }
    return found;
  } catch (error) {
    throw failed(session, 's3:ListBucketMultipartUploads', prefix, error);
  }
}

/** One that has been finished or aborted meanwhile is none any more. */
export async function abortUpload(
  session: Session,
  key: string,
  { id }: UnfinishedUpload,
): Promise<void> {
  try {
    await session.bucket.abortUpload({ key, id }, session.signal);
  } catch (error) {
    if (error instanceof RequestFailed && error.code === 'NoSuchUpload') return;
    throw failed(session, 's3:AbortMultipartUpload', key, error);
  }
}
