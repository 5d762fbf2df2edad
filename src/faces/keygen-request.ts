import { InputError } from '../core/error.ts';
import type { Reading } from './reading.ts';
import { parseLine } from './tags.ts';

/** The inputs of `keygen`. */
export interface KeygenSettings {
  readonly userId: string;
  /** Where the private key goes. */
  readonly out: string;
  readonly passphrase: string | undefined;
}

/** @throws InputError INPUT_INVALID naming everything that is wrong */
export function readKeygen(reading: Reading): KeygenSettings {
  const userId = reading.text('user-id', parseLine);
  const out = reading.text('out', (path) => path);
  const passphrase = reading.secret('signing-key-passphrase');
  if (reading.problems.length > 0 || userId === undefined || out === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return { userId, out, passphrase };
}
