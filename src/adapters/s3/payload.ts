import type { Sha256 } from '../../core/digest.ts';
import { InputError } from '../../core/error.ts';
import { sha256 } from '../sha256.ts';
import type { Payload } from './bucket.ts';
import { RequestFailed } from './failure.ts';

/**
 * Runs `send`, which sends `payload` under its known digest; when it fails, the bytes in hand say whose fault it is.
 * Servers differ in how they refuse a body that does not match: 400 with several codes, or a cut connection.
 * @throws InputError FILE_CHANGED when they are not the ones that were hashed
 */
export async function sendVerified<T>(
  place: string,
  { bytes, sha256: expected }: Payload,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const changed = error instanceof RequestFailed && sha256(bytes) !== expected;
    throw changed ? fileChanged(place, expected, error) : error;
  }
}

function fileChanged(place: string, expected: Sha256, cause: unknown): InputError {
  return new InputError(
    'FILE_CHANGED',
    `a file changed while it was sent to ${place}: its bytes are not the ones with sha256 ${expected} any more; publish again when nothing writes to it`,
    { cause },
  );
}
