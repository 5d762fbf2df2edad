import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive, as text, by name. Read by its central directory, as others read it. */
export function unzipped(zip: Buffer): Readonly<Record<string, string>> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('this is no zip archive');
  const files: [string, string][] = [];
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    const path = zip.toString('utf8', entry + 46, entry + 46 + (name ?? 0));
    files.push([path, contentOf(zip, entry)]);
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return Object.fromEntries(files);
}

function contentOf(zip: Buffer, entry: number): string {
  const [method, size] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20)];
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + size);
  return (method === 0 ? bytes : inflateRawSync(bytes)).toString();
}
