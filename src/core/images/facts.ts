/** How a tarball is compressed, found by its first bytes. */
export type Compression = 'none' | 'gzip' | 'xz' | 'zstd';

/** What `metadata.yaml` of an LXD or Incus image says (image format document, "Metadata"). */
export interface ImageMetadata {
  /** The kernel's name for it, as written: `x86_64`, `aarch64`. */
  readonly architecture: string;
  /** Seconds since 1970-01-01 00:00:00 UTC. */
  readonly creationDate: number;
  readonly os: string | undefined;
  readonly release: string | undefined;
  readonly variant: string | undefined;
  readonly description: string | undefined;
}

/** What an image file is, by its content: names say nothing about a format. */
export type ImageFacts =
  | {
      readonly kind: 'metadata';
      readonly compression: Compression;
      readonly metadata: ImageMetadata;
    }
  | {
      readonly kind: 'unified';
      readonly compression: Compression;
      readonly metadata: ImageMetadata;
      readonly virtualMachine: boolean;
    }
  | { readonly kind: 'rootfs'; readonly compression: Compression }
  | { readonly kind: 'squashfs' }
  | { readonly kind: 'qcow2' }
  /** A raw disk with a partition table. */
  | { readonly kind: 'disk'; readonly compression: Compression }
  | { readonly kind: 'kernel' }
  | { readonly kind: 'initrd' }
  /** A list of packages, say. */
  | { readonly kind: 'text' };
