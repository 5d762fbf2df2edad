import { randomBytes } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tarball } from '../../test/fakes/tarball.ts';

const metadata = [
  'architecture: x86_64',
  'creation_date: 1795187000',
  'properties:',
  '  os: Alpine',
  '  release: "3.20"',
  '  variant: default',
  '  architecture: x86_64',
  '  description: Alpine 3.20',
  '  serial: "20261120_1504"',
  '',
].join('\n');

export interface ImageFiles {
  readonly metadata: string;
  readonly disk: string;
}

/** A virtual machine's files: metadata, and a qcow2 of `size` bytes that nothing compresses. */
export async function makeImage(folder: string, size: number): Promise<ImageFiles> {
  const { metadata, disk } = await startImage(folder);
  const handle = await open(disk, 'w');
  const chunk = 4 << 20;
  for (let at = 0; at < size; at += chunk) {
    await handle.write(randomBytes(Math.min(chunk, size - at)), 0, undefined, at);
  }
  await handle.write(qcow2Header(size), 0, undefined, 0);
  await handle.close();
  return { metadata, disk };
}

/** The same of holes, which takes no room, whatever its size. */
export async function makeSparseImage(folder: string, size: number): Promise<ImageFiles> {
  const { metadata, disk } = await startImage(folder);
  const handle = await open(disk, 'w');
  await handle.truncate(size);
  await handle.write(qcow2Header(size), 0, undefined, 0);
  await handle.close();
  return { metadata, disk };
}

/** Makes the disk a raw one with a boot sector, which MAAS writes to a machine as it is: one file, without metadata. */
export async function makeRaw({ disk }: ImageFiles): Promise<void> {
  const sector = Buffer.alloc(512);
  sector.writeUInt16BE(0x55aa, 510);
  const handle = await open(disk, 'r+');
  await handle.write(sector, 0, undefined, 0);
  await handle.close();
}

/** Another image with the same metadata: a few bytes of the disk are others. */
export async function alterImage({ disk }: ImageFiles): Promise<void> {
  const handle = await open(disk, 'r+');
  await handle.write(randomBytes(16), 0, 16, 4096);
  await handle.close();
}

async function startImage(folder: string): Promise<ImageFiles> {
  await mkdir(folder, { recursive: true });
  const files = { metadata: join(folder, 'lxd.tar'), disk: join(folder, 'disk.qcow2') };
  await writeFile(files.metadata, tarball([{ name: 'metadata.yaml', content: metadata }]));
  return files;
}

/** Version 2, of QEMU's docs/interop/qcow2.txt. */
function qcow2Header(size: number): Uint8Array {
  const header = Buffer.alloc(72);
  header.write('QFI\xfb', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(16, 20);
  header.writeBigUInt64BE(BigInt(size), 24);
  return header;
}
