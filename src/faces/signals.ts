import { setMaxListeners } from 'node:events';
import { SignalError } from '../core/error.ts';

const numbers = { SIGINT: 2, SIGTERM: 15 } as const;
const names = ['SIGINT', 'SIGTERM'] as const;

export interface Signals {
  readonly signal: AbortSignal;
  /** Leaves signals to the system again. */
  release(): void;
}

/** Aborts with a SignalError at the first SIGINT or SIGTERM; a second one ends the process as if nobody listened. */
export function abortOnSignals(): Signals {
  const controller = new AbortController();
  // Each request under way listens, and there may be any number; Node takes more than ten for a leak, and says so.
  setMaxListeners(0, controller.signal);
  const onSignal = (name: (typeof names)[number]) => {
    release();
    controller.abort(new SignalError(name, numbers[name]));
  };
  const release = () => {
    for (const name of names) process.off(name, onSignal);
  };
  for (const name of names) process.on(name, onSignal);
  return { signal: controller.signal, release };
}
