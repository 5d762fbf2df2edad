import { asText, type Json } from './json.ts';
import {
  inherited,
  type ListedItem,
  type ListedProduct,
  type ListedVersion,
  newestOf,
} from './listing.ts';

/** What MAAS up to 3.7 and MAAS 3.8 make of a product, as far as several rules need it. */

const images =
  /^(?:squashfs|root-image\.gz|root-t[gbx]z|root-dd(?:\.(?:tar|raw|bz2|gz|xz|tar\.bz2|tar\.xz))?)$/;
const others =
  /^(?:boot-kernel|boot-initrd|boot-dtb|archive\.tar\.xz|self-extracting|bootloader|notifications)$/;
const foreign =
  /^(?:(?:lxd|incus)(?:\.tar\.xz|_combined\.tar\.gz)|root\.tar\.xz|(?:disk1?|disk-kvm|uefi1)\.img|.*\.vcdiff)$/;

/** The file types MAAS knows (maascommon/enums/boot_resources.py, `BootResourceFileType`). */
export function isKnownFtype(ftype: string): boolean {
  return images.test(ftype) || others.test(ftype);
}

/** The root of an operating system, in one of its forms. */
export function isImage({ ftype }: ListedItem): boolean {
  return images.test(ftype);
}

/** Whether a product was made for LXD, Incus or Glance. */
export function isForeign({ versions }: ListedProduct): boolean {
  return versions.some(({ items }) => items.some(({ ftype }) => foreign.test(ftype)));
}

/** A tag of the newest version, as MAAS up to 3.7 sees it on each of its items. */
export function tagOf(product: ListedProduct, key: string): string | undefined {
  const newest = newestOf(product);
  return inherited(newest?.items[0] ?? newest ?? product, key);
}

export function isBootloader(product: ListedProduct): boolean {
  return tagOf(product, 'bootloader-type') !== undefined;
}

/** The items of the newest version: all that MAAS up to 3.7 looks at. */
export function newestItems(product: ListedProduct): readonly ListedItem[] {
  return newestOf(product)?.items ?? [];
}

/** Neither a boot loader nor a notification: something that is deployed. */
export function isSystem(product: ListedProduct): boolean {
  return (
    !isBootloader(product) && !newestItems(product).some(({ ftype }) => ftype === 'notifications')
  );
}

/** `validate_ubuntu`: os contains "ubuntu", and the name does not match. */
export function isIgnoredUbuntu(product: ListedProduct): boolean {
  const os = tagOf(product, 'os')?.toLowerCase() ?? '';
  if (!os.includes('ubuntu')) return false;
  if (os === 'ubuntu-core' && /.*:v4:.*/i.test(product.name)) return false;
  return !ubuntuName.test(product.name);
}

/** `UBUNTU_REGEX` from 3.4 on. */
export const ubuntuName = /.*:v([23]|3\+platform):.*/i;

/** The three kinds of products of MAAS 3.8 (maasservicelayer/simplestreams/models.py), in the order it tries them. */
export type Kind = 'bootloader' | 'multi' | 'single';

const common = ['arch', 'label', 'os'] as const;
const system = [...common, 'release', 'release_title', 'subarch', 'subarches', 'version'] as const;

const requiredTags: Readonly<Record<Kind, readonly string[]>> = {
  bootloader: [...common, 'arches', 'bootloader-type'],
  multi: system,
  single: system,
};

/** Sets of item keys of which a version needs one each. */
const requiredItems: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  bootloader: [['grub2-signed', 'shim-signed', 'grub2', 'syslinux']],
  multi: [['boot-initrd'], ['boot-kernel'], ['manifest'], ['squashfs', 'root-image.gz']],
  single: [['root-tgz'], ['manifest']],
};

const requiredFields: Readonly<Record<Kind, readonly string[]>> = {
  bootloader: ['ftype', 'path', 'sha256', 'size', 'src_package', 'src_release', 'src_version'],
  multi: ['ftype', 'path', 'sha256', 'size'],
  single: ['ftype', 'path', 'sha256', 'size'],
};

/** The required tags that are missing, or no strings: 3.8 converts nothing, and hands nothing down. */
export function missingTags(kind: Kind, { tags }: ListedProduct): readonly string[] {
  return requiredTags[kind].filter((tag) => typeof tags[tag] !== 'string');
}

/** The item keys that are missing, alternatives joined by "or". */
export function missingItems(kind: Kind, { items }: ListedVersion): readonly string[] {
  const keys = new Set(items.map(({ name }) => name));
  return requiredItems[kind]
    .filter((alternatives) => !alternatives.some((key) => keys.has(key)))
    .map((alternatives) => alternatives.join(' or '));
}

/** Whether 3.8 reads the item at all. */
export function isRead(kind: Kind, { name }: ListedItem): boolean {
  return requiredItems[kind].some((alternatives) => alternatives.includes(name));
}

/** The fields of an item that are missing or of a wrong type; a size may be digits in quotes. */
export function missingFields(kind: Kind, { tags }: ListedItem): readonly string[] {
  return requiredFields[kind].filter((field) => !isField(field, tags));
}

function isField(field: string, tags: Json): boolean {
  const value = tags[field];
  if (field !== 'size') return typeof value === 'string';
  return Number.isInteger(value) || /^\d+$/.test(asText(value) ?? '');
}

/** Whether the product, in all of its versions, is one of the kind. */
export function accepts(kind: Kind, product: ListedProduct): boolean {
  return (
    missingTags(kind, product).length === 0 &&
    product.versions.every(
      (version) =>
        missingItems(kind, version).length === 0 &&
        version.items.every(
          (item) => !isRead(kind, item) || missingFields(kind, item).length === 0,
        ),
    )
  );
}

export const kinds: readonly Kind[] = ['bootloader', 'multi', 'single'];

/** The kind the product is, or was meant to be. */
export function kindOf(product: ListedProduct): Kind {
  const accepted = kinds.findLast((kind) => accepts(kind, product));
  if (accepted !== undefined) return accepted;
  if (product.tags['bootloader-type'] !== undefined) return 'bootloader';
  const keys = new Set(product.versions.flatMap(({ items }) => items.map(({ name }) => name)));
  const isMulti = ['boot-kernel', 'boot-initrd', 'squashfs'].some((key) => keys.has(key));
  return isMulti ? 'multi' : 'single';
}

/** Whether some kind of 3.8 takes the product. */
export function isAccepted(product: ListedProduct): boolean {
  return kinds.some((kind) => accepts(kind, product));
}

/** Not one of another program, of which the rule about documents of other programs speaks. */
export function isMeant(product: ListedProduct): boolean {
  return !isForeign(product) || isAccepted(product);
}
