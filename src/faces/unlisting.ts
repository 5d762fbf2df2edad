import { type UnlistReport, unlist } from '../app/unlist.ts';
import type { UnlistRequest } from '../app/unlist-edit.ts';
import { InputError } from '../core/error.ts';
import { parseProductName } from '../core/name.ts';
import { readAllow } from './allow.ts';
import type { CommandRun } from './command-run.ts';
import { readConsumers } from './consumers.ts';
import { readFilters } from './filters.ts';
import { orWrong, type Reading } from './reading.ts';
import { readKeysAndReport } from './request.ts';
import { readRoot } from './root.ts';
import { parseLine } from './tags.ts';
import { wire } from './wire.ts';

/** Everything of `unlist` but how it is told. */
export async function runUnlisting(unlisting: CommandRun): Promise<UnlistReport> {
  const { reading, cwd, known } = unlisting;
  const root = readRoot(reading, cwd);
  const request = readUnlist(reading);
  const singleWriter = reading.boolean('single-writer');
  const keys = readKeysAndReport(reading, cwd);
  if (reading.problems.length > 0 || root === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  const ports = await wire({ root, singleWriter, ...keys }, unlisting);
  known.set('root', ports.store.url).set('dryRun', request.dryRun);
  return unlist(request, ports);
}

/** What to take back; what is wrong is among the problems of `reading`. */
function readUnlist(reading: Reading): UnlistRequest {
  const consumers = readConsumers(reading);
  const isSelective = (['product', 'serial', 'filter'] as const).some((name) =>
    reading.given.has(name),
  );
  if (!isSelective) {
    reading.wrong(
      'product',
      undefined,
      'say what is to be taken back: a product and a serial, or a product with all its versions, or a filter',
    );
  }
  return {
    consumers: consumers.length === 0 ? undefined : consumers,
    allow: readAllow(reading),
    product: reading.text('product', orWrong(parseProductName)),
    serial: reading.text('serial', orWrong(parseListedSerial)),
    filters: readFilters(reading),
    reason: reading.text('reason', parseLine),
    yes: reading.boolean('yes'),
    acceptRollback: reading.boolean('accept-rollback'),
    dryRun: reading.boolean('dry-run'),
  };
}

/** Other tools list versions of any name. */
function parseListedSerial(text: string): string | undefined {
  return /^[!-~]{1,256}$/.test(text) ? text : undefined;
}
