import type { Bucket } from './bucket.ts';
import { type Attempt, storeError } from './errors.ts';
import { RequestFailed } from './failure.ts';

/** What the operations of one store share, and what they learn about the server in a run. */
export interface Session {
  readonly bucket: Bucket;
  /** What errors tell of the place. */
  readonly place: Omit<Attempt, 'action' | 'key'>;
  readonly singleWriter: boolean;
  /** Ends every request; its reason is what is thrown. */
  readonly signal: AbortSignal;
  /** The server refuses conditions, and a single writer is promised: nothing is sent with one any more. */
  unconditional: boolean;
  /** The server compares If-Match with the bare hash, as Ceph before 20 does. */
  unquoted: boolean;
}

/** What to throw for `error`, which came while `action` was tried on `key`. */
export function failed(
  { signal, place }: Session,
  action: Attempt['action'],
  key: string,
  error: unknown,
): unknown {
  if (signal.aborted) return signal.reason;
  return error instanceof RequestFailed ? storeError({ ...place, action, key }, error) : error;
}
