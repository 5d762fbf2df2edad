import type { CompletedPart } from '@aws-sdk/client-s3';
import type { Source } from '../../ports/store.ts';
import type { Upload } from './bucket.ts';
import { notS3 } from './errors.ts';
import { sendVerified } from './payload.ts';
import type { Session } from './session.ts';

/**
 * S3 takes some 90 MB/s over one connection ("Performance guidelines"), so what an upload reaches on a fast network is
 * so much for each lane.
 */
const mostLanes = 6;
/** The buffers of an upload hold no more than this together, unless one part is larger. */
const memory = mostLanes * (16 << 20);

/** How many parts of so many bytes are under way at once. */
export function lanesFor(partSize: number): number {
  return Math.max(1, Math.min(mostLanes, Math.floor(memory / partSize)));
}

/**
 * Sends the parts of `source`, several at a time, each lane with one buffer that it keeps. The first failure ends the
 * other lanes, and none is under way any more when it is thrown.
 * @throws InputError FILE_CHANGED · RequestFailed
 */
export async function sendParts(
  session: Session,
  upload: Upload,
  source: Source,
  onBytes?: (count: number) => void,
): Promise<readonly CompletedPart[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([session.signal, stop.signal]);
  const largest = source.parts.reduce((size, part) => Math.max(size, part.size), 1);
  const place = `s3://${session.place.bucket}/${upload.key}`;
  const completed: CompletedPart[] = [];
  const queue = source.parts.entries();

  async function lane(): Promise<void> {
    const buffer = Buffer.allocUnsafeSlow(largest);
    for (const [index, { offset, size, sha256 }] of queue) {
      signal.throwIfAborted();
      const bytes = buffer.subarray(0, size);
      await source.read(offset, bytes);
      const payload = { bytes, sha256 };
      const part = await sendVerified(place, payload, () =>
        session.bucket.uploadPart(upload, index + 1, payload, signal),
      );
      if (part.ETag === undefined) throw notS3(session.place.bucket, upload.key, 'ETag');
      completed[index] = part;
      onBytes?.(size);
    }
  }

  const lanes = Math.min(source.parts.length, lanesFor(largest));
  await Promise.allSettled(
    Array.from({ length: lanes }, () => lane().catch((error) => stop.abort(error))),
  );
  // The reason is the first error.
  stop.signal.throwIfAborted();
  return completed;
}
