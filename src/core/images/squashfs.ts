/** How many first bytes {@link squashfsProblems} looks at: the superblock. */
const superblockSize = 96;

/**
 * Why clients could not mount the squashfs of `size` bytes whose first bytes are `head`; empty when they can.
 * Superblock: Linux fs/squashfs/squashfs_fs.h, little-endian. `head` begins with the magic.
 */
export function squashfsProblems(head: Uint8Array, size: number): readonly string[] {
  if (head.length < superblockSize)
    return [truncated(`its superblock has ${superblockSize} bytes`)];
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = view.getUint16(28, true);
  if (version !== 4)
    return [`is a squashfs of version ${version}; expected version 4, which Linux mounts`];
  const used = view.getBigUint64(40, true);
  if (used > BigInt(size))
    return [truncated(`it had ${used} bytes when it was made, it has ${size} now`)];
  return [];
}

function truncated(what: string): string {
  return `is a truncated squashfs: ${what}; make or fetch it again`;
}
