import { createHash } from 'node:crypto';
import { sha256 } from '../../src/adapters/sha256.ts';
import { InputError } from '../../src/core/error.ts';
import type { ImageFacts } from '../../src/core/images/facts.ts';
import type { ImageFile, Images } from '../../src/ports.ts';
import { bytesSource } from './bytes-source.ts';

export interface MemoryFile {
  readonly facts: ImageFacts;
  readonly bytes: Uint8Array;
}

/** Image files that are already recognised, by path. */
export function memoryImages(files: ReadonlyMap<string, MemoryFile>): Images {
  function find(path: string): MemoryFile {
    const file = files.get(path);
    if (file === undefined) throw new InputError('IMAGE_INVALID', `${path}: no such file`);
    return file;
  }
  return {
    open: async (paths) =>
      paths.map((path) => {
        const { facts, bytes } = find(path);
        return { path, size: bytes.length, facts };
      }),
    hash: async (opened, { metadata, md5 }) =>
      opened.map((file): ImageFile => {
        const { bytes } = find(file.path);
        const joined =
          metadata === undefined ? undefined : [...find(metadata.path).bytes, ...bytes];
        const combined =
          joined === undefined || file === metadata ? undefined : sha256(Uint8Array.from(joined));
        return {
          ...file,
          ...bytesSource(bytes),
          combined,
          md5: md5 ? createHash('md5').update(bytes).digest('hex') : undefined,
        };
      }),
    close: async () => undefined,
  };
}

const encoder = new TextEncoder();

/** A container image: a metadata tarball at `lxd.tar.xz`, a root at `rootfs.squashfs`; `build` makes its bytes its own. */
export function containerImage(
  build: string,
  { os = 'Alpine', release = '3.20', created = '2026-11-20T15:04:00Z' } = {},
): ReadonlyMap<string, MemoryFile> {
  const metadata = {
    architecture: 'x86_64',
    creationDate: Date.parse(created) / 1000,
    os,
    release,
    variant: undefined,
    description: undefined,
  };
  return new Map<string, MemoryFile>([
    [
      'lxd.tar.xz',
      {
        facts: { kind: 'metadata', compression: 'xz', metadata },
        bytes: encoder.encode(`metadata ${build}`),
      },
    ],
    ['rootfs.squashfs', { facts: { kind: 'squashfs' }, bytes: encoder.encode(`root ${build}`) }],
  ]);
}
