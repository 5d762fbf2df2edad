import { isSimplestreamsError } from '../core/error.ts';

/** Why a run failed: the key `error` of the JSON of `--json` and of the input `report`. */
export interface Failure {
  /** Of the error tree, or `BUG`. */
  readonly code: string;
  readonly exitCode: number;
  /** One line a problem. */
  readonly message: string;
}

/** What an error is to the user; everything that is not of the error tree is a bug of ours. */
export function failureOf(error: unknown): Failure {
  if (isSimplestreamsError(error)) {
    return { code: error.code, exitCode: error.exitCode, message: error.message };
  }
  return {
    code: 'BUG',
    exitCode: 1,
    message: error instanceof Error ? error.message : String(error),
  };
}

/** Where a bug happened, with the errors that led to it. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\ncaused by ${traceOf(error.cause)}`;
}

/**
 * Takes secrets out of a text that others wrote, line by line: libraries may put what they were given into the
 * message of an error we did not foresee.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).filter((line) => line !== '');
  const longestFirst = lines.sort((a, b) => b.length - a.length);
  return longestFirst.reduce((safe, line) => safe.replaceAll(line, '***'), text);
}
