import { InputError } from '../error.ts';
import type { TarHeader } from './tar-header.ts';

/** What blocks before a header say of it: fields the header has no room for. */
export interface TarExtension {
  readonly name: string | undefined;
  readonly size: number | undefined;
}

/** A member of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly type: string;
  /** Bytes of data in the archive; for a sparse file, of the data that is stored. */
  readonly size: number;
}

const text = new TextDecoder('utf-8', { ignoreBOM: true });

/** Types without data, whatever their size says (so does Go's archive/tar, which LXD and Incus use). */
const withoutData = new Set(['1', '2', '3', '4', '5', '6']);

/** Whether `header` is no member itself: pax records for the next one or for all, a GNU long name or link name. */
export function isTarExtension(header: TarHeader): boolean {
  return 'xgLK'.includes(header.type);
}

/** Says nothing. */
export const noTarExtension: TarExtension = { name: undefined, size: undefined };

/**
 * What `body`, the data of the extension `header` at `at`, says of the next member.
 * @throws InputError IMAGE_INVALID
 */
export function parseTarExtension(header: TarHeader, body: Uint8Array, at: number): TarExtension {
  if (header.type === 'x') return paxExtension(body, at);
  if (header.type !== 'L') return noTarExtension;
  const end = body.indexOf(0);
  const name = text.decode(end === -1 ? body : body.subarray(0, end));
  return { name: name || undefined, size: undefined };
}

export function extendTarHeader(header: TarHeader, extension: TarExtension): TarEntry {
  const size = withoutData.has(header.type) ? 0 : (extension.size ?? header.size);
  return { name: extension.name ?? header.name, type: header.type, size };
}

function paxExtension(body: Uint8Array, at: number): TarExtension {
  const records = paxRecords(body, at);
  // A sparse file's `path` is made up; its own name stands here (GNU tar manual, "PAX 1").
  const name = records.get('GNU.sparse.name') || records.get('path');
  const digits = records.get('size') || undefined;
  const size = digits === undefined ? undefined : Number(digits);
  if (digits !== undefined && !(/^\d+$/.test(digits) && Number.isSafeInteger(size))) {
    throw broken(at, 'a size that is no number');
  }
  return { name: name || undefined, size };
}

/** Records `<length> <key>=<value>\n`, the length counting all of it (POSIX.1-2017 pax, "pax Header Block"). */
function paxRecords(body: Uint8Array, at: number): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let start = 0; start < body.length; ) {
    const digits = /^\d+(?= )/.exec(text.decode(body.subarray(start, start + 20)))?.[0];
    const end = start + Number(digits);
    const inside = digits !== undefined && end <= body.length && end > start + digits.length + 1;
    if (!inside || body[end - 1] !== 10)
      throw broken(at, `a broken record at byte ${start} of them`);
    const record = text.decode(body.subarray(start + digits.length + 1, end - 1));
    const equals = record.indexOf('=');
    if (equals < 1) throw broken(at, `a record without a key at byte ${start} of them`);
    records.set(record.slice(0, equals), record.slice(equals + 1));
    start = end;
  }
  return records;
}

function broken(at: number, what: string): InputError {
  const hint = 'the tarball is damaged, make or fetch it again';
  return new InputError('IMAGE_INVALID', `has ${what} in the pax records at byte ${at}; ${hint}`);
}
