import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ImageFiles, type ImageOptions, writeImage } from './image.ts';

/** Some bytes this far from each other make every part of an upload another. */
const stride = 8 << 20;

/**
 * Writes the files of a virtual machine: metadata, and a qcow2 of `size` bytes, never twice the same, that takes hardly
 * any room: it is made of holes.
 */
export async function writeDisk(
  folder: string,
  size: number,
  options: ImageOptions = {},
): Promise<ImageFiles> {
  const { metadata, root } = await writeImage(folder, options);
  const disk = join(dirname(root), 'disk.qcow2');
  const handle = await open(disk, 'w');
  await handle.truncate(size);
  for (let at = 4096; at + 16 <= size; at += stride) await handle.write(randomBytes(16), 0, 16, at);
  await handle.write(qcow2Header(size), 0, undefined, 0);
  await handle.close();
  return { metadata, root: disk };
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
