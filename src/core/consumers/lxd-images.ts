import { asText } from './json.ts';
import type { ListedItem, ListedProduct, ListedVersion } from './listing.ts';
import { once } from './once.ts';

/** How LXD and Incus find images in a version (shared/simplestreams/products.go, `ToLXD` and `ToAPI`). */
export type Program = 'lxd' | 'incus';

export const programNames: readonly Program[] = ['lxd', 'incus'];

/** The fields of a metadata item that hold the fingerprint of its image with a root, by the root's ftype. */
export const combinedFields: Readonly<Record<string, readonly string[]>> = {
  squashfs: ['combined_squashfs_sha256'],
  'root.tar.xz': ['combined_rootxz_sha256', 'combined_sha256'],
  'disk-kvm.img': ['combined_disk-kvm-img_sha256'],
  'disk1.img': ['combined_disk1-img_sha256'],
  'uefi1.img': ['combined_uefi1-img_sha256'],
};

const rootFtypes: ReadonlySet<string> = new Set(Object.keys(combinedFields));
const metadataFtypes: ReadonlySet<string> = new Set(['lxd.tar.xz', 'incus.tar.xz']);
const unifiedFtypes: ReadonlySet<string> = new Set([
  'lxd_combined.tar.gz',
  'incus_combined.tar.gz',
]);
const deltaFtypes: ReadonlySet<string> = new Set(['squashfs.vcdiff', 'disk-kvm.img.vcdiff']);

export function isMetadata({ ftype }: ListedItem): boolean {
  return metadataFtypes.has(ftype);
}

export function isUnified({ ftype }: ListedItem): boolean {
  return unifiedFtypes.has(ftype);
}

export function isDelta({ ftype }: ListedItem): boolean {
  return deltaFtypes.has(ftype);
}

export function isRoot({ ftype }: ListedItem): boolean {
  return rootFtypes.has(ftype);
}

/** A root that no other consumer reads. `disk1.img` and `uefi1.img` may be meant for Glance. */
export function isOwnRoot(item: ListedItem): boolean {
  return isRoot(item) && item.ftype !== 'disk1.img' && item.ftype !== 'uefi1.img';
}

/** An item that LXD or Incus downloads. */
export function isDownloaded(item: ListedItem): boolean {
  return isMetadata(item) || isUnified(item) || isRoot(item) || isDelta(item);
}

/** Whether a version is meant for LXD or Incus at all. */
export function hasImages({ items }: ListedVersion): boolean {
  return items.some((item) => isMetadata(item) || isUnified(item) || isOwnRoot(item));
}

/** The fingerprint of the image that a metadata item makes with a root. */
export function combinedHash(metadata: ListedItem, root: ListedItem): string | undefined {
  for (const field of combinedFields[root.ftype] ?? []) {
    const hash = asText(metadata.tags[field]);
    if (hash !== undefined) return hash;
  }
  return undefined;
}

export interface ListedImage {
  readonly version: ListedVersion;
  readonly program: Program;
  readonly type: 'container' | 'virtual machine';
  readonly fingerprint: string;
}

/** Every image of a product that a program lists, the oldest first. */
export const imagesOf: Readonly<
  Record<Program, (product: ListedProduct) => readonly ListedImage[]>
> = {
  lxd: once((product) => listImages(product, 'lxd')),
  incus: once((product) => listImages(product, 'incus')),
};

function listImages({ versions }: ListedProduct, program: Program): readonly ListedImage[] {
  const images: ListedImage[] = [];
  for (const { items } of versions.filter(({ serial }) => beginsWithDate(serial))) {
    for (const item of items) {
      if (item.path === undefined) continue;
      if (item.ftype === headFtypes[program].unified) addUnified(images, item, program);
      else if (item.ftype === headFtypes[program].metadata) addSplit(images, item, program);
    }
  }
  return images;
}

const headFtypes = {
  lxd: { metadata: 'lxd.tar.xz', unified: 'lxd_combined.tar.gz' },
  incus: { metadata: 'incus.tar.xz', unified: 'incus_combined.tar.gz' },
} as const;

function addUnified(images: ListedImage[], { version, tags }: ListedItem, program: Program): void {
  const fingerprint = asText(tags.sha256);
  if (fingerprint === undefined) return;
  const isMachine = program === 'incus' && tags.combined_type === 'virtual-machine';
  const type = isMachine ? 'virtual machine' : 'container';
  images.push({ version, program, type, fingerprint });
}

function addSplit(images: ListedImage[], metadata: ListedItem, program: Program): void {
  const { version } = metadata;
  for (const root of version.items) {
    const fingerprint = isRoot(root) ? combinedHash(metadata, root) : undefined;
    if (fingerprint === undefined) continue;
    const type = root.ftype.endsWith('.img') ? 'virtual machine' : 'container';
    images.push({ version, program, type, fingerprint });
  }
}

/** Both programs parse the first 8 characters as a date and pass over a version where they cannot. */
export function beginsWithDate(serial: string): boolean {
  if (!/^\d{8}/.test(serial)) return false;
  const year = Number(serial.slice(0, 4));
  const month = Number(serial.slice(4, 6));
  const day = Number(serial.slice(6, 8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year);
}

function daysOf(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const architectures: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['amd64', 'generic_64'],
  i686: ['i386', 'i586', '386', 'x86', 'generic_32'],
  aarch64: ['arm64', 'arm64_generic'],
  armv7l: ['armhf', 'armhfp', 'armv7', 'armv7a_hardfp', 'armv7a_vfpv3_hardfp'],
  armv6l: ['armel', 'arm'],
  armv8l: [],
  ppc64le: ['ppc64el'],
  ppc64: ['powerpc64'],
  ppc: ['powerpc'],
  s390x: [],
  riscv64: [],
  riscv32: [],
  mips: ['mipsel', 'mipsle'],
  mips64: ['mips64el', 'mips64le'],
  loongarch64: ['loong64'],
  // Since the newest of LXD and of Incus, respectively.
  amd64v3: [],
  x86_64_v1: [],
  x86_64_v2: [],
  x86_64_v3: [],
  x86_64_v4: [],
};

const architectureOf: ReadonlyMap<string, string> = new Map(
  Object.entries(architectures).flatMap(([name, others]) =>
    [name, ...others].map((other): [string, string] => [other, name]),
  ),
);

/** The kernel's name of a product's architecture, by shared/osarch; exact case. */
export function knownArchitecture({ tags }: ListedProduct): string | undefined {
  return typeof tags.arch === 'string' ? architectureOf.get(tags.arch) : undefined;
}
