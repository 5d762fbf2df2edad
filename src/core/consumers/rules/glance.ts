import { datatypeOf, inherited, type ListedItem, type Listing, type Slice } from '../listing.ts';
import { once } from '../once.ts';
import { each, type Fault, inIndex, type Rule, shown, type Violation } from './rule.ts';

const readers = { glance: '' } as const;
const wanted = /disk1.img|disk.img/;
const architectures = /x86_64|amd64|i386/;
const charmReleases = /trusty|xenial|bionic|focal|jammy/;

/** What sstream-mirror-glance takes, and what Glance needs of it. */
export const glanceRules: readonly Rule[] = [
  {
    code: 'GLA-001',
    title: 'a disk has its md5',
    readers,
    consequence: 'import-aborted',
    says: 'IOError',
    why: 'The md5 that Glance computes is compared with that of the item. Without one the image is uploaded, deleted again, and the run stops.',
    fix: 'name glance in the input `for` when you publish, so that the md5 is written',
    source: 'simplestreams mirrors/glance.py, validate_image',
    verified: 'code',
    check: ofDisks((item) =>
      inherited(item, 'md5') === undefined ? { message: 'no md5', field: 'md5' } : undefined,
    ),
  },
  {
    code: 'GLA-002',
    title: 'a disk has os and version',
    readers,
    consequence: 'import-aborted',
    says: 'TypeError',
    why: 'They become the properties os_distro and os_version, which Glance wants as strings. Without one the run stops after the upload, and leaves an image that nobody owns.',
    fix: 'give the inputs `os` and `os-version`',
    source: 'simplestreams mirrors/glance.py, create_glance_properties; glanceclient v2/images.py',
    verified: 'code',
    check: ofDisks((item) => {
      const field = ['os', 'version'].find((tag) => inherited(item, tag) === undefined);
      return field === undefined ? undefined : { message: `no ${field}`, field };
    }),
  },
  {
    code: 'GLA-003',
    title: 'a disk has a pubname',
    readers,
    consequence: 'listed-wrong',
    why: 'The image in Glance is called by the pubname of the version. Without one (and without a name) all are called auto-sync/None-disk1.img.',
    fix: 'name glance in the input `for` when you publish, so that the pubname is written',
    source: 'simplestreams mirrors/glance.py, insert_item',
    verified: 'code',
    check: ofDisks((item) =>
      inherited(item, 'pubname') === undefined && inherited(item, 'name') === undefined
        ? { message: 'no pubname', field: 'pubname' }
        : undefined,
    ),
  },
  {
    code: 'GLA-004',
    title: 'the index calls a document image-downloads',
    readers,
    consequence: 'image-invisible',
    why: 'Entries of another datatype, or of none, are passed over, and the run ends well.',
    fix: 'publish once more with this action, which writes it, or correct the index with the tool that wrote it',
    source: 'simplestreams mirrors/glance.py, filter_index_entry',
    verified: 'code',
    check: ({ all }) =>
      each(all.documents, (document) => {
        const hasDisks = document.products.some((product) => owners(all).has(product));
        return hasDisks && datatypeOf(document) !== 'image-downloads'
          ? {
              message: `it has disks, and its datatype is ${shown(datatypeOf(document))}`,
              field: 'datatype',
            }
          : undefined;
      }),
  },
  {
    code: 'GLA-005',
    title: 'the architecture is one of the default filter',
    readers,
    consequence: 'advice',
    why: 'Unless it is told otherwise, sstream-mirror-glance takes the architectures x86_64, amd64 and i386 only.',
    fix: 'give the input `arch` as amd64, or tell people to give filters of their own: ftype~(disk1.img|disk.img) arch~(arm64)',
    source: 'sstream-mirror-glance, DEFAULT_FILTERS',
    verified: 'code',
    check: ofDisks((item) => {
      const arch = inherited(item, 'arch');
      return architectures.test(arch ?? '')
        ? undefined
        : { message: `arch is ${shown(arch)}`, field: 'arch' };
    }),
  },
  {
    code: 'GLA-006',
    title: 'there is a disk for Glance',
    readers,
    consequence: 'image-invisible',
    why: 'Unless it is told otherwise, sstream-mirror-glance takes items of ftype disk1.img and disk.img only; disk-kvm.img is none.',
    fix: 'name glance in the input `for`, and give a qcow2 disk in the input `files`',
    source: 'sstream-mirror-glance, DEFAULT_FILTERS',
    verified: 'code',
    check: withoutDisks,
  },
  {
    code: 'GLA-007',
    title: "the release is one of the charm's default filter",
    readers,
    consequence: 'advice',
    why: 'The charm glance-simplestreams-sync takes only the releases trusty, xenial, bionic, focal and jammy unless its mirror_list says otherwise.',
    fix: "tell people to name the release in item_filters of the charm's mirror_list",
    source: 'charm-glance-simplestreams-sync config.yaml, mirror_list',
    verified: 'read',
    check: ({ downloads }) =>
      each(downloads.products, (product) => {
        const release = inherited(product, 'release');
        return owners(downloads).has(product) && !charmReleases.test(release ?? '')
          ? { message: `release is ${shown(release)}`, field: 'release' }
          : undefined;
      }),
  },
  {
    code: 'GLA-008',
    title: 'a disk is qcow2',
    readers,
    consequence: 'listed-wrong',
    why: 'Every disk is registered with the disk format qcow2, whatever it is: an instance of a raw one does not start.',
    fix: 'convert the disk with qemu-img convert -O qcow2, and give that in the input `files`',
    source: 'simplestreams mirrors/glance.py, disk_format',
    verified: 'read',
    check: ofDisks(({ path }) =>
      path !== undefined && /\.(?:raw|vmdk|vhdx?|vdi|iso)$/.test(path)
        ? { message: `the path ${shown(path)} is not that of a qcow2 disk`, field: 'path' }
        : undefined,
    ),
  },
];

/** An item that sstream-mirror-glance takes unless it is told otherwise. */
export function isDisk({ ftype }: ListedItem): boolean {
  return wanted.test(ftype);
}

function ofDisks(judge: (item: ListedItem) => Fault | undefined): Rule['check'] {
  return ({ downloads }) => each(disks(downloads), judge);
}

const disks = once(({ items }: Slice) => items.filter(isDisk));

/** The products that have disks. */
const owners = once((slice: Slice) => new Set(disks(slice).map(({ version }) => version.product)));

function withoutDisks({ all }: Listing): readonly Violation[] {
  return all.items.length === 0 || disks(all).length > 0
    ? []
    : [inIndex('no item of the root has the ftype disk1.img or disk.img')];
}
