/** Takes bytes off the front of a stream of chunks. */
export interface ByteReader {
  /** Bytes taken and skipped so far. */
  readonly position: number;
  /** The next `count` bytes; fewer at the end. They are only good until the next call. */
  take(count: number): Promise<Uint8Array>;
  /** Passes over `count` bytes; returns how many there were. */
  skip(count: number): Promise<number>;
  /** Ends the stream, so that whatever makes it can let go of its resources. */
  close(): Promise<void>;
}

export function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array(0);
  let position = 0;

  /** Up to `count` bytes, as many as one chunk has; none at the end. */
  async function some(count: number): Promise<Uint8Array> {
    while (chunk.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return chunk;
      chunk = next.value;
    }
    const bytes = chunk.subarray(0, count);
    chunk = chunk.subarray(bytes.length);
    position += bytes.length;
    return bytes;
  }

  return {
    get position() {
      return position;
    },
    async take(count) {
      const first = await some(count);
      if (first.length === count) return first;
      const bytes = new Uint8Array(count);
      bytes.set(first);
      let filled = first.length;
      while (filled < count) {
        const more = await some(count - filled);
        if (more.length === 0) break;
        bytes.set(more, filled);
        filled += more.length;
      }
      return bytes.subarray(0, filled);
    },
    async skip(count) {
      let skipped = 0;
      while (skipped < count) {
        const bytes = await some(count - skipped);
        if (bytes.length === 0) break;
        skipped += bytes.length;
      }
      return skipped;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
