/** The superblock of a squashfs that says it has `used` bytes, followed by zeros up to `size`. */
export function squashfs({ version = 4, used = 4096, size = 4096 } = {}): Uint8Array {
  const bytes = Buffer.alloc(size);
  bytes.write('hsqs', 'latin1');
  bytes.writeUInt16LE(version, 28);
  bytes.writeBigUInt64LE(BigInt(used), 40);
  return new Uint8Array(bytes);
}

export interface Qcow2Fields {
  readonly version?: number;
  readonly backingOffset?: bigint;
  readonly virtualSize?: bigint;
  readonly encryption?: number;
  readonly incompatible?: bigint;
}

/** The header of a qcow2. */
export function qcow2(fields: Qcow2Fields = {}): Uint8Array {
  const bytes = Buffer.alloc(512);
  bytes.write('QFI\xfb', 'latin1');
  bytes.writeUInt32BE(fields.version ?? 3, 4);
  bytes.writeBigUInt64BE(fields.backingOffset ?? 0n, 8);
  bytes.writeUInt32BE(16, 20);
  bytes.writeBigUInt64BE(fields.virtualSize ?? 2n ** 30n, 24);
  bytes.writeUInt32BE(fields.encryption ?? 0, 32);
  bytes.writeBigUInt64BE(fields.incompatible ?? 0n, 72);
  return new Uint8Array(bytes);
}
