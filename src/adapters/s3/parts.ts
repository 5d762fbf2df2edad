import type { CompletedPart } from '@aws-sdk/client-s3';
import type { Source } from '../../ports/store.ts';
import type { Upload } from './bucket.ts';
import { notS3 } from './errors.ts';
import { sendVerified } from './payload.ts';
import type { Session } from './session.ts';

/** The buffers of an upload hold this much together: four lanes of 64 MiB, fewer of larger parts, at least one. */
const memory = 256 << 20;
const mostLanes = 4;

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

  const lanes = Math.max(1, Math.min(mostLanes, source.parts.length, Math.floor(memory / largest)));
  await Promise.allSettled(
    Array.from({ length: lanes }, () => lane().catch((error) => stop.abort(error))),
  );
  // The reason is the first error.
  stop.signal.throwIfAborted();
  return completed;
}
