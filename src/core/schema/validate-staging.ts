import type { StagingRecord } from '../staging-record.ts';
import { isStaging } from './generated/is-staging.js';
import { validated } from './validated.ts';

/**
 * `value` as the record of a stage, by `staging.schema.json`.
 * @param place the record's path, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateStaging(value: unknown, place: string): StagingRecord {
  return validated(value, isStaging, 'a staging:1.0', place);
}
