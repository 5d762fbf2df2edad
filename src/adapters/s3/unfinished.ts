import type { MultipartUpload } from '@aws-sdk/client-s3';
import type { UnfinishedUpload } from '../../ports/store.ts';
import type { UploadMarker } from './bucket.ts';
import { notS3 } from './errors.ts';
import { RequestFailed } from './failure.ts';
import { failed, type Session } from './session.ts';

/**
 * Multipart uploads below `prefix` that nobody has finished. They cost what their parts weigh until they are aborted.
 * @param prefix empty, or with a slash at its end
 * @throws StoreError STORE_DENIED without s3:ListBucketMultipartUploads
 */
export async function unfinishedUploads(
  session: Session,
  prefix: string,
): Promise<readonly UnfinishedUpload[]> {
  const { bucket, signal } = session;
  const found: UnfinishedUpload[] = [];
  let after: UploadMarker | undefined = {};
  try {
    while (after !== undefined) {
      const page = await bucket.listUploads(prefix, after, signal);
      for (const upload of page.Uploads ?? []) {
        const listed = listedUpload(session, upload, prefix);
        if (listed !== undefined) found.push(listed);
      }
      after = nextMarker(session, prefix, after, page);
    }
    return found;
  } catch (error) {
    // A server that has no such list, as s3rver has not, tells of none.
    if (error instanceof RequestFailed && error.status === 501) return [];
    throw failed(session, 's3:ListBucketMultipartUploads', prefix, error);
  }
}

function listedUpload(
  { place }: Session,
  { Key: key, UploadId: id, Initiated: since }: MultipartUpload,
  prefix: string,
): UnfinishedUpload | undefined {
  if (key === undefined) throw notS3(place.bucket, prefix, 'Key');
  if (id === undefined) throw notS3(place.bucket, key, 'UploadId');
  if (since === undefined) throw notS3(place.bucket, key, 'Initiated');
  if (!key.startsWith(prefix)) return undefined;
  return { url: `s3://${place.bucket}/${key}`, path: key.slice(prefix.length), id, since };
}

interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly NextKeyMarker?: string | undefined;
  readonly NextUploadIdMarker?: string | undefined;
}

function nextMarker(
  { place }: Session,
  prefix: string,
  after: UploadMarker,
  { IsTruncated, NextKeyMarker: key, NextUploadIdMarker: id }: Page,
): UploadMarker | undefined {
  if (IsTruncated !== true) return undefined;
  // Without one the rest would be missing, and with the same one the list would never end.
  if (key === undefined || (key === after.KeyMarker && id === after.UploadIdMarker)) {
    throw notS3(place.bucket, prefix, 'NextKeyMarker of its own');
  }
  return { KeyMarker: key, UploadIdMarker: id };
}

/**
 * One that has been finished or aborted meanwhile is none any more.
 * @throws StoreError STORE_DENIED without s3:AbortMultipartUpload
 */
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
