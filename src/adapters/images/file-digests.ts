import { parseSha256, type Sha256 } from '../../core/digest.ts';
import { partSizeOf } from '../../core/images/part-size.ts';
import type { Draft, Part } from '../../ports/store.ts';
import { assertUnchanged, readBytes } from './file-bytes.ts';
import type { Chain, Hashing } from './hashing.ts';
import type { OpenFile } from './open-file.ts';

export interface FileDigests {
  readonly sha256: Sha256;
  readonly parts: readonly Part[];
  readonly combined: Sha256 | undefined;
  readonly md5: string | undefined;
  /** Has taken all bytes that were hashed. */
  readonly draft: Draft | undefined;
}

export interface DigestOptions {
  readonly hashing: Hashing;
  /** How many pieces may be read ahead of those that are being hashed. */
  readonly buffers: number;
  /** Whether each part gets a digest of its own; else the whole file is the only part. */
  readonly inParts: boolean;
  /** What has taken the metadata tarball, and takes this file too. */
  readonly combined: Chain | undefined;
  /** The beginnings of other files' combined digests. */
  readonly prefixes: readonly Chain[];
  readonly md5: boolean;
  /** Takes the bytes beside. */
  readonly draft: Draft | undefined;
  readonly onBytes: ((count: number) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

const bufferSize = 4 * 2 ** 20;

/** All digests of a file in one pass. @throws InputError FILE_CHANGED when it is not as it was when it was opened */
export async function digestFile(file: OpenFile, options: DigestOptions): Promise<FileDigests> {
  const { hashing, combined, draft } = options;
  const partSize = options.inParts ? partSizeOf(file.size) : file.size;
  const own = hashing.chain('sha256');
  const md5 = options.md5 ? hashing.chain('md5') : undefined;
  const parts: Promise<Part>[] = [];
  let part: Chain | undefined;
  const whole = [own, combined, md5, ...options.prefixes].filter((chain) => chain !== undefined);

  await readThrough(file, partSize, options, async (bytes, offset) => {
    const updates = whole.map((chain) => chain.update(bytes));
    if (draft !== undefined) updates.push(draft.write(bytes));
    // The only part of a small file has the file's own digest.
    if (file.size > partSize) {
      part ??= hashing.chain('sha256');
      updates.push(part.update(bytes));
      const end = offset + bytes.length;
      if (end % partSize === 0 || end === file.size) {
        const start = parts.length * partSize;
        parts.push(partOf(part, start, end - start));
        part = undefined;
      }
    }
    await Promise.all(updates);
  });
  await assertUnchanged(file);
  const sha256 = await sha256Of(own);
  const single: Part = { offset: 0, size: file.size, sha256 };
  return {
    sha256,
    parts: parts.length === 0 ? [single] : await Promise.all(parts),
    combined: combined && (await sha256Of(combined)),
    md5: await md5?.digest(),
    draft,
  };
}

async function partOf(chain: Chain, offset: number, size: number): Promise<Part> {
  return { offset, size, sha256: await sha256Of(chain) };
}

async function sha256Of(chain: Chain): Promise<Sha256> {
  const digits = await chain.digest();
  const digest = parseSha256(digits);
  if (digest === undefined) throw new Error(`not a SHA-256: ${digits}`);
  return digest;
}

/**
 * Hands `take` the file's bytes in order; no piece crosses a part's border, and its bytes are written over once `take`
 * is done with them. The next piece is read meanwhile: measured 30 to 70 % faster than streams.
 */
async function readThrough(
  file: OpenFile,
  partSize: number,
  { hashing, buffers, onBytes, signal }: DigestOptions,
  take: (bytes: Uint8Array, offset: number) => Promise<void>,
): Promise<void> {
  const count = Math.min(buffers, Math.ceil(file.size / bufferSize));
  const memory = hashing.buffer(Math.min(count * bufferSize, file.size));
  const ring = Array.from({ length: count }, (_, n) => ({
    memory: memory.subarray(n * bufferSize, (n + 1) * bufferSize),
    taken: Promise.resolve(),
  }));
  const slots = turns(ring);
  const read = async (offset: number) => {
    const slot = slots.next().value;
    await slot.taken;
    const partEnd = (Math.floor(offset / partSize) + 1) * partSize;
    const size = Math.min(bufferSize, partEnd - offset, file.size - offset);
    const bytes = slot.memory.subarray(0, size);
    await readBytes(file, offset, bytes, signal);
    return { bytes, slot };
  };
  let next: ReturnType<typeof read> | undefined = read(0);
  try {
    for (let offset = 0; next !== undefined; ) {
      const { bytes, slot } = await next;
      const start = offset;
      offset += bytes.length;
      next = offset < file.size ? read(offset) : undefined;
      slot.taken = take(bytes, start).then(() => onBytes?.(bytes.length));
      // Whoever awaits it hears of a failure; until then it is nobody's.
      slot.taken.catch(() => undefined);
    }
    await Promise.all(ring.map(({ taken }) => taken));
  } finally {
    // Left early, a read may be under way: nobody may be surprised by its failure, or by bytes after the end.
    await next?.catch(() => undefined);
  }
}

function* turns<T>(ring: readonly T[]): Generator<T, never> {
  for (;;) yield* ring;
}
