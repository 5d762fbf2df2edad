import { availableParallelism } from 'node:os';
import type { DraftOf, OpenImage, WantedDigests } from '../../ports.ts';
import { type DigestOptions, digestFile, type FileDigests } from './file-digests.ts';
import { hashThreads } from './hash-threads.ts';
import { type Hashing, hashingHere } from './hashing.ts';
import { naming } from './naming.ts';
import type { OpenFile } from './open-file.ts';

export interface HashOptions extends Pick<DigestOptions, 'inParts' | 'onBytes' | 'signal'> {
  readonly fileOf: (image: OpenImage) => OpenFile;
  readonly draftOf: DraftOf | undefined;
}

/** From this many bytes on threads are worth starting: they take 30 ms. */
const worthThreads = 48 * 2 ** 20;
/** A file from this many bytes on is worth a draft; of a smaller one, to copy it later costs little. */
const worthDraft = 48 * 2 ** 20;
const mostThreads = 4;
/** Read ahead, of 4 MiB each: as much as two parts, so that no thread waits for the one that has the part in hand. */
const buffers = 8;

/** The digests of every file, in one pass over each; large ones by threads, on as many processors as there are. */
export async function hashFiles(
  images: readonly OpenImage[],
  wanted: WantedDigests,
  options: HashOptions,
): Promise<ReadonlyMap<OpenImage, FileDigests>> {
  const total = images.reduce((sum, { size }) => sum + size, 0);
  const threads = Math.min(availableParallelism(), mostThreads);
  const hashing = threads > 1 && total >= worthThreads ? hashThreads(threads) : hashingHere;
  try {
    return await hashAll(hashing, images, wanted, options);
  } finally {
    await hashing.close();
  }
}

async function hashAll(
  hashing: Hashing,
  images: readonly OpenImage[],
  { metadata, md5 }: WantedDigests,
  { fileOf, draftOf, ...options }: HashOptions,
): Promise<ReadonlyMap<OpenImage, FileDigests>> {
  const digests = new Map<OpenImage, FileDigests>();
  const others = images.filter((image) => image !== metadata);
  const combined = new Map(
    metadata && others.map((image) => [image, hashing.chain('sha256')] as const),
  );
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  const usual = { ...options, signal, hashing, md5, buffers, combined: undefined, prefixes: [] };
  const digest = async (image: OpenImage, changes: Partial<DigestOptions>) => {
    const file = fileOf(image);
    const isWorth = images.includes(image) && image.size >= worthDraft;
    const draft = isWorth ? await draftOf?.(image) : undefined;
    const all = { ...usual, draft, ...changes };
    digests.set(image, await naming(image.path, () => digestFile(file, all)));
  };

  if (metadata !== undefined) {
    const onBytes = images.includes(metadata) ? options.onBytes : undefined;
    await digest(metadata, { prefixes: [...combined.values()], onBytes });
  }
  const queue = others.values();
  const lanes = hashing === hashingHere ? 1 : 2;
  const share = Math.floor(buffers / Math.min(lanes, Math.max(1, others.length)));
  const lane = async () => {
    for (const image of queue) {
      await digest(image, { combined: combined.get(image), buffers: share });
    }
  };
  // The first failure ends the other lane, and none is at work any more when it is thrown.
  await Promise.all(
    Array.from({ length: lanes }, () => lane().catch((error) => stop.abort(error))),
  );
  stop.signal.throwIfAborted();
  return digests;
}
