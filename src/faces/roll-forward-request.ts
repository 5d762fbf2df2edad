import type { RollForwardRequest } from '../app/roll-forward-edit.ts';
import { InputError } from '../core/error.ts';
import { parseSerial } from '../core/serial.ts';
import { readAllow } from './allow.ts';
import { readConsumersOfOneRoot } from './consumers.ts';
import { readSelection } from './promotion-choice.ts';
import { orWrong, type Reading } from './reading.ts';
import { type RootSettings, readKeysAndReport } from './request.ts';
import { readRoot } from './root.ts';

/** Everything that a run of `roll-forward` needs to know. */
export interface RollForwardSettings extends RootSettings {
  readonly request: RollForwardRequest;
}

/**
 * The inputs of `roll-forward`, each valid by itself and with the others.
 * @throws InputError INPUT_INVALID naming everything that is wrong
 */
export function readRollForward(reading: Reading, cwd: string): RollForwardSettings {
  const root = readRoot(reading, cwd);
  const selection = readSelection(reading);
  const { serial } = selection;
  const consumers = readConsumersOfOneRoot(reading);
  const rest = {
    newSerial: reading.text('new-serial', orWrong(parseSerial)),
    consumers: consumers.length === 0 ? undefined : consumers,
    allow: readAllow(reading),
    acceptRollback: reading.boolean('accept-rollback'),
    dryRun: reading.boolean('dry-run'),
  };
  const singleWriter = reading.boolean('single-writer');
  const keys = readKeysAndReport(reading, cwd);
  if (reading.problems.length > 0 || root === undefined || serial === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  const request = { selection: { ...selection, serial }, ...rest };
  return { root, singleWriter, ...keys, request };
}
