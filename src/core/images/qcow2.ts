const MiB = 2 ** 20;

/** How many first bytes {@link qcow2Problems} looks at. */
export const qcow2HeadSize = 104;

// Bits of incompatible_features.
const corrupt = 2n;
const externalData = 4n;

/**
 * Why clients could not use the qcow2 disk whose first bytes are `head`; empty when they can.
 * Header: QEMU docs/interop/qcow2.txt, big-endian. `head` begins with the magic.
 */
export function qcow2Problems(head: Uint8Array): readonly string[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = head.length < 8 ? 0 : view.getUint32(4);
  if (head.length < 72 || (version === 3 && head.length < qcow2HeadSize)) {
    return ['is a qcow2 that ends within its header: it is truncated, make or fetch it again'];
  }
  if (version !== 2 && version !== 3) {
    return [
      `is a qcow2 of version ${version}; expected version 2 or 3 (\`qemu-img convert -O qcow2\`)`,
    ];
  }
  const problems: string[] = [];
  if (view.getBigUint64(8) !== 0n) {
    problems.push(
      'is a qcow2 with a backing file, which clients do not have; make it whole with `qemu-img convert -O qcow2`',
    );
  }
  const size = view.getBigUint64(24);
  if (size === 0n) problems.push('is a qcow2 of virtual size 0: it holds no disk');
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) {
    problems.push(`is a qcow2 of virtual size ${size / BigInt(MiB)} MiB: its header is damaged`);
  }
  if (view.getUint32(32) !== 0) {
    problems.push(
      'is an encrypted qcow2, which clients cannot open; decrypt it with `qemu-img convert`',
    );
  }
  const features = version === 3 ? view.getBigUint64(72) : 0n;
  if ((features & corrupt) !== 0n) {
    problems.push('is a qcow2 marked corrupt; repair it with `qemu-img check -r all`');
  }
  if ((features & externalData) !== 0n) {
    problems.push(
      'is a qcow2 whose data lies in another file; make it whole with `qemu-img convert -O qcow2`',
    );
  }
  return problems;
}
