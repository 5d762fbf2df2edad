import { expect } from 'vitest';
import { FindingError } from '../../../src/core/error.ts';

/** The lines of the error that `validate` throws, without the first one, which names the document. */
export function problemsOf(validate: () => unknown): readonly string[] {
  const error = failureOf(validate);
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

export function failureOf(validate: () => unknown): FindingError {
  try {
    validate();
  } catch (error) {
    if (!(error instanceof FindingError)) throw error;
    expect(error.code).toBe('SCHEMA_BROKEN');
    return error;
  }
  throw new Error('nothing was thrown');
}
