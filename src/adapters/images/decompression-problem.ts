const again = 'make or fetch it again';

/** What an error of node:zlib says of a gzip file. */
export function gzipProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return `is truncated: its gzip data breaks off; ${again}`;
  return `is damaged: its gzip data is broken (${messageOf(error)}); ${again}`;
}

// xz_ret of xz-embedded (linux/include/linux/xz.h), which xz-decompress reports by number.
const xzProblems: Readonly<Record<string, string>> = {
  3: 'needs more memory to be expanded than there is; recompress it with `xz -6`',
  4: 'is xz-compressed with a dictionary over 64 MiB; recompress it with `xz -9` or less',
  5: `is xz-compressed, and other data follows it; ${again}`,
  6: 'is xz-compressed with --check=sha256 or a filter such as --x86, which this program cannot read; recompress it with plain `xz`',
  7: `is damaged: its xz data is broken; ${again}`,
  8: `is truncated: its xz data breaks off, or other data follows it; ${again}`,
};

/** What an error of xz-decompress says of an xz file. */
export function xzProblem(error: unknown): string {
  const code = /error code (\d+)/.exec(messageOf(error))?.[1] ?? '';
  return xzProblems[code] ?? `is damaged: its xz data is broken (${messageOf(error)}); ${again}`;
}

/** `ZstdErrorCode.UnexpectedEOF` of fzstd, spelled out so that the library need not be loaded for it. */
const zstdUnexpectedEnd = 5;

/** What an error of fzstd says of a zstd file. */
export function zstdProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === zstdUnexpectedEnd) return `is truncated: its zstd data breaks off; ${again}`;
  return `is damaged: its zstd data is broken (${messageOf(error)}); ${again}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
