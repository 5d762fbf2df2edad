/** The beginning of a stream, looked at before all of it is gone through. */
export interface Peeked {
  readonly head: Uint8Array;
  /** Everything from the beginning, once. */
  readonly all: AsyncIterable<Uint8Array>;
  /** Ends a stream whose rest nobody wants. */
  close(): Promise<void>;
}

/** The first `size` bytes of `chunks`, or all there are. */
export async function peek(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let count = 0; count < size; ) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    seen.push(Uint8Array.from(value));
    count += value.length;
  }
  const close = async () => void (await iterator.return?.());
  async function* all(): AsyncIterable<Uint8Array> {
    try {
      yield* seen;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await close();
    }
  }
  return { head: Buffer.concat(seen).subarray(0, size), all: all(), close };
}
