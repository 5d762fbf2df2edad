import { setImmediate as turn } from 'node:timers/promises';
import type { Gate, StoreCall } from './gated-store.ts';

/** A call that waits for its turn. */
export interface Waiting {
  readonly actor: number;
  readonly call: StoreCall;
  readonly take: () => Promise<void>;
}

export type Choose = (waiting: readonly Waiting[], previous: number | undefined) => Waiting;

/** What one of several does; every call of it goes through its gate. */
export type Actor = (gate: Gate, later: Later) => Promise<unknown>;

/** Lets `effect` happen at any later turn, although whoever asked for it has given up on it. */
export type Later = (call: StoreCall, effect: () => Promise<unknown>) => void;

/**
 * Lets several act, one call at a time: a call happens when everybody waits, and is over before the next is chosen.
 * Between its calls an actor must wait for nothing but microtasks.
 * @param onTurn after every call
 */
export async function takeTurns(
  actors: readonly Actor[],
  choose: Choose,
  onTurn: (taken: Waiting) => Promise<void>,
): Promise<void> {
  const waiting: Waiting[] = [];
  let acting = actors.length;
  const running = actors.map(async (act, actor) => {
    const gate: Gate = (call, effect) =>
      new Promise((resolve, reject) => {
        waiting.push({ actor, call, take: () => effect().then(resolve, reject) });
      });
    // What is late is nobody's: it has a number of its own.
    const later: Later = (call, effect) => {
      const take = () => effect().then(() => undefined);
      waiting.push({ actor: actors.length + actor, call, take });
    };
    await act(gate, later).finally(() => {
      acting -= 1;
    });
  });
  const ended = Promise.all(running);
  ended.catch(() => undefined);
  for (let previous: number | undefined; ; ) {
    await turn();
    if (waiting.length === 0) {
      if (acting === 0) break;
      throw new Error('somebody waits for something else than a turn');
    }
    const taken = choose(waiting, previous);
    waiting.splice(waiting.indexOf(taken), 1);
    previous = taken.actor;
    await taken.take();
    await onTurn(taken);
  }
  await ended;
}
