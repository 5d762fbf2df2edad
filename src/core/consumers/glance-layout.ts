import type { Product } from '../document.ts';
import { InputError } from '../error.ts';
import type { GivenTags } from './given-tags.ts';
import type { GivenNames, HashedFile, ImagePlan, LayoutFile } from './layout.ts';
import { requireTags } from './required-tags.ts';
import { checkSameProduct } from './same-product.ts';
import { streamNames } from './stream-names.ts';

/**
 * A disk for OpenStack, as sstream-mirror-glance copies it: `disk1.img`, with the md5 that Glance tells, and a name
 * (simplestreams `mirrors/glance.py`).
 * @throws InputError
 */
export function planGlanceImage(
  files: readonly LayoutFile[],
  given: GivenTags,
  names: GivenNames,
): ImagePlan {
  const disk = onlyDisk(files);
  const label = given.label ?? 'release';
  const problems: string[] = [];
  const product = ['server', given.osVersion ?? '', given.arch ?? ''];
  const named = streamNames(names, label, { document: ['download'], product }, problems);
  const { os, release, version, arch } = requireTags(given, 'glance', problems);
  if (named === undefined) throw new Error('a name is missing, and no problem says so');
  const identity = { os, release, version, arch };
  return {
    ...named,
    place: { os, release, arch, variant: given.variant },
    created: undefined,
    metadata: undefined,
    needsMd5: true,
    isVirtualMachine: true,
    productTags: (present: Product | undefined): Product => {
      checkSameProduct(named.product, present, identity);
      const aliases = given.aliases.length === 0 ? present?.aliases : given.aliases.join(',');
      return {
        ...present,
        ...given.further,
        ...identity,
        release_title: given.releaseTitle ?? present?.release_title ?? release,
        ...(aliases === undefined ? {} : { aliases }),
      };
    },
    versionTags: (serial) => ({ label, pubname: pubname(os, version, arch, serial) }),
    items: (hashed) =>
      hashed
        .filter(({ path }) => path === disk.path)
        .map((file) => ({
          name: 'disk1.img',
          ftype: 'disk1.img',
          content: { file },
          storedAs: 'disk1.img',
          tags: md5Of(file),
        })),
  };
}

/** What Glance calls the image. */
export function pubname(os: string, version: string, arch: string, serial: string): string {
  return `${os}-${version}-${arch}-${serial}`.toLowerCase();
}

function md5Of({ md5, path }: HashedFile): Readonly<Record<string, string>> {
  if (md5 === undefined) throw new Error(`${path} was hashed without md5`);
  return { md5 };
}

function onlyDisk(files: readonly LayoutFile[]): LayoutFile {
  const [disk, ...more] = files;
  if (disk?.facts.kind === 'qcow2' && more.length === 0) return disk;
  const given = files.map(({ path, facts }) => `${path} (${facts.kind})`).join(', ');
  throw new InputError(
    'IMAGE_INVALID',
    `glance takes one qcow2 disk, and was given ${given}; convert a raw one with qemu-img convert -O qcow2`,
  );
}
