import { createHash } from 'node:crypto';

export type Algorithm = 'sha256' | 'md5';

/** A digest in the making. */
export interface Chain {
  /** Takes bytes, in the order of the calls. They may be written over when the promise resolves. */
  update(bytes: Uint8Array): Promise<void>;
  /** In lower-case hexadecimal, of all bytes taken; ends the chain. */
  digest(): Promise<string>;
}

/** What makes digests, several at once. */
export interface Hashing {
  chain(algorithm: Algorithm): Chain;
  /** Memory that {@link Chain.update} can take. */
  buffer(size: number): Uint8Array;
  close(): Promise<void>;
}

/** One digest after the other in this thread: for little, for which a thread costs more than it saves. */
export const hashingHere: Hashing = {
  chain(algorithm) {
    const hash = createHash(algorithm);
    return {
      update: async (bytes) => void hash.update(bytes),
      digest: async () => hash.digest('hex'),
    };
  },
  buffer: (size) => new Uint8Array(size),
  close: async () => undefined,
};
