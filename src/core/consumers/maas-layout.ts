import type { Product } from '../document.ts';
import type { GivenTags } from './given-tags.ts';
import type { GivenNames, HashedFile, ImagePlan, LaidOutItem, LayoutFile } from './layout.ts';
import { type MaasFiles, sortMaasFiles } from './maas-files.ts';
import { requireTags } from './required-tags.ts';
import { checkSameProduct } from './same-product.ts';
import { streamNames } from './stream-names.ts';

/**
 * An image for MAAS: `boot-kernel`, `boot-initrd`, `squashfs` and `manifest` under a `:v3:` name, or `root-tgz` and
 * `manifest` (MAAS 3.8 `maasservicelayer/simplestreams/models.py`; up to 3.7 `import_images/download_descriptions.py`).
 * @throws InputError
 */
export function planMaasImage(
  files: readonly LayoutFile[],
  given: GivenTags,
  names: GivenNames,
): ImagePlan {
  const { shape } = sortMaasFiles(files, given.os);
  const label = given.label ?? 'stable';
  const problems: string[] = [];
  const named = streamNames(names, label, nameParts(shape, given), problems);
  const { os, release, version, arch } = requireTags(given, 'maas', problems);
  if (named === undefined) throw new Error('a name is missing, and no problem says so');
  const subarch = given.subarch ?? defaultSubarch(shape, version);
  const kernel = shape === 'ephemeral' ? { kflavor: 'generic', krel: release } : {};
  const subarches = subarch === 'generic' ? 'generic' : `generic,${subarch}`;
  // `version` is part of what MAAS keeps an image by from 3.6 on: another one makes a second image of the same name.
  const identity = { os, release, arch, version, subarch };
  return {
    ...named,
    place: { os, release, arch, variant: undefined },
    created: undefined,
    metadata: undefined,
    needsMd5: false,
    isVirtualMachine: false,
    productTags: (present: Product | undefined): Product => {
      checkSameProduct(named.product, present, identity);
      return {
        ...present,
        ...kernel,
        subarches,
        ...given.further,
        ...identity,
        label,
        release_title: given.releaseTitle ?? present?.release_title ?? release,
      };
    },
    versionTags: () => ({}),
    items: (hashed) => maasItems(sortMaasFiles(hashed, os)),
  };
}

function nameParts(
  shape: MaasFiles<unknown>['shape'],
  { os, release, osVersion, arch, subarch }: GivenTags,
) {
  if (shape === 'installed') {
    return { document: ['bases', 'download'], product: [`${os}-bases`, release ?? '', arch ?? ''] };
  }
  const kernel = subarch ?? defaultSubarch(shape, osVersion ?? '');
  return {
    document: ['v3', 'download'],
    product: ['v3', 'boot', osVersion ?? '', arch ?? '', kernel],
  };
}

/** The kernel that came with the release, which MAAS deploys where nothing else is asked for. */
function defaultSubarch(shape: MaasFiles<unknown>['shape'], version: string): string {
  return shape === 'ephemeral' ? `ga-${version}` : 'generic';
}

/** MAAS up to 3.4 finds a file by its name, which must be its ftype. */
function maasItems<File extends HashedFile>({
  files,
  manifest,
}: MaasFiles<File>): readonly LaidOutItem<File>[] {
  const items = files.map(({ key, ftype, file }) => ({
    name: key,
    ftype,
    content: { file },
    storedAs: ftype,
    tags: {},
  }));
  const content =
    manifest === undefined
      ? { text: listingOf(files.map(({ file }) => file)) }
      : { file: manifest };
  return [
    ...items,
    { name: 'manifest', ftype: 'manifest', content, storedAs: 'manifest', tags: {} },
  ];
}

/** What is known of an image without a package list: MAAS 3.8 wants a manifest, and never reads it. */
function listingOf(files: readonly HashedFile[]): string {
  const lines = files.map(
    ({ path, size, sha256 }) => `${sha256}  ${size}  ${path.split('/').at(-1)}\n`,
  );
  return lines.join('');
}
