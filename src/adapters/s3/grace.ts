/** How long after the end of a run something may still go on, in milliseconds; two of these fit into the 5 s. */
export const grace = 2_000;

/**
 * Runs `action` with a signal that aborts a while after `signal` does: for a small request whose answer is worth more
 * than those seconds, because it tells what the request has done.
 */
export async function withGrace<T>(
  signal: AbortSignal,
  action: (late: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    timer = setTimeout(() => late.abort(signal.reason), grace);
  };
  signal.addEventListener('abort', start, { once: true });
  try {
    return await action(late.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', start);
  }
}
