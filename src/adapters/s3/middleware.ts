import type { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import type { Sha256 } from '../../core/digest.ts';

/** Where in the SDK's work on a request {@link signPayloadAs} belongs: everything is built, nothing is signed. */
export const beforeSigning = { step: 'build', priority: 'low', name: 'signPayloadAs' } as const;

/** Has `sha256` signed as the digest of the body; the SDK then computes none, and the store refuses any other body. */
export function signPayloadAs(sha256: Sha256, request: unknown): void {
  if (!hasHeaders(request)) throw new Error('a request of the SDK has no headers');
  Reflect.set(request.headers, 'x-amz-content-sha256', sha256);
}

/** Lets the answer's `Date` be read once it is there: the SDK does not hand it out. */
export function watchDate(command: GetObjectCommand | HeadObjectCommand): () => Date | undefined {
  let date: Date | undefined;
  const stack: GetObjectCommand['middlewareStack'] = command.middlewareStack;
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      if (hasHeaders(result.response))
        date = parseDate(Reflect.get(result.response.headers, 'date'));
      return result;
    },
    { step: 'deserialize', priority: 'high', name: 'watchDate' },
  );
  return () => date;
}

function parseDate(text: unknown): Date | undefined {
  const date = new Date(typeof text === 'string' ? text : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function hasHeaders(value: unknown): value is { readonly headers: object } {
  if (typeof value !== 'object' || value === null || !('headers' in value)) return false;
  return typeof value.headers === 'object' && value.headers !== null;
}
