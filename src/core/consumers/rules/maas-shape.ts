import type { ListedDocument, ListedVersion } from '../listing.ts';
import {
  accepts,
  isAccepted,
  isForeign,
  isMeant,
  isRead,
  type Kind,
  kindOf,
  kinds,
  missingFields,
  missingItems,
  missingTags,
} from '../maas-products.ts';
import { each, type Fault, type Rule, shown } from './rule.ts';

const readers = { maas: '>=3.8' } as const;
const consequence = 'source-rejected';
const says = 'Got invalid data for the products file';
const source = 'MAAS 3.8 maasservicelayer/simplestreams/models.py';
const everything =
  'MAAS 3.8 checks every version of every product, old ones too, and one fault rejects the whole source. Its log does not name the product.';

/** The shape of products that MAAS 3.8 demands. */
export const maasShapeRules: readonly Rule[] = [
  {
    code: 'MAAS-012',
    title: 'every version has a manifest',
    readers,
    consequence,
    says,
    why: `${everything} It wants an item with the key manifest in each, and never downloads it.`,
    fix: 'publish with this action, which makes a manifest, and take the versions without one out of the document',
    source: `${source}, MultiFileImageVersion and SingleFileImageVersion`,
    verified: 'code',
    check: ofVersions((kind, version) =>
      kind !== 'bootloader' && missingItems(kind, version).includes('manifest')
        ? 'the version has no item with the key manifest'
        : undefined,
    ),
  },
  {
    code: 'MAAS-013',
    title: 'items have the keys that MAAS 3.8 looks for',
    readers,
    consequence,
    says,
    why: `${everything} It looks at the keys of items, not at their ftype: root-tgz in an image of one file; boot-kernel, boot-initrd and squashfs (or root-image.gz) in one with a kernel; grub2-signed, shim-signed, grub2 or syslinux in a boot loader. A key root-dd.gz is none of them.`,
    fix: 'publish with this action, which lists a dd image under the key root-tgz (see MAAS-045)',
    source: `${source}, the ItemsLists of the three kinds`,
    verified: 'code',
    check: ofVersions((kind, version) => {
      const missing = missingItems(kind, version).filter((key) => key !== 'manifest');
      return missing.length === 0
        ? undefined
        : `no item has the key ${missing.join(', none the key ')}; the keys are ${version.items.map(({ name }) => name).join(', ')}`;
    }),
  },
  {
    code: 'MAAS-014',
    title: 'items have ftype, path, sha256 and size',
    readers,
    consequence,
    says,
    why: `${everything} Each item it knows needs ftype, path, sha256 and size, on the item itself; a boot loader also src_package, src_release and src_version.`,
    fix: 'publish the files again with this action, which writes them',
    source,
    verified: 'code',
    check: ({ all }) =>
      all.products.filter(isMeant).flatMap((product) => {
        const kind = kindOf(product);
        return product.versions.flatMap(({ items }) =>
          each(items, (item) => {
            const [field] = isRead(kind, item) ? missingFields(kind, item) : [];
            return field === undefined
              ? undefined
              : { message: `${field} is ${shown(item.tags[field])}`, field };
          }),
        );
      }),
  },
  {
    code: 'MAAS-015',
    title: 'products have all tags, as strings',
    readers,
    consequence,
    says,
    why: `${everything} An image needs arch, label, os, release, release_title, subarch, subarches and version, each a string on the product itself: a number 9 is not "9". A boot loader needs arch, arches, label, os and bootloader-type.`,
    fix: 'give the inputs `arch`, `label`, `os`, `release`, `release-title` and `os-version`, and the others with the input `tag`',
    source,
    verified: 'code',
    check: ({ all }) =>
      each(all.products.filter(isMeant), (product) => {
        const missing = missingTags(kindOf(product), product);
        const [field] = missing;
        if (field === undefined) return undefined;
        const words = missing.map((tag) => `${tag} is ${shown(product.tags[tag])}`);
        return { message: `${words.join(', ')}; a string is expected`, field };
      }),
  },
  {
    code: 'MAAS-016',
    title: 'a document has products of one kind',
    readers,
    consequence,
    says,
    why: 'All products of a document have to be boot loaders, or all images with kernel and initrd, or all images of one file (root-tgz).',
    fix: 'publish each kind into a document of its own: give the input `content-id`',
    source: `${source}, SimpleStreamsProductListFactory`,
    verified: 'code',
    check: ({ all }) => each(all.documents, mixedKinds),
  },
  {
    code: 'MAAS-017',
    title: 'every document of the index is for MAAS',
    readers,
    consequence,
    says,
    why: 'MAAS 3.8 reads every document that the index names, and one with images for LXD, Incus or Glance rejects the whole source. (Up to 3.7 such a product is passed over when it is Ubuntu, and else ends the import of all sources: MAAS-001 and MAAS-005.)',
    fix: 'publish images for MAAS into a root of their own: another value of the input `root`',
    source: `${source}, SimpleStreamsProductListFactory`,
    verified: 'code',
    check: ({ all }) =>
      each(all.documents, ({ products }) => {
        const foreign = products.find((product) => isForeign(product) && !isAccepted(product));
        return foreign === undefined
          ? undefined
          : `the product ${foreign.name} is for another program: LXD, Incus or Glance`;
      }),
  },
  {
    code: 'MAAS-023',
    title: 'no product is tagged product_name, no version version_name',
    readers,
    consequence,
    says: 'TypeError',
    why: 'MAAS 3.8 gives these names itself, and stops at one that is there already.',
    fix: 'take the key out with the tool that wrote the document',
    source,
    verified: 'code',
    check: ({ all }) => [
      ...each(all.products, ({ tags }) => named(tags, 'product_name')),
      ...each(all.versions, ({ tags }) => named(tags, 'version_name')),
    ],
  },
];

function ofVersions(
  judge: (kind: Kind, version: ListedVersion) => Fault | undefined,
): Rule['check'] {
  return ({ all }) =>
    all.products.filter(isMeant).flatMap((product) => {
      const kind = kindOf(product);
      // Of a version without items, the rule about what is empty speaks.
      return each(product.versions, (version) =>
        version.items.length === 0 ? undefined : judge(kind, version),
      );
    });
}

function mixedKinds({ products }: ListedDocument): Fault | undefined {
  const known = products.filter(isAccepted);
  if (kinds.some((kind) => known.every((product) => accepts(kind, product)))) return undefined;
  const [first] = known;
  const other = known.find((product) => first && kindOf(product) !== kindOf(first));
  if (first === undefined || other === undefined) return undefined;
  return `${first.name} is ${words[kindOf(first)]}, and ${other.name} is ${words[kindOf(other)]}`;
}

const words: Readonly<Record<Kind, string>> = {
  bootloader: 'a boot loader',
  multi: 'an image with kernel and initrd',
  single: 'an image of one file',
};

function named(tags: Readonly<Record<string, unknown>>, field: string): Fault | undefined {
  return Object.hasOwn(tags, field) ? { message: `there is a key ${field}`, field } : undefined;
}
