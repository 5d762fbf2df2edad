import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../core/error.ts';
import type { Compression } from '../../core/images/facts.ts';
import { gzipProblem, xzProblem, zstdProblem } from './decompression-problem.ts';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * What `chunks` expand to, made as it is asked for. Libraries are loaded when they are needed.
 * @throws InputError IMAGE_INVALID when they are truncated, damaged, or use what the library does not know; whatever
 * `chunks` throws
 */
export async function* decompress(compression: Compression, chunks: Chunks): Chunks {
  if (compression === 'none') {
    yield* chunks;
    return;
  }
  let failure: { readonly error: unknown } | undefined;
  async function* watched(): Chunks {
    try {
      yield* chunks;
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  const { expand, problem } = formats[compression];
  try {
    yield* expand(watched());
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    throw new InputError('IMAGE_INVALID', problem(error), { cause: error });
  }
}

interface Format {
  readonly expand: (chunks: Chunks) => Chunks;
  readonly problem: (error: unknown) => string;
}

const formats: Readonly<Record<Exclude<Compression, 'none'>, Format>> = {
  gzip: { expand: gunzip, problem: gzipProblem },
  xz: { expand: expandXz, problem: xzProblem },
  zstd: { expand: expandZstd, problem: zstdProblem },
};

async function* gunzip(chunks: Chunks): Chunks {
  const gunzip = createGunzip();
  // Errors come out of the loop; the callback is there because pipeline wants one.
  pipeline(chunks, gunzip, () => undefined);
  yield* gunzip;
}

async function* expandXz(chunks: Chunks): Chunks {
  const { default: xz } = await import('xz-decompress');
  const expanded = new xz.XzReadableStream(ReadableStream.from(chunks));
  // Leaving the loop cancels the stream: the library allows only one at a time and makes others wait.
  yield* expanded;
}

/**
 * The library expands all it is given at once, a four-byte block to as much as 2 MiB: so it gets little.
 */
const zstdBite = 128;

async function* expandZstd(chunks: Chunks): Chunks {
  const { Decompress } = await import('fzstd');
  let expanded: Uint8Array[] = [];
  const decompressor = new Decompress((bytes) => void expanded.push(bytes));
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += zstdBite) {
      decompressor.push(chunk.subarray(at, at + zstdBite));
      yield* expanded;
      expanded = [];
    }
  }
  decompressor.push(new Uint8Array(0), true);
  yield* expanded;
}
