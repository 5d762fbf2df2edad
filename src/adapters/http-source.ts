import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError, TrustError } from '../core/error.ts';
import type { ReadableRoot } from '../ports.ts';
import { BusyError, explainFetchFailure, isPassing } from './http/failure.ts';

export interface HttpSourceOptions {
  /** Of the root; http or https, without user, query and fragment. */
  readonly url: string;
  /** Milliseconds without a byte after which an answer is given up. */
  readonly patience?: number;
  /** Ends every request; its reason is thrown. */
  readonly signal: AbortSignal;
}

/** How often a document is asked for when the connection fails, or the server says that it has a bad moment. */
const tries = 3;
const pause = 500;

/**
 * A root behind a web server, read as clients read it: redirects are followed, compressed answers unpacked, and only
 * 404 and 410 say "absent".
 */
export function httpSource(options: HttpSourceOptions): ReadableRoot {
  const root = options.url.replace(/\/+$/, '');
  return {
    url: root,
    read: (path, limit) => readPatiently(`${root}/${path}`, limit, options),
  };
}

async function readPatiently(url: string, limit: number, options: HttpSourceOptions) {
  const { signal } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      const bytes = await get(url, limit, options);
      return bytes === undefined ? undefined : { bytes };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof StoreError || error instanceof TrustError) throw error;
      if (attempt === tries || !isPassing(error)) throw unreadable(url, error);
      await sleep(pause * attempt, undefined, { signal });
    }
  }
}

function unreadable(url: string, cause: unknown): StoreError {
  const why = explainFetchFailure(cause);
  return new StoreError('STORE_FAILED', `${url} cannot be read: ${why}`, { cause });
}

async function get(
  url: string,
  limit: number,
  { signal, patience = 30_000 }: HttpSourceOptions,
): Promise<Uint8Array | undefined> {
  const silence = new AbortController();
  const giveUp = () => silence.abort(new Error(`nothing came for ${patience / 1000} seconds`));
  const timer = setTimeout(giveUp, patience);
  try {
    const response = await fetch(url, {
      headers: { 'user-agent': 'simplestreams-action' },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return refused(url, response);
    }
    const chunks: Uint8Array[] = [];
    let count = 0;
    for await (const chunk of response.body ?? []) {
      timer.refresh();
      count += chunk.byteLength;
      if (count > limit) throw tooLarge(url, limit);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

/** `undefined` for what is absent. */
function refused(url: string, { status, statusText, url: final }: Response): undefined {
  if (status === 404 || status === 410) return undefined;
  const via = final === '' || final === url ? '' : ` (redirected to ${final})`;
  const answer = `${url}${via} answers ${status} ${statusText}`.trimEnd();
  if (status === 401 || status === 403) {
    throw new StoreError(
      'STORE_DENIED',
      `${answer}: it may not be read, or it is not there and the server does not say so; let everybody read it, and let what is absent be 404`,
    );
  }
  if (status === 429 || status >= 500) throw new BusyError(answer);
  throw new StoreError('STORE_FAILED', `${answer}; a root is served as plain files, with 200`);
}

function tooLarge(url: string, limit: number): TrustError {
  return new TrustError(
    'DOCUMENT_TOO_LARGE',
    `${url} has more than the ${limit} bytes that such a document may have`,
  );
}
