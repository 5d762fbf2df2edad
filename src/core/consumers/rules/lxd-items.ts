import { asObject, asText, type Json, objectsIn } from '../json.ts';
import type { ListedItem, Slice } from '../listing.ts';
import { isDelta, isDownloaded, isMetadata, isRoot, isUnified } from '../lxd-images.ts';
import { once } from '../once.ts';
import { each, type Fault, type Rule, shown } from './rule.ts';

const both = { lxd: '', incus: '' } as const;
const toLxd = 'LXD shared/simplestreams/products.go, ToLXD; Incus the same file, ToAPI';

/** What LXD and Incus need of the files they download. */
export const lxdItemRules: readonly Rule[] = [
  {
    code: 'LXD-005',
    title: 'sums are there, in lower case',
    readers: both,
    consequence: 'download-fails',
    says: 'Hash mismatch',
    why: 'The sha256 of each file is compared, letter by letter, with what the document says; so is the combined hash since LXD 5.0.7, 5.21.5 and 6.8 and Incus 6.23 (and in Debian\'s 5.0.2 and 6.0.4: "Image fingerprint doesn\'t match").',
    fix: 'publish the files again with this action, which writes the sums, or correct them with the tool that wrote the document',
    source: 'LXD client/simplestreams_images.go, GetImageFile; Incus the same file',
    verified: 'program',
    check: ofItems((item) => wrongSum(item)),
  },
  {
    code: 'LXD-018',
    title: 'every file has a path',
    readers: both,
    consequence: 'image-invisible',
    why: 'An image whose metadata item has no path is passed over without a word. Without one on the root, the image is listed, and the program downloads the URL of the root of the server instead (this only read in the source).',
    fix: 'publish the files again with this action, or add the path with the tool that wrote the document',
    source: toLxd,
    verified: 'program',
    check: ofItems(({ path }) =>
      path === undefined ? { message: 'the item has no path', field: 'path' } : undefined,
    ),
  },
  sizeRule('LXD-019', { lxd: '>=6.10' }, 'download-fails'),
  sizeRule('LXD-020', { lxd: '<=6.9', incus: '' }, 'listed-wrong'),
  {
    code: 'LXD-012',
    title: 'paths are free of % and of hosts',
    readers: both,
    consequence: 'download-fails',
    why: 'LXD asks for a%20b as a%2520b, Incus as a%20b: no file can have a name for both. A full URL is taken for a path below the root, and answered with 404.',
    fix: 'name files and directories with letters, digits and . _ ~ : - only; this action does',
    source:
      'LXD client/simplestreams_images.go and shared/util.go, JoinUrls; Incus client/simplestreams_images.go',
    verified: 'program',
    check: ofItems(({ path }) =>
      path !== undefined && /%|^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path)
        ? { message: `the path ${shown(path)} has a % or a host`, field: 'path' }
        : undefined,
    ),
  },
  {
    code: 'LXD-025',
    title: 'paths are relative, and free of +',
    readers: both,
    consequence: 'advice',
    why: 'S3 reads a + in a URL as a blank, and the file is not found there. A path that begins with / works today, as one below the root; Incus means to change that.',
    fix: 'name files and directories with letters, digits and . _ ~ : - only; this action does',
    source:
      'Incus client/simplestreams_images.go, urlJoinPathAbsolute; the manual of S3, object keys',
    verified: 'read',
    check: ofItems(({ path }) =>
      path !== undefined && /\+|^\//.test(path)
        ? { message: `the path ${shown(path)} has a + or begins with /`, field: 'path' }
        : undefined,
    ),
  },
  {
    code: 'LXD-013',
    title: 'a delta of a virtual machine stands where there is no container',
    readers: { incus: '' },
    consequence: 'download-fails',
    says: 'xdelta3: target window checksum mismatch',
    why: 'Incus applies every delta to the container image of the base version, also disk-kvm.img.vcdiff, and has no fall-back to the whole file. It fails on every server that has the base container.',
    fix: 'leave the delta out, or give virtual machines a product of their own with the inputs `product` and `variant`',
    source: 'Incus shared/simplestreams/products.go, ToAPI',
    verified: 'program',
    check: ofItems((item) => {
      if (item.ftype !== 'disk-kvm.img.vcdiff') return undefined;
      const hasContainer = objectsIn(baseOf(item)?.items).some(
        ([, { ftype, combined_squashfs_sha256: hash }]) =>
          ftype === 'incus.tar.xz' && asText(hash) !== undefined,
      );
      return hasContainer
        ? `the delta is of a virtual machine, and its base ${item.tags.delta_base} has a container too`
        : undefined;
    }),
  },
  {
    code: 'LXD-032',
    title: 'a delta has its base',
    readers: both,
    consequence: 'advice',
    why: 'A delta whose delta_base is not a version of the same product is passed over without a word, and the whole file is downloaded.',
    fix: 'publish the delta again against a version that is listed, or leave it out',
    source: toLxd,
    verified: 'read',
    check: ofItems((item) =>
      isDelta(item) && baseOf(item) === undefined
        ? {
            message: `delta_base is ${shown(item.tags.delta_base)}, which is no version of the product`,
            field: 'delta_base',
          }
        : undefined,
    ),
  },
  {
    code: 'LXD-031',
    title: 'a unified image of a virtual machine is taken for one',
    readers: { lxd: '', incus: '<=7.0' },
    consequence: 'not-deployable',
    why: 'LXD takes every unified image for a container, and so does Incus up to 7.0.0.',
    fix: 'publish the virtual machine as a metadata tarball and a qcow2 disk: two files in the input `files`',
    source: toLxd,
    verified: 'read',
    check: ofItems((item) =>
      isUnified(item) && item.tags.combined_type === 'virtual-machine'
        ? { message: 'the unified image is a virtual machine', field: 'combined_type' }
        : undefined,
    ),
  },
];

