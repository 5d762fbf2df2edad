/** The code of a failure whose answer began well: what is missing, its message tells in words of ours. */
export const brokenBody = 'BrokenBody';

/**
 * A request that failed: with an answer, or without one.
 *
 * It keeps nothing of the SDK's error but this: some answers quote the request that was signed, session token and all,
 * and a cause may be printed whole.
 */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** Of the answer; `undefined` when there was none. */
  readonly status: number | undefined;
  /** S3's error code (`NoSuchKey`), the system's (`ECONNREFUSED`), or the error's name. Answers to HEAD have none. */
  readonly code: string;
  /** The region that the bucket is in, where the answer names it. */
  readonly region: string | undefined;
  readonly requestId: string | undefined;

  constructor(error: unknown) {
    const status = Number(
      at(error, '$metadata', 'httpStatusCode') ?? at(error, '$response', 'statusCode'),
    );
    const answered = Number.isInteger(status);
    const code = textOf(at(error, 'Code'), at(error, 'code'), at(error, 'name')) ?? 'Unknown';
    const said = textOf(at(error, 'message')) ?? 'no message';
    super(`${answered ? `${status} ` : ''}${code}: ${said}`, answered ? {} : { cause: error });
    this.status = answered ? status : undefined;
    this.code = code;
    this.region = textOf(
      at(error, 'Region'),
      at(error, '$response', 'headers', 'x-amz-bucket-region'),
    );
    this.requestId = textOf(at(error, '$metadata', 'requestId'));
  }

  /** The request was not even made. */
  get unsent(): boolean {
    return this.status === undefined && this.code.endsWith('ProviderError');
  }

  /** The condition itself was refused, so the request had no effect: 501, or 400 with a code that says as much. */
  get refusesConditions(): boolean {
    const codes = ['NotImplemented', 'InvalidArgument', 'InvalidRequest'];
    return this.status === 501 || (this.status === 400 && codes.includes(this.code));
  }
}

function textOf(...candidates: readonly unknown[]): string | undefined {
  return candidates.find((value): value is string => typeof value === 'string' && value !== '');
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}
