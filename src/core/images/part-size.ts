const MiB = 2 ** 20;
const usual = 16 * MiB;
const mostParts = 10_000;

/**
 * Bytes of each part but the last: 16 MiB, which measured best, or the least whole number of MiB that gives no more
 * than the 10,000 parts S3 takes (S3 user guide, "multipart upload limits").
 */
export function partSizeOf(size: number): number {
  return Math.max(usual, Math.ceil(size / mostParts / MiB) * MiB);
}
