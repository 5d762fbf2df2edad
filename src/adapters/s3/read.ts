import { Readable } from 'node:stream';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { parseSha256 } from '../../core/digest.ts';
import { TrustError } from '../../core/error.ts';
import type { Revision, StoredAt, StoredBytes, StoredObject } from '../../ports/store.ts';
import { notS3 } from './errors.ts';
import { RequestFailed } from './failure.ts';
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

/** The object's bytes as they come; the body of one GET, which is not begun again when it breaks off. */
export async function* streamObject(session: Session, key: string): AsyncGenerator<Uint8Array> {
  try {
    const { output } = await session.bucket.get(key, session.signal);
    const { Body: body, ContentLength: size } = output;
    if (!(body instanceof Readable)) throw new Error('the SDK gives no stream');
    let count = 0;
    for await (const chunk of streamed(body)) {
      count += chunk.byteLength;
      yield chunk;
    }
    if (size !== undefined && count !== size) throw broken(`${count} of ${size} bytes came`);
  } catch (error) {
    throw failed(session, 's3:GetObject', key, error);
  }
}

async function readOnce(session: Session, key: string, limit: number): Promise<StoredBytes> {
  const { output, date } = await session.bucket.get(key, session.signal);
  const { Body: body, ContentLength: size } = output;
  if (!(body instanceof Readable)) throw new Error('the SDK gives no stream');
  try {
    if (isWebPage(key, output)) throw notS3(session.place.bucket, key, 'x-amz-request-id');
    const about = described(session, key, output, date);
    const chunks: Uint8Array[] = [];
    let count = 0;
    if ((size ?? 0) > limit) throw tooLarge(session, key, limit);
    for await (const chunk of streamed(body)) {
      count += chunk.byteLength;
      if (count > limit) throw tooLarge(session, key, limit);
      chunks.push(chunk);
    }
    if (size !== undefined && count !== size) throw broken(`${count} of ${size} bytes came`);
    return { bytes: Buffer.concat(chunks), ...about };
  } finally {
    body.destroy();
  }
}

/** Some web servers answer everything with one page. */
function isWebPage(key: string, { ContentType: type = '', $metadata }: GetObjectCommandOutput) {
  const html = type.startsWith('text/html') && !key.endsWith('.html');
  return html && $metadata.requestId === undefined;
}

/** The connection broke, or the bytes were not those of the checksum that came with them. */
const brokenBody = 'BrokenBody';

function broken(message: string, cause?: unknown): RequestFailed {
  return new RequestFailed(Object.assign(new Error(message, { cause }), { name: brokenBody }));
}

async function* streamed(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw broken('the answer broke off', cause);
  }
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
