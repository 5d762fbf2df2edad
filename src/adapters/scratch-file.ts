import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSha256, type Sha256 } from '../core/digest.ts';
import { isSimplestreamsError, StoreError, TrustError } from '../core/error.ts';
import { partSizeOf } from '../core/images/part-size.ts';
import type { Content, Part } from '../ports/store.ts';
import type { Scratch } from '../ports.ts';
import { fileSource } from './directory/file-source.ts';
import { writeAll } from './write-all.ts';

export interface ScratchFileOptions {
  /** For temporary files, with room for the largest file. */
  readonly folder: string;
  /** Whether the store takes large files in parts, each of which then needs a digest of its own. */
  readonly inParts: boolean;
  /** Looked at between reads; what is under way then throws its reason. */
  readonly signal: AbortSignal;
}

/** Room in a file that has no name: the system frees it with the last descriptor, whatever ends the process. */
export function scratchFile({ folder, inParts, signal }: ScratchFileOptions): Scratch {
  let held: FileHandle | undefined;

  async function clear(): Promise<void> {
    const file = held;
    held = undefined;
    await file?.close();
  }

  return {
    async hold(content, bytes, place) {
      await clear();
      signal.throwIfAborted();
      const file = await asStoreError(folder, content, () => openNameless(folder));
      held = file;
      const digests = digesting(inParts ? partSizeOf(content.size) : content.size, content.size);
      for await (const chunk of bytes) {
        signal.throwIfAborted();
        const at = digests.size();
        if (at + chunk.length > content.size) throw mismatch(place, content, 'more bytes');
        digests.take(chunk);
        await asStoreError(folder, content, () => writeAll(file, chunk));
      }
      const { size, sha256, parts } = digests.end();
      if (size !== content.size) throw mismatch(place, content, `${size} bytes`);
      if (sha256 !== content.sha256) throw mismatch(place, content, `sha256 ${sha256}`);
      return { ...fileSource(file, content), parts };
    },
    clear,
  };
}

async function openNameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `simplestreams-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await rm(path, { force: true });
  return file;
}

interface Digesting {
  take(chunk: Uint8Array): void;
  size(): number;
  end(): Content & { readonly parts: readonly Part[] };
}

/** The digests of bytes that pass once: of all of them, and of each part where there are several. */
function digesting(partSize: number, expected: number): Digesting {
  const whole = createHash('sha256');
  const parts: Part[] = [];
  let part = expected > partSize ? createHash('sha256') : undefined;
  let begun = 0;
  let count = 0;

  function endPart(): void {
    if (part === undefined) return;
    parts.push({ offset: begun, size: count - begun, sha256: parsed(part.digest('hex')) });
    part = createHash('sha256');
    begun = count;
  }

  return {
    take(chunk) {
      whole.update(chunk);
      for (let at = 0; at < chunk.length; ) {
        const piece = chunk.subarray(at, at + begun + partSize - count);
        part?.update(piece);
        at += piece.length;
        count += piece.length;
        if (count - begun === partSize) endPart();
      }
    },
    size: () => count,
    end() {
      if (count > begun) endPart();
      const sha256 = parsed(whole.digest('hex'));
      const single = { offset: 0, size: count, sha256 };
      return { size: count, sha256, parts: parts.length === 0 ? [single] : parts };
    },
  };
}

function parsed(digits: string): Sha256 {
  const digest = parseSha256(digits);
  if (digest === undefined) throw new Error(`not a SHA-256: ${digits}`);
  return digest;
}

function mismatch(place: string, { size, sha256 }: Content, found: string): TrustError {
  return new TrustError(
    'DIGEST_MISMATCH',
    `${place} is not what is listed: ${found} instead of ${size} bytes with sha256 ${sha256}; somebody changed it. Restore it and run again; nothing of it is published`,
  );
}

async function asStoreError<T>(
  folder: string,
  { size }: Content,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (isSimplestreamsError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      'STORE_FAILED',
      `a file of ${size} bytes cannot be held in ${folder} on its way: ${reason}; say in TMPDIR where there is room`,
      { cause: error },
    );
  }
}
