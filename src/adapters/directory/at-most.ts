/** Runs an action now, or when one of those that came before is over. */
export type Turnstile = <T>(action: () => Promise<T>) => Promise<T>;

/** Lets so many actions run at a time. One that waits for another that has to wait may wait for ever. */
export function atMost(most: number): Turnstile {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (action) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await action();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
