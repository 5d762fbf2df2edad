import type { Finding } from './finding.ts';

/**
 * The error tree. Who must act decides the class, and the class decides the exit code, which users' scripts rely on.
 * A message says what happened, to which path or product, and what to do; it never holds a secret.
 */
abstract class Failure<Code extends string> extends Error {
  abstract readonly exitCode: number;
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

/** The user must change an input or an image. Holds every problem found, not only the first. */
export class InputError extends Failure<
  | 'INPUT_INVALID'
  | 'IMAGE_INVALID'
  | 'FILE_CHANGED'
  | 'KEY_INVALID'
  | 'PLAN_INVALID'
  | 'SERIAL_NOT_NEWEST'
  | 'NOT_LISTED'
  | 'YES_REQUIRED'
> {
  readonly exitCode = 2;
  readonly problems: readonly string[];

  constructor(
    code: InputError['code'],
    problems: string | readonly string[],
    options?: ErrorOptions,
  ) {
    const list = typeof problems === 'string' ? [problems] : problems;
    super(code, list.join('\n'), options);
    this.problems = list;
  }
}

/** Somebody else published something that this run may not replace, kept publishing past the time bound, or may be at it still. */
export class ConflictError extends Failure<
  'VERSION_EXISTS' | 'CONTENDED' | 'PLAN_OUTDATED' | 'KEY_IN_USE'
> {
  readonly exitCode = 3;
}

/** What was read cannot be trusted, or would have to be trusted without proof. Nothing was written. */
export class TrustError extends Failure<
  | 'SIGNATURE_INVALID'
  | 'DIGEST_MISMATCH'
  | 'DOCUMENT_TOO_LARGE'
  | 'DOCUMENT_MISSING'
  | 'HEAD_VANISHED'
  | 'KEY_NOT_IN_RING'
  | 'NOT_ADOPTED'
  | 'ROLLED_BACK'
  | 'SECOND_HEAD'
  | 'SIGNING_KEY_REQUIRED'
  | 'SOURCE_UNSIGNED'
> {
  readonly exitCode = 4;
}

/** The store refused, failed, or gave an answer from which the outcome cannot be known. */
export class StoreError extends Failure<
  | 'STORE_DENIED'
  | 'STORE_FAILED'
  | 'STORE_NO_COMPARE_AND_SWAP'
  | 'OUTCOME_UNKNOWN'
  | 'COMMIT_VANISHED'
> {
  readonly exitCode = 5;
}

/** The commit is done and readers see it; objects derived from the head could not be brought up. */
export class FollowersError extends Failure<'FOLLOWERS_BEHIND'> {
  readonly exitCode = 6;
}

/** A consumer would ignore or refuse the result, or a document in the root breaks the schema. */
export class FindingError extends Failure<'FINDINGS' | 'SCHEMA_BROKEN'> {
  readonly exitCode = 7;
  /** What was found by rules that have a code; none where a document breaks the schema, or cannot be signed. */
  readonly findings: readonly Finding[];

  constructor(
    code: FindingError['code'],
    message: string,
    { findings = [], ...options }: ErrorOptions & { readonly findings?: readonly Finding[] } = {},
  ) {
    super(code, message, options);
    this.findings = findings;
  }
}

/** The run was ended by a signal; exit code 128 + its number. */
export class SignalError extends Failure<'SIGNAL'> {
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM', number: number) {
    super('SIGNAL', `ended by ${signal}`);
    this.exitCode = 128 + number;
  }
}

export type SimplestreamsError =
  | InputError
  | ConflictError
  | TrustError
  | StoreError
  | FollowersError
  | FindingError
  | SignalError;

/** True for every error of the tree above; anything else is a bug of ours. */
export function isSimplestreamsError(error: unknown): error is SimplestreamsError {
  return error instanceof Failure;
}
