import { parseSha256 } from '../../core/digest.ts';
import { TrustError } from '../../core/error.ts';
import type { Revision, StoredAt, StoredBytes, StoredObject } from '../../ports/store.ts';
import { bodyOf } from './body.ts';
import { notS3 } from './errors.ts';
import { brokenBody, RequestFailed } from './failure.ts';
import { failed, type Session } from './session.ts';

/** How often an object is asked for when the connection breaks in the middle of it. */
const tries = 3;

/**
 * The object's bytes, or `undefined` where S3 says NoSuchKey. A 403 is never "absent", and neither is a 404 without
 * that code: any web server gives one.
 * @throws TrustError DOCUMENT_TOO_LARGE
 */
export async function readObject(
  session: Session,
  key: string,
  limit: number,
): Promise<StoredBytes | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(session, key, limit);
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 404 && error.code === 'NoSuchKey') {
        return undefined;
      }
      const broken = error instanceof RequestFailed && error.code === brokenBody;
      if (!broken || attempt === tries || session.signal.aborted) {
        throw failed(session, 's3:GetObject', key, error);
      }
    }
  }
}

/** What HEAD tells, with the ETag; `undefined` for 404. HEAD answers have no code, so a missing bucket looks absent. */
export async function statObject(
  session: Session,
  key: string,
): Promise<(StoredObject & { readonly revision: Revision }) | undefined> {
  try {
    const { output, date } = await session.bucket.head(key, session.signal);
    const { ContentLength, Metadata } = output;
    if (ContentLength === undefined) throw notS3(session.place.bucket, key, 'Content-Length');
    const sha256 = parseSha256(Metadata?.sha256);
    return { size: ContentLength, sha256, ...described(session, key, output, date) };
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return undefined;
    throw failed(session, 's3:GetObject', key, error);
  }
}

async function readOnce(session: Session, key: string, limit: number): Promise<StoredBytes> {
  const { output, date } = await session.bucket.get(key, session.signal);
  const chunks: Uint8Array[] = [];
  let count = 0;
  for await (const chunk of bodyOf(session, key, output)) {
    count += chunk.byteLength;
    if (Math.max(count, output.ContentLength ?? 0) > limit) throw tooLarge(session, key, limit);
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), ...described(session, key, output, date) };
}

interface Described {
  readonly ETag?: string | undefined;
  readonly LastModified?: Date | undefined;
}

function described(
  session: Session,
  key: string,
  { ETag, LastModified }: Described,
  date: Date | undefined,
): StoredAt & { readonly revision: Revision } {
  if (ETag === undefined) throw notS3(session.place.bucket, key, 'ETag');
  if (LastModified === undefined) throw notS3(session.place.bucket, key, 'Last-Modified');
  if (date === undefined) throw notS3(session.place.bucket, key, 'Date');
  return { revision: ETag, modified: LastModified, now: date };
}

function tooLarge({ place }: Session, key: string, limit: number): TrustError {
  return new TrustError(
    'DOCUMENT_TOO_LARGE',
    `s3://${place.bucket}/${key} has more than the ${limit} bytes that such a document may have`,
  );
}
