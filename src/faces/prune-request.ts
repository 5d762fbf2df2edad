import type { PruneRequest } from '../app/prune.ts';
import { InputError } from '../core/error.ts';
import { readAllow } from './allow.ts';
import { readConsumersOfOneRoot } from './consumers.ts';
import { readFilters } from './filters.ts';
import { readGrace } from './grace.ts';
import type { Reading } from './reading.ts';
import { type PublishSettings, readKeysAndReport } from './request.ts';
import { readRetention } from './retention.ts';
import { readRoot } from './root.ts';

/** Everything a run of `prune` needs to know. */
export interface PruneSettings extends Omit<PublishSettings, 'request'> {
  readonly request: PruneRequest;
}

/** The inputs of `prune`. @throws InputError INPUT_INVALID naming everything that is wrong */
export function readPrune(reading: Reading, cwd: string): PruneSettings {
  const root = readRoot(reading, cwd);
  const given = readConsumersOfOneRoot(reading);
  const consumers = given.length === 0 ? undefined : given;
  const retention = readRetention(reading);
  const filters = readFilters(reading);
  if (retention === undefined && filters.length > 0) {
    reading.wrong('filter', undefined, 'without keep and keep-for nothing is unlisted');
  }
  const request: PruneRequest = {
    retention,
    filters,
    consumers,
    allow: readAllow(reading),
    yes: reading.boolean('yes'),
    grace: readGrace(
      reading,
      given.map(({ name }) => name),
    ),
    dryRun: reading.boolean('dry-run'),
  };
  const singleWriter = reading.boolean('single-writer');
  const keys = readKeysAndReport(reading, cwd);
  if (reading.problems.length > 0 || root === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return { request, root, singleWriter, ...keys };
}
