import { InputError } from '../error.ts';
import { parseContentId } from '../name.ts';
import type { GivenTags } from './given-tags.ts';
import { pubname } from './glance-layout.ts';
import type { GivenNames, ImagePlan, LayoutFile } from './layout.ts';
import { layOut, sortFiles } from './lxd-incus-layout.ts';
import { defaultProductName, identify, productTags } from './lxd-incus-product.ts';

/**
 * An image for LXD and Incus, which share a root; its disk can serve Glance too.
 * @throws InputError
 */
export function planLxdIncusImage(
  files: readonly LayoutFile[],
  given: GivenTags,
  names: GivenNames,
  programs: readonly ('lxd' | 'incus')[],
  forGlance: boolean,
): ImagePlan {
  const { head, metadata, roots } = sortFiles(files);
  const identity = identify(given, metadata);
  const product = names.product ?? defaultProductName(identity);
  const contentId = names.contentId ?? parseContentId('images');
  if (contentId === undefined) throw new Error('the default content id is none');
  const kinds = [head, ...roots].map(({ facts }) => facts);
  if (forGlance && !kinds.some(({ kind }) => kind === 'qcow2')) {
    throw new InputError('IMAGE_INVALID', 'glance takes a qcow2 disk, and none is among the files');
  }
  const label = given.label === undefined ? {} : { label: given.label };
  const version = given.osVersion ?? identity.release;
  return {
    product,
    contentId,
    place: identity,
    created: new Date(metadata.creationDate * 1000),
    metadata: roots.length > 0 ? head : undefined,
    needsMd5: forGlance,
    isVirtualMachine: !kinds.some(isContainer),
    productTags: (present) => ({
      ...(forGlance ? { version } : {}),
      ...productTags(product, present, identity, given),
    }),
    versionTags: (serial) => ({
      ...label,
      ...(forGlance ? { pubname: pubname(identity.os, version, identity.arch, serial) } : {}),
    }),
    items: (hashed) => layOut(sortFiles(hashed), programs, forGlance),
  };
}

function isContainer(facts: LayoutFile['facts']): boolean {
  if (facts.kind === 'unified') return !facts.virtualMachine;
  return facts.kind === 'squashfs' || facts.kind === 'rootfs';
}
