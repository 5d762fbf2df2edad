import type { RotateKeyRequest } from '../app/rotate-key.ts';
import { InputError } from '../core/error.ts';
import { readGrace } from './grace.ts';
import { readNewKey } from './keys.ts';
import { orWrong, type Reading } from './reading.ts';
import { type PublishSettings, readKeysAndReport } from './request.ts';
import { readRoot } from './root.ts';

/** Everything a run of `rotate-key` needs to know. */
export interface RotateKeySettings extends Omit<PublishSettings, 'request'> {
  readonly request: Omit<RotateKeyRequest, 'newKey'>;
  /** Armored. */
  readonly newKey: string | undefined;
}

const steps = ['new-key', 'drop-key', 'key-lost'] as const;

/** The inputs of `rotate-key`. @throws InputError INPUT_INVALID naming everything that is wrong */
export function readRotateKey(reading: Reading, cwd: string): RotateKeySettings {
  const root = readRoot(reading, cwd);
  const keyLost = reading.boolean('key-lost');
  const given = steps.filter((name) => (name === 'key-lost' ? keyLost : reading.given.has(name)));
  const [, second] = given;
  if (second !== undefined) {
    reading.wrong(
      second,
      undefined,
      `${given.join(' and ')} are steps of their own: take one in a run`,
    );
  }
  const request = {
    dropKey: reading.text('drop-key', orWrong(parseFingerprint)),
    keyLost,
    grace: readGrace(reading, []),
    acceptRollback: reading.boolean('accept-rollback'),
    dryRun: reading.boolean('dry-run'),
  };
  const newKey = readNewKey(reading, cwd);
  const singleWriter = reading.boolean('single-writer');
  const keys = readKeysAndReport(reading, cwd);
  if (keys.signingKey === undefined && reading.secret('signing-key') === undefined) {
    reading.wrong(
      'signing-key',
      undefined,
      'is required: what changes the keys of a root is signed',
    );
  }
  if (reading.problems.length > 0 || root === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return { request, newKey, root, singleWriter, ...keys };
}

/** As gpg prints it, with blanks or without. */
function parseFingerprint(text: string): string | undefined {
  const digits = text.replaceAll(/\s/g, '').toUpperCase();
  return /^[0-9A-F]{40}$/.test(digits) ? digits : undefined;
}
