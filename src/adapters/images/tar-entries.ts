import { InputError } from '../../core/error.ts';
import { isTarHeader } from '../../core/images/format.ts';
import {
  extendTarHeader,
  isTarExtension,
  noTarExtension,
  parseTarExtension,
  type TarEntry,
} from '../../core/images/tar-extension.ts';
import { parseTarHeader, type TarHeader, tarBlockSize } from '../../core/images/tar-header.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';

/** What Go's archive/tar allows for pax records and long names. */
const mostOfExtension = 2 ** 20;

/**
 * Looks at one member, whose data `content` gives; `content` may be called once, and only before this returns.
 * `stop`: the rest of the archive is not needed.
 */
export type VisitEntry = (
  entry: TarEntry,
  content: () => Promise<Uint8Array>,
) => Promise<'go on' | 'stop'>;

/**
 * Goes through a tar archive: ustar, pax, GNU. `end`: it was read to the end of `chunks`, so that a decompressor has
 * checked all of them. `limit`: what follows lies beyond the first `limit` bytes. Of what `chunks` could give, little
 * more than `limit` bytes are ever asked for.
 * @throws InputError IMAGE_INVALID when the archive is broken or ends early
 */
export async function visitTarEntries(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  visit: VisitEntry,
): Promise<'end' | 'stop' | 'limit'> {
  const reader = byteReader(chunks);
  try {
    return await visitAll(reader, limit, visit);
  } finally {
    await reader.close();
  }
}

async function visitAll(
  reader: ByteReader,
  limit: number,
  visit: VisitEntry,
): Promise<'end' | 'stop' | 'limit'> {
  for (;;) {
    const entry = await nextEntry(reader, limit);
    if (typeof entry === 'string') return entry;
    const end = reader.position + padded(entry.size);
    if ((await visit(entry, () => takeAll(reader, entry.size))) === 'stop') return 'stop';
    if (end > limit) return 'limit';
    await skipAll(reader, end - reader.position);
  }
}

/** The next member, the reader standing at its data; `end` when the rest of the stream has been read too. */
async function nextEntry(reader: ByteReader, limit: number): Promise<TarEntry | 'end' | 'limit'> {
  let extension = noTarExtension;
  while (reader.position < limit) {
    const at = reader.position;
    const header = parseTarHeader(await takeHeader(reader, at), at);
    if (header === undefined) return drain(reader, limit);
    if (!isTarExtension(header)) {
      if (header.sparseMapGoesOn) await passSparseMap(reader, limit);
      return extendTarHeader(header, extension);
    }
    const further = parseTarExtension(header, await takeExtension(reader, header, at), at);
    extension = { name: further.name ?? extension.name, size: further.size ?? extension.size };
  }
  return 'limit';
}

async function takeHeader(reader: ByteReader, at: number): Promise<Uint8Array> {
  const block = await reader.take(tarBlockSize);
  if (at === 0 && !isTarHeader(block)) {
    throw new InputError('IMAGE_INVALID', notTar);
  }
  if (block.length < tarBlockSize) throw truncated(reader);
  return block;
}

const notTar =
  'is compressed, but holds no tar archive; expected a tarball made by GNU tar or as pax';

async function takeExtension(
  reader: ByteReader,
  header: TarHeader,
  at: number,
): Promise<Uint8Array> {
  if (header.size > mostOfExtension) {
    const what = `has ${header.size} bytes of extended header at byte ${at}`;
    throw new InputError('IMAGE_INVALID', `${what}; expected ${mostOfExtension} at most`);
  }
  const body = await takeAll(reader, padded(header.size));
  return body.subarray(0, header.size);
}

/** GNU tar manual, "Sparse Files", old format: blocks of 21 entries, then a byte that says whether one more follows. */
async function passSparseMap(reader: ByteReader, limit: number): Promise<void> {
  while (reader.position < limit) {
    const block = await takeAll(reader, tarBlockSize);
    if (block[504] === 0) return;
  }
}

async function drain(reader: ByteReader, limit: number): Promise<'end' | 'limit'> {
  await reader.skip(limit + 1 - reader.position);
  return reader.position > limit ? 'limit' : 'end';
}

async function takeAll(reader: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await reader.take(count);
  if (bytes.length < count) throw truncated(reader);
  return bytes;
}

async function skipAll(reader: ByteReader, count: number): Promise<void> {
  if ((await reader.skip(count)) < count) throw truncated(reader);
}

function truncated(reader: ByteReader): InputError {
  const what = `is truncated: the tar archive in it breaks off at byte ${reader.position}`;
  return new InputError('IMAGE_INVALID', `${what}; make or fetch it again`);
}

function padded(size: number): number {
  return Math.ceil(size / tarBlockSize) * tarBlockSize;
}
