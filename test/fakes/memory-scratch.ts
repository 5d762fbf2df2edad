import { sha256 } from '../../src/adapters/sha256.ts';
import { TrustError } from '../../src/core/error.ts';
import type { Scratch } from '../../src/ports.ts';
import { bytesSource } from './bytes-source.ts';

export interface MemoryScratch extends Scratch {
  /** How often something was taken in. */
  readonly held: () => number;
  readonly isEmpty: () => boolean;
}

export function memoryScratch(): MemoryScratch {
  let count = 0;
  let holding = false;
  return {
    async hold(content, stream, place) {
      count += 1;
      holding = true;
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (sha256(bytes) === content.sha256) return bytesSource(bytes);
      throw new TrustError('DIGEST_MISMATCH', `${place} is not what is listed`);
    },
    async clear() {
      holding = false;
    },
    held: () => count,
    isEmpty: () => !holding,
  };
}
