import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The machine's clock. A sleep ends with the reason of `signal` when that is aborted. */
export function systemClock({ signal }: { readonly signal: AbortSignal }): Clock {
  return {
    now: () => new Date(),
    sleep: async (milliseconds) => {
      try {
        await setTimeout(milliseconds, undefined, { signal });
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      }
    },
  };
}
