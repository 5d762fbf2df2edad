import type { ListRequest } from '../app/list-report.ts';
import { InputError } from '../core/error.ts';
import { readConsumers } from './consumers.ts';
import { readFilters } from './filters.ts';
import { readSigningKey, readTrustedKeys } from './keys.ts';
import type { Reading } from './reading.ts';
import { checkReportPath } from './request.ts';
import { readRootToRead } from './root.ts';
import type { ReadFrom } from './wire-check.ts';

/** Everything that a run of `list` needs to know. */
export interface ListSettings extends ReadFrom {
  readonly request: ListRequest;
}

/**
 * The inputs of `list`, each valid by itself and with the others.
 * @throws InputError INPUT_INVALID naming everything that is wrong
 */
export function readList(reading: Reading, cwd: string): ListSettings {
  const root = readRootToRead(reading, cwd);
  const request = { consumers: readConsumers(reading), filters: readFilters(reading) };
  const signingKey = readSigningKey(reading, false);
  const trustedKeys = readTrustedKeys(reading, cwd);
  checkReportPath(reading, cwd);
  if (reading.problems.length > 0 || root === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return { root, request, signingKey, trustedKeys };
}
