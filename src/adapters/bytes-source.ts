import type { Source } from '../ports.ts';
import { sha256 } from './sha256.ts';

/** Bytes in memory, such as a document, as a source of one part whatever their size. They must not change any more. */
export function bytesSource(bytes: Uint8Array): Source {
  const digest = sha256(bytes);
  return {
    size: bytes.length,
    sha256: digest,
    parts: [{ offset: 0, size: bytes.length, sha256: digest }],
    async read(offset, target) {
      if (offset + target.length > bytes.length) {
        throw new RangeError(`${target.length} bytes at ${offset} of a source of ${bytes.length}`);
      }
      target.set(bytes.subarray(offset, offset + target.length));
    },
  };
}
