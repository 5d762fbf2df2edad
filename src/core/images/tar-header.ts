import { InputError } from '../error.ts';
import { isTarHeader } from './format.ts';

export const tarBlockSize = 512;

/** One header block of a tar archive, as it stands there: extended names and sizes are not applied. */
export interface TarHeader {
  readonly name: string;
  /** One character: `0` a file, `5` a folder, `x` pax records, `L` a GNU long name, … */
  readonly type: string;
  /** What the size field says; folders and links have no data whatever it says. */
  readonly size: number;
  /** More blocks of a GNU sparse map follow before the data. */
  readonly sparseMapGoesOn: boolean;
}

const text = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The header in `block`, 512 bytes; `undefined` when it is all zero, which ends an archive.
 * Layout: POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
 * @param at offset of the block in the archive, for the error
 * @throws InputError IMAGE_INVALID when it is not a header
 */
export function parseTarHeader(block: Uint8Array, at: number): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  if (!isTarHeader(block)) throw broken(at, 'no `ustar` mark');
  if (!checksumHolds(block)) throw broken(at, 'a wrong checksum');
  const size = numberIn(block.subarray(124, 136));
  if (size === undefined) throw broken(at, 'a size that is no number');
  const type = block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0);
  const name = textIn(block.subarray(0, 100));
  // GNU tar ("ustar  ") keeps other fields where POSIX has the prefix.
  const prefix = block[262] === 0 ? textIn(block.subarray(345, 500)) : '';
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    type,
    size,
    sparseMapGoesOn: type === 'S' && block[482] !== 0,
  };
}

function broken(at: number, what: string): InputError {
  const hint = 'the tarball is damaged, make or fetch it again';
  return new InputError('IMAGE_INVALID', `has ${what} in the tar header at byte ${at}; ${hint}`);
}

/** The sum of all bytes, the checksum's own taken as blanks; old writers added them up as signed ones. */
function checksumHolds(block: Uint8Array): boolean {
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < tarBlockSize; i++) {
    const byte = i >= 148 && i < 156 ? 32 : (block[i] ?? 0);
    unsigned += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  const stated = numberIn(block.subarray(148, 156));
  return stated === unsigned || stated === signed;
}

/** Octal digits, or GNU's base 256 when the first bit is set; `undefined` when it is neither, or beyond 2^53. */
function numberIn(field: Uint8Array): number | undefined {
  const first = field[0] ?? 0;
  if (first >= 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = textIn(field).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : undefined;
}

function textIn(field: Uint8Array): string {
  const end = field.indexOf(0);
  return text.decode(end === -1 ? field : field.subarray(0, end));
}
