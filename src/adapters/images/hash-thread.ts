import type { Hash } from 'node:crypto';
import type { Algorithm } from './hashing.ts';

/** What a thread is asked; it answers with an {@link Answer} of the same `id`. */
export interface Request {
  readonly id: number;
  readonly chain: number;
  readonly algorithm: Algorithm;
  /** More bytes of the chain, in shared memory; absent: its digest is wanted. */
  readonly bytes: Uint8Array | undefined;
}

export interface Answer {
  readonly id: number;
  readonly digest: string | undefined;
}

/**
 * The program of a thread that hashes. It is handed over as text, so that the bundle needs no second file: nothing from
 * outside the function may be used in it.
 */
export function hashThread(): void {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const chains = new Map<number, Hash>();
  parentPort?.on('message', ({ id, chain, algorithm, bytes }: Request) => {
    const hash = chains.get(chain) ?? createHash(algorithm);
    let digest: string | undefined;
    if (bytes === undefined) {
      digest = hash.digest('hex');
      chains.delete(chain);
    } else {
      chains.set(chain, hash.update(bytes));
    }
    parentPort?.postMessage({ id, digest } satisfies Answer);
  });
}
