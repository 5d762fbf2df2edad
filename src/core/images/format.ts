import type { Compression } from './facts.ts';

/** What the first bytes of a file say it is; `other` is nothing a client can use. */
export type Format =
  | { readonly kind: 'squashfs' | 'qcow2' | 'kernel' | 'initrd' | 'disk' | 'text' }
  | { readonly kind: 'tarball'; readonly compression: Compression }
  | { readonly kind: 'other'; readonly found: string; readonly advice: string | undefined };

/** How many first bytes {@link recogniseFormat} looks at: an ISO 9660 mark ends the farthest out. */
export const formatHeadSize = 0x8006;

/** How many bytes {@link bootKind} looks at. */
export const bootHeadSize = 1024;

/** Where and how a tar header says `ustar`; LXD and Incus go by it too (LXD shared/archive.go). */
const ustarOffset = 257;

const recompress = 'recompress it with xz, gzip or zstd';
const convert = 'convert it with `qemu-img convert -O qcow2`';

interface Mark {
  readonly at: number;
  readonly bytes: string;
}

interface Foreign extends Mark {
  readonly found: string;
  readonly advice?: string;
}

// Bytes as Latin-1. An ISO image carries the mark of a boot sector too, and so does a kernel: disks come last.
const foreign: readonly Foreign[] = [
  { at: 0, bytes: 'BZh', found: 'bzip2-compressed', advice: recompress },
  { at: 0, bytes: ']\0\0', found: 'lzma-compressed', advice: recompress },
  { at: 0, bytes: '\x04\x22\x4d\x18', found: 'lz4-compressed', advice: recompress },
  { at: 0, bytes: 'PK\x03\x04', found: 'a zip archive', advice: 'unzip it and give what is in it' },
  { at: 0, bytes: "7z\xbc\xaf'\x1c", found: 'a 7z archive', advice: 'unpack it first' },
  { at: 0, bytes: 'sqsh', found: 'a big-endian squashfs', advice: 'make it with squashfs 4 tools' },
  { at: 0, bytes: 'KDMV', found: 'a VMDK disk', advice: convert },
  { at: 0, bytes: 'vhdxfile', found: 'a VHDX disk', advice: convert },
  { at: 0, bytes: 'conectix', found: 'a VHD disk', advice: convert },
  { at: 64, bytes: '\x7f\x10\xda\xbe', found: 'a VDI disk', advice: convert },
  { at: 0x8001, bytes: 'CD001', found: 'an ISO 9660 image' },
  {
    at: 0,
    bytes: 'version https://git-lfs',
    found: 'a Git LFS pointer',
    advice: 'fetch the file itself (`git lfs pull`)',
  },
  { at: 1080, bytes: '\x53\xef', found: 'a raw ext file system', advice: 'make a squashfs of it' },
];

/** The setup header of x86, the head of arm64 and of a compressed EFI image, and ELF (Linux Documentation/arch, boot protocols). */
const kernels: readonly Mark[] = [
  { at: 0x202, bytes: 'HdrS' },
  { at: 56, bytes: 'ARMd' },
  { at: 4, bytes: 'zimg' },
  { at: 0, bytes: '\x7fELF' },
];

/** A cpio archive in one of the two portable formats, which every initrd begins with (initramfs buffer format). */
const initrds: readonly Mark[] = [
  { at: 0, bytes: '070701' },
  { at: 0, bytes: '070702' },
];

/** Both kinds of partition tables; a boot sector's mark alone is an MBR's. */
const disks: readonly Mark[] = [
  { at: 512, bytes: 'EFI PART' },
  { at: 510, bytes: '\x55\xaa' },
];

/** Recognises a file by `head`, its first {@link formatHeadSize} bytes or all of it. */
export function recogniseFormat(head: Uint8Array): Format {
  if (has(head, { at: 0, bytes: 'hsqs' })) return { kind: 'squashfs' };
  if (has(head, { at: 0, bytes: 'QFI\xfb' })) return { kind: 'qcow2' };
  const compression = compressionOf(head);
  if (compression !== undefined) return { kind: 'tarball', compression };
  if (isTarHeader(head)) return { kind: 'tarball', compression: 'none' };
  const match = foreign.find((mark) => has(head, mark));
  if (match !== undefined) return { kind: 'other', found: match.found, advice: match.advice };
  const kind = bootKind(head);
  if (kind !== undefined) return { kind };
  if (isText(head)) return { kind: 'text' };
  return {
    kind: 'other',
    found: `of an unknown format (it begins ${hex(head)})`,
    advice: undefined,
  };
}

/** What a kernel boots or is, or a disk it lies on, by its first KiB; these are compressed as a whole at times. */
export function bootKind(head: Uint8Array): 'kernel' | 'initrd' | 'disk' | undefined {
  if (kernels.some((mark) => has(head, mark))) return 'kernel';
  if (initrds.some((mark) => has(head, mark))) return 'initrd';
  return disks.some((mark) => has(head, mark)) ? 'disk' : undefined;
}

/** UTF-8 without control characters but blanks; a character may be cut at the end of `head`. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/(?![\t\n\r\f])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}

/** Whether `block` has the mark of a POSIX or GNU tar header. */
export function isTarHeader(block: Uint8Array): boolean {
  return has(block, { at: ustarOffset, bytes: 'ustar' });
}

function compressionOf(head: Uint8Array): Compression | undefined {
  if (has(head, { at: 0, bytes: '\x1f\x8b' })) return 'gzip';
  if (has(head, { at: 0, bytes: '\xfd7zXZ\0' })) return 'xz';
  if (has(head, { at: 0, bytes: '\x28\xb5\x2f\xfd' })) return 'zstd';
  return undefined;
}

function has(head: Uint8Array, mark: Mark): boolean {
  for (let i = 0; i < mark.bytes.length; i++) {
    if (head[mark.at + i] !== mark.bytes.charCodeAt(i)) return false;
  }
  return true;
}

function hex(head: Uint8Array): string {
  return [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