/** A check of every item that one of the two programs downloads, where there is metadata for one of them. */
function ofItems(judge: (item: ListedItem) => Fault | undefined): Rule['check'] {
  return ({ downloads }) => each(downloadedItems(downloads), judge);
}

const downloadedItems = once(({ items }: Slice) =>
  items.filter((item) => isDownloaded(item) && isTheirs(item)),
);

function isTheirs(item: ListedItem): boolean {
  return !isRoot(item) || item.version.items.some((other) => isMetadata(other));
}

function wrongSum({ tags }: ListedItem): Fault | undefined {
  if (!isSum(tags.sha256)) {
    return {
      message: `sha256 is ${shown(tags.sha256)}, not 64 lower-case digits`,
      field: 'sha256',
    };
  }
  for (const field in tags) {
    if (!field.startsWith('combined_') || !field.endsWith('sha256')) continue;
    if (!isSum(tags[field])) {
      return { message: `${field} is ${shown(tags[field])}, not 64 lower-case digits`, field };
    }
  }
  return undefined;
}

function isSum(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function baseOf({ tags, version }: ListedItem): Json | undefined {
  const serial = asText(tags.delta_base);
  const versions = asObject(version.product.tags.versions);
  return serial === undefined ? undefined : asObject(versions?.[serial]);
}

function sizeRule(code: string, readers: Rule['readers'], consequence: Rule['consequence']): Rule {
  const isNew = consequence === 'download-fails';
  return {
    code,
    title: isNew ? 'every file has its size, for LXD after 6.9' : 'every file has its size',
    readers,
    consequence,
    ...(isNew ? { says: 'Hash mismatch' } : {}),
    why: isNew
      ? 'LXD after 6.9 reads no more of a file than its size says, so that a missing size means an empty file. That is in the source code and in no release yet.'
      : 'The size is shown, and of no further use up to LXD 6.9 and in Incus.',
    fix: 'publish the files again with this action, which writes the size',
    source: isNew ? 'LXD shared/util.go, DownloadFileHash (commit f33f22913b)' : toLxd,
    verified: isNew ? 'read' : 'program',
    check: ofItems(({ tags }) =>
      tags.size === undefined || tags.size === null || tags.size === 0
        ? { message: `size is ${shown(tags.size)}`, field: 'size' }
        : undefined,
    ),
  };
}
