const blockSize = 512;
const encoder = new TextEncoder();

export interface TarballEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** The type flag; a file, or a folder when the name ends with a slash, unless it is given. */
  readonly type?: string;
  /** What the header says instead of the content's size. */
  readonly size?: number;
}

/** A tar archive as GNU tar's `--format=pax` writes it: names over 100 bytes and sizes over 8 GiB are pax records. */
export function tarball(entries: readonly TarballEntry[]): Uint8Array {
  return concat([...entries.flatMap(member), new Uint8Array(2 * blockSize)]);
}

/** The blocks of one member, with what must come before it. */
export function member(entry: TarballEntry): Uint8Array[] {
  const content = bytesOf(entry.content ?? '');
  const size = entry.size ?? content.length;
  const records: string[] = [];
  if (bytesOf(entry.name).length > 100) records.push(paxRecord('path', entry.name));
  if (size >= 8 ** 11) records.push(paxRecord('size', String(size)));
  const extension =
    records.length === 0 ? [] : member({ name: 'pax', type: 'x', content: records.join('') });
  const type = entry.type ?? (entry.name.endsWith('/') ? '5' : '0');
  return [...extension, tarHeader(entry.name, type, size % 8 ** 11), padded(content)];
}

/** One header block with the right checksum. */
export function tarHeader(name: string, type: string, size: number): Uint8Array {
  const block = new Uint8Array(blockSize);
  block.set(bytesOf(name).subarray(0, 100));
  const put = (at: number, text: string) => block.set(bytesOf(text), at);
  put(100, '0000644\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(156, type);
  put(257, 'ustar\x0000');
  return withChecksum(block);
}

/** `block` with the checksum its other bytes ask for. */
export function withChecksum(block: Uint8Array): Uint8Array {
  const header = block.slice();
  header.fill(32, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(bytesOf(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return header;
}

/** `<length> <key>=<value>\n`, where the length counts its own digits. */
export function paxRecord(key: string, value: string): string {
  const rest = bytesOf(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return `${length} ${key}=${value}\n`;
}

export function padded(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(content.length / blockSize) * blockSize);
  bytes.set(content);
  return bytes;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? encoder.encode(content) : content;
}

function concat(blocks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(blocks.reduce((size, block) => size + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}
