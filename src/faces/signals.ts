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
