import type { ListedVersion } from '../listing.ts';
import {
  beginsWithDate,
  combinedFields,
  combinedHash,
  hasImages,
  isMetadata,
  isOwnRoot,
  isRoot,
  isUnified,
  type Program,
} from '../lxd-images.ts';
import { misorderedSerials } from '../serial-order.ts';
import { each, type Fault, type Rule } from './rule.ts';

const both = { lxd: '', incus: '' } as const;
const toLxd = 'LXD shared/simplestreams/products.go, ToLXD; Incus the same file, ToAPI';

/** Which versions LXD and Incus make images of. */
export const lxdVersionRules: readonly Rule[] = [
  {
    code: 'LXD-001',
    title: 'a serial begins with a date',
    readers: both,
    consequence: 'image-invisible',
    why: 'Both programs read the first 8 characters of a serial as a date, YYYYMMDD, and pass over the version without a word when they cannot.',
    fix: 'give the input `serial` as YYYYMMDD_HHMM, or leave it out',
    source: toLxd,
    verified: 'program',
    check: ({ downloads }) =>
      each(downloads.versions, (version) =>
        hasImages(version) && !beginsWithDate(version.serial)
          ? `the serial ${version.serial} does not begin with a date, YYYYMMDD`
          : undefined,
      ),
  },
  metadataRule('LXD-003', 'lxd'),
  metadataRule('LXD-016', 'incus'),
  {
    code: 'LXD-017',
    title: 'a root has a metadata tarball beside it',
    readers: both,
    consequence: 'image-invisible',
    why: 'An image is a metadata tarball (ftype lxd.tar.xz or incus.tar.xz) with a root. A root alone is passed over without a word.',
    fix: 'give the metadata tarball in the input `files` too',
    source: toLxd,
    verified: 'read',
    check: ({ downloads }) =>
      each(downloads.versions, ({ items }) => {
        const root = items.find(isOwnRoot);
        if (root === undefined || items.some((item) => isMetadata(item) || isUnified(item))) {
          return undefined;
        }
        return `the ${root.ftype} has no metadata tarball beside it`;
      }),
  },
  {
    code: 'LXD-033',
    title: 'a metadata tarball has a root beside it',
    readers: both,
    consequence: 'image-invisible',
    why: 'A metadata tarball without an item of one of the ftypes squashfs, root.tar.xz, disk-kvm.img, disk1.img or uefi1.img is passed over without a word.',
    fix: 'give the root (squashfs, root tarball or qcow2 disk) in the input `files` too',
    source: toLxd,
    verified: 'read',
    check: ({ downloads }) =>
      each(downloads.versions, ({ items }) =>
        items.some(isMetadata) && !items.some((item) => isRoot(item) || isUnified(item))
          ? `the version has a metadata tarball and no root; its ftypes are ${items.map(({ ftype }) => ftype || 'none').join(', ')}`
          : undefined,
      ),
  },
  {
    code: 'LXD-004',
    title: 'the metadata item has the combined hash of every root',
    readers: both,
    consequence: 'image-invisible',
    why: 'The fingerprint of an image is the sha256 of its metadata tarball followed by its root. It is read from the metadata item, from a field that depends on the ftype of the root; where it is missing, the image is passed over without a word.',
    fix: 'publish the files again with this action, which writes the hashes, or add the field with the tool that wrote the document',
    source: toLxd,
    verified: 'program',
    check: ({ downloads }) => each(downloads.versions, missingCombined),
  },
  {
    code: 'LXD-026',
    title: 'serials of a product sort as strings',
    readers: both,
    consequence: 'old-version-served',
    why: 'The newest version is the one whose serial is the greatest string: 20250102.9 is newer than 20250102.10, and 20250102_0000 than 20250102.1. The aliases go to it.',
    fix: 'give the input `serial` in one format with digits of a fixed number, YYYYMMDD_HHMM, or leave it out',
    source: 'LXD shared/simplestreams/sort.go, Less; Incus the same file',
    verified: 'program',
    check: ({ downloads }) => misorderedSerials(downloads.products.filter(isForThem)),
  },
];

function metadataRule(code: string, program: Program): Rule {
  const [title, other] = program === 'lxd' ? ['LXD', 'incus'] : ['Incus', 'lxd'];
  return {
    code,
    title: `an image is listed for ${title} too`,
    readers: { [program]: '' },
    consequence: 'image-invisible',
    why: `${title} reads only items of ftype ${program}.tar.xz and ${program}_combined.tar.gz. An image that has the other program's alone is passed over without a word. Both items can be over one file.`,
    fix: `name ${program} in the input \`for\` when you publish`,
    source: toLxd,
    verified: 'program',
    check: ({ downloads }) =>
      each(downloads.versions, ({ items }) => {
        const mine = items.some(({ ftype }) => ftype.startsWith(program) && isHead(ftype));
        const theirs = items.some(({ ftype }) => ftype.startsWith(other) && isHead(ftype));
        return theirs && !mine
          ? `the image has an item for ${other}, and none of ftype ${program}.tar.xz or ${program}_combined.tar.gz`
          : undefined;
      }),
  };
}

function isHead(ftype: string): boolean {
  return ftype.endsWith('.tar.xz') || ftype.endsWith('_combined.tar.gz');
}

function missingCombined({ items }: ListedVersion): Fault | undefined {
  const roots = items.filter(isRoot);
  for (const metadata of items.filter(isMetadata)) {
    // A disk beside other roots may be there for Glance alone.
    const isListed = roots.some((root) => combinedHash(metadata, root) !== undefined);
    const missing = roots.find(
      (root) => combinedHash(metadata, root) === undefined && (isOwnRoot(root) || !isListed),
    );
    if (missing !== undefined) {
      const field = combinedFields[missing.ftype]?.[0] ?? '';
      return {
        message: `item ${metadata.name} has no ${field}, the fingerprint of the image with the ${missing.ftype}`,
        field,
      };
    }
  }
  return undefined;
}

function isForThem({ versions }: { readonly versions: readonly ListedVersion[] }): boolean {
  return versions.some(hasImages);
}
