import { architectures, parseArch } from '../arch.ts';
import type { Product } from '../document.ts';
import { InputError } from '../error.ts';
import type { ImageMetadata } from '../images/facts.ts';
import { type ProductName, parseProductName } from '../name.ts';
import { pathSegment } from '../path.ts';
import type { GivenTags } from './given-tags.ts';
import { overlongTags } from './required-tags.ts';
import { checkSameProduct } from './same-product.ts';

/** What makes a product what it is: never changes over its life. */
export interface ProductIdentity {
  readonly os: string;
  readonly release: string;
  readonly arch: string;
  readonly variant: string;
}

/**
 * Both programs skip a product that lacks one of these without a word, and mix up the order of versions when only
 * some products have a variant: so all four are always set.
 * @throws InputError IMAGE_INVALID naming every tag that is neither given nor in the image.
 */
export function identify(given: GivenTags, metadata: ImageMetadata): ProductIdentity {
  const problems: string[] = [];
  const os = given.os ?? metadata.os;
  const release = given.release ?? metadata.release;
  const arch = parseArch(given.arch ?? metadata.architecture);
  if (os === undefined) problems.push(missing('os'));
  if (release === undefined) problems.push(missing('release'));
  if (arch === undefined) {
    problems.push(
      `the image's metadata.yaml says architecture ${JSON.stringify(metadata.architecture)}, which LXD and Incus do not know; give the input arch: one of ${architectures.join(', ')}`,
    );
  }
  const variant = given.variant ?? metadata.variant ?? 'default';
  problems.push(...overlongTags({ os, release, variant }));
  if (os === undefined || release === undefined || arch === undefined || problems.length > 0) {
    throw new InputError('IMAGE_INVALID', problems);
  }
  return { os, release, arch, variant };
}

function missing(tag: string): string {
  return `the image's metadata.yaml has no properties.${tag}; give the input ${tag}, or build the image with it`;
}

/** `os:release:arch:variant`, lower case, in the alphabet of paths. */
export function defaultProductName({ os, release, arch, variant }: ProductIdentity): ProductName {
  const name = parseProductName([os, release, arch, variant].map(pathSegment).join(':'));
  if (name === undefined) {
    throw new InputError(
      'INPUT_INVALID',
      'os, release and variant together are over 256 characters; give the input product',
    );
  }
  return name;
}

/**
 * The product's tags after this publication: those given now win, then those of before, then defaults. Unknown tags
 * and the versions of `present` stay.
 * @throws InputError INPUT_INVALID when `present` is another product than the image's.
 */
export function productTags(
  name: ProductName,
  present: Product | undefined,
  identity: ProductIdentity,
  given: GivenTags,
): Product {
  checkSameProduct(name, present, { ...identity });
  const requirements =
    Object.keys(given.requirements).length > 0
      ? { requirements: given.requirements, lxd_requirements: given.requirements }
      : {};
  return {
    ...present,
    ...given.further,
    ...identity,
    ...requirements,
    release_title: given.releaseTitle ?? present?.release_title ?? identity.release,
    ...(given.osVersion === undefined ? {} : { version: given.osVersion }),
    aliases: aliases(present, identity, given),
  };
}

/** Joined without blanks: the programs split at commas and trim nothing. */
function aliases(
  present: Product | undefined,
  identity: ProductIdentity,
  given: GivenTags,
): string {
  if (given.aliases.length > 0) return given.aliases.join(',');
  if (present?.aliases !== undefined && present.aliases !== '') return present.aliases;
  const [os, release, variant] = [identity.os, identity.release, identity.variant].map(pathSegment);
  const full = `${os}/${release}/${variant}`;
  return variant === 'default' ? `${os}/${release},${full}` : full;
}
