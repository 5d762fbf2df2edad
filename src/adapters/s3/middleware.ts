import type { Sha256 } from '../../core/digest.ts';

/** Where in the SDK's work on a request {@link signPayloadAs} belongs: everything is built, nothing is signed. */
export const beforeSigning = { step: 'build', priority: 'low', name: 'signPayloadAs' } as const;

/** Has `sha256` signed as the digest of the body; the SDK then computes none, and the store refuses any other body. */
export function signPayloadAs(sha256: Sha256) {
  return passing((headers) => Reflect.set(headers, 'x-amz-content-sha256', sha256));
}

/** Where {@link askAfterFailure} belongs: in each attempt, after it is signed. */
export const inEachAttempt = {
  step: 'finalizeRequest',
  priority: 'low',
  name: 'askAfterFailure',
} as const;

/**
 * Sends a large body without asking for leave. The SDK asks, by `Expect: 100-continue`, and gives each request that does
 * a connection of its own (smithy-typescript pull request 1754): some round trips and another slow start for each part,
 * and 6 s where something on the way swallows the leave. After a failure it asks: a server that refuses a body unread
 * cuts the connection, and why it refuses would be lost.
 */
export function askAfterFailure() {
  let attempts = 0;
  return passing((headers) => {
    attempts += 1;
    if (attempts === 1) Reflect.deleteProperty(headers, 'Expect');
  });
}

/** Middleware of a command that changes the headers of its request. */
function passing(change: (headers: object) => void) {
  return <Args extends { readonly request: unknown }, Result>(
    next: (args: Args) => Promise<Result>,
  ) =>
    (args: Args): Promise<Result> => {
      if (!hasHeaders(args.request)) throw new Error('a request of the SDK has no headers');
      change(args.request.headers);
      return next(args);
    };
}

/** Lets the answer's `Date` be read once it is there: the SDK does not hand it out. */
export function dateWatch() {
  let date: Date | undefined;
  return {
    date: () => date,
    /** For the middleware of a command, with {@link onAnswer}. */
    middleware:
      <Args, Result extends { readonly response: unknown }>(
        next: (args: Args) => Promise<Result>,
      ) =>
      async (args: Args): Promise<Result> => {
        const result = await next(args);
        if (hasHeaders(result.response)) {
          date = parseDate(Reflect.get(result.response.headers, 'date'));
        }
        return result;
      },
  };
}

/** Where in the SDK's work {@link dateWatch} belongs. */
export const onAnswer = { step: 'deserialize', priority: 'high', name: 'dateWatch' } as const;

function parseDate(text: unknown): Date | undefined {
  const date = new Date(typeof text === 'string' ? text : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function hasHeaders(value: unknown): value is { readonly headers: object } {
  if (typeof value !== 'object' || value === null || !('headers' in value)) return false;
  return typeof value.headers === 'object' && value.headers !== null;
}
