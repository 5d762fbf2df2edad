const MiB = 2 ** 20;

/** What `zstd -d` and `tar --zstd` take without being told otherwise (zstd man page, `--long`). */
const greatestWindow = 128 * MiB;

/**
 * Why clients could not expand the zstd frame that begins with `head`; `undefined` when its window is one they take.
 * Frame header: RFC 8878 section 3.1.1.1.
 */
export function zstdWindowProblem(head: Uint8Array): string | undefined {
  if (zstdWindow(head) <= greatestWindow) return undefined;
  return 'is zstd-compressed with a window over 128 MiB, which clients refuse; recompress it without --long or with --long=27';
}

function zstdWindow(head: Uint8Array): number {
  const descriptor = head[4] ?? 0;
  const singleSegment = (descriptor & 0x20) !== 0;
  if (!singleSegment) {
    const window = head[5] ?? 0;
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6] ?? 0;
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const digits = [...head.subarray(at, at + sizeBytes)];
  return digits.reduceRight((size, digit) => size * 256 + digit, 0);
}
