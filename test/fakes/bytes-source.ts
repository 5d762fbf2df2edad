import { sha256 } from '../../src/adapters/sha256.ts';
import { sourceOf } from '../../src/app/immutable.ts';
import type { Source } from '../../src/ports/store.ts';

/** Bytes as the application hands its documents to a store. */
export function bytesSource(bytes: Uint8Array): Source {
  return sourceOf({ sha256 }, bytes);
}
