import { sha256 } from '../../src/adapters/sha256.ts';
import type { Part, Source } from '../../src/ports/store.ts';

const mebibyte = 1024 * 1024;

/** `size` bytes that differ from one `seed` to the next, and from one part of a source to the next. */
export function pattern(size: number, seed = 0): Uint8Array {
  const bytes = Buffer.alloc(size, `${seed},`);
  for (let offset = 0; offset + 8 < size; offset += 64 * 1024) bytes.writeUInt32BE(offset, offset);
  return bytes;
}

/** A source over `bytes` in parts of `partSize`, as large images have them: 5 MiB is the least S3 takes. */
export function sourceInParts(bytes: Uint8Array, partSize = 5 * mebibyte): Source {
  const parts: Part[] = [];
  for (let offset = 0; offset < bytes.length; offset += partSize) {
    const part = bytes.subarray(offset, offset + partSize);
    parts.push({ offset, size: part.length, sha256: sha256(part) });
  }
  return {
    size: bytes.length,
    sha256: sha256(bytes),
    parts,
    async read(offset, target) {
      target.set(bytes.subarray(offset, offset + target.length));
    },
  };
}

/** A source that was hashed as `source`, and of which the byte at `position` was changed since. */
export function changedAt(source: Source, position: number): Source {
  return {
    ...source,
    async read(offset, target) {
      await source.read(offset, target);
      const byte = target[position - offset];
      if (byte !== undefined) target[position - offset] = byte ^ 0xff;
    },
  };
}
