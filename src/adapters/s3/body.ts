import { Readable } from 'node:stream';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { notS3 } from './errors.ts';
import { brokenBody, RequestFailed } from './failure.ts';
import type { Session } from './session.ts';

/**
 * The bytes of an answer, as they come. Who stops reading closes the connection.
 * @throws RequestFailed with {@link brokenBody} when they are not all that was announced · StoreError for a web page
 */
export async function* bodyOf(
  { place }: Session,
  key: string,
  { Body: body, ContentLength: size, ContentType: type, $metadata }: GetObjectCommandOutput,
): AsyncGenerator<Uint8Array> {
  if (!(body instanceof Readable)) throw new Error('the SDK gives no stream');
  let count = 0;
  try {
    if (isWebPage(key, type) && $metadata.requestId === undefined) {
      throw notS3(place.bucket, key, 'x-amz-request-id');
    }
    for await (const chunk of arriving(body, () => `${count} of ${size} bytes`)) {
      count += chunk.byteLength;
      yield chunk;
    }
  } finally {
    body.destroy();
  }
  if (size !== undefined && count !== size) {
    throw broken(`the answer ended after ${count} of ${size} bytes`);
  }
}

/** Some web servers answer everything with one page. */
function isWebPage(key: string, type = ''): boolean {
  return type.startsWith('text/html') && !key.endsWith('.html');
}

/** The connection breaks, or the bytes are not those of the checksum that came with them. */
async function* arriving(body: Readable, passed: () => string): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw broken(`the answer broke off after ${passed()}: ${why}`, cause);
  }
}

function broken(message: string, cause?: unknown): RequestFailed {
  return new RequestFailed(Object.assign(new Error(message, { cause }), { name: brokenBody }));
}
