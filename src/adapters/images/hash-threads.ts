import { type Answer, hashThread, type Request } from './hash-thread.ts';
import type { Algorithm, Chain, Hashing } from './hashing.ts';

/** Digests by `count` threads. A chain stays with one of them: the one that has least to do when it begins. */
export function hashThreads(count: number): Hashing {
  const threads = Array.from({ length: count }, startThread);
  let chains = 0;

  function chain(algorithm: Algorithm): Chain {
    const thread = threads.reduce((idlest, other) => (load(other) < load(idlest) ? other : idlest));
    const request = { chain: chains++, algorithm };
    thread.chains += 1;
    return {
      update: async (bytes) => void (await thread.ask({ ...request, bytes })),
      async digest() {
        const { digest } = await thread.ask({ ...request, bytes: undefined });
        thread.chains -= 1;
        if (digest === undefined) throw new Error('a thread that hashes gave no digest');
        return digest;
      },
    };
  }

  return {
    chain,
    buffer: (size) => new Uint8Array(new SharedArrayBuffer(size)),
    close: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

/** Bytes to be hashed, first; between idle threads the chains that will bring more decide. */
function load({ busyBytes, chains }: ReturnType<typeof startThread>): number {
  return busyBytes() + Math.min(chains, 1000) / 1000;
}

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly size: number;
}

function startThread() {
  // Flags and variables of this process, such as a preload of NODE_OPTIONS, are not for a thread of ours.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(`(${hashThread})()`, { eval: true, env: {}, execArgv: [] });
  const asked = new Map<number, Asked>();
  let [ids, busy] = [0, 0];
  let failure: unknown;

  worker.on('message', (answer: Answer) => {
    const question = asked.get(answer.id);
    asked.delete(answer.id);
    busy -= question?.size ?? 0;
    question?.resolve(answer);
  });
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  });

  return {
    /** Chains that have not ended. */
    chains: 0,
    /** Of what was handed over and is not hashed yet. */
    busyBytes: () => busy,
    ask: (request: Omit<Request, 'id'>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        const id = ids++;
        const size = request.bytes?.length ?? 0;
        asked.set(id, { resolve, reject, size });
        busy += size;
        worker.postMessage({ ...request, id } satisfies Request);
      }),
    end: () => worker.terminate(),
  };
}
