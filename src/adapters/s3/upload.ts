import type { ObjectHeaders, Source } from '../../ports/store.ts';
import type { Condition, Upload } from './bucket.ts';
import { notS3, withLeftover } from './errors.ts';
import { RequestFailed } from './failure.ts';
import { grace, withGrace } from './grace.ts';
import { sendParts } from './parts.ts';
import { sendVerified } from './payload.ts';
import { failed, type Session } from './session.ts';

/** What fits into one request; S3 takes no multipart parts below 5 MiB but the last. */
const single = 16 << 20;

export interface NewObject {
  readonly key: string;
  readonly source: Source;
  readonly headers: ObjectHeaders;
}

/** Makes an object appear, by the request that `send` sends; resolves to the answer's ETag. */
export type Appear = (
  send: (condition: Condition) => Promise<string | undefined>,
) => Promise<string | undefined>;

/**
 * Sends `source` in one PutObject, or in parts when it is large. An upload in parts that fails is aborted.
 * @throws InputError FILE_CHANGED · StoreError · RequestFailed
 */
export async function uploadSource(
  session: Session,
  object: NewObject,
  appear: Appear,
  onBytes?: (count: number) => void,
): Promise<void> {
  const whole = isWhole(object.source);
  const etag = whole
    ? await sendWhole(session, object, appear)
    : await sendInParts(session, object, appear, onBytes);
  if (etag === undefined) throw notS3(session.place.bucket, object.key, 'ETag');
  if (whole) onBytes?.(object.source.size);
}

/** Sent in one request. */
export function isWhole({ parts, size }: Source): boolean {
  return parts.length <= 1 || size <= single;
}

async function sendWhole(
  { bucket, place, signal }: Session,
  { key, source, headers }: NewObject,
  appear: Appear,
): Promise<string | undefined> {
  const bytes = Buffer.allocUnsafeSlow(source.size);
  await source.read(0, bytes);
  const payload = { bytes, sha256: source.sha256 };
  return appear((condition) =>
    sendVerified(`s3://${place.bucket}/${key}`, payload, () =>
      bucket.put({ ...payload, key, headers, condition }, signal),
    ),
  );
}

async function sendInParts(
  session: Session,
  { key, source, headers }: NewObject,
  appear: Appear,
  onBytes?: (count: number) => void,
): Promise<string | undefined> {
  const { bucket, place, signal } = session;
  // With grace: an upload whose id is not known cannot be aborted.
  const upload = await withGrace(signal, (late) =>
    bucket.createUpload(key, source.sha256, headers, late),
  );
  if (upload === undefined) throw notS3(place.bucket, key, 'UploadId');
  try {
    const parts = await sendParts(session, upload, source, onBytes);
    return await appear((condition) => bucket.completeUpload(upload, parts, condition, signal));
  } catch (error) {
    throw await abandoned(session, upload, error);
  }
}

/** Aborts the upload whatever the run's signal says. The error to throw tells when that fails. */
export async function abandoned(
  session: Session,
  upload: Upload,
  error: unknown,
): Promise<unknown> {
  try {
    await session.bucket.abortUpload(upload, AbortSignal.timeout(grace));
    return error;
  } catch (failure) {
    if (!(failure instanceof RequestFailed)) throw failure;
    if (failure.code === 'NoSuchUpload') return error;
    const attempt = { ...session.place, action: 's3:PutObject', key: upload.key } as const;
    return withLeftover(failed(session, attempt.action, upload.key, error), attempt, failure);
  }
}
