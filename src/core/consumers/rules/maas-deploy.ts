import type { ListedProduct } from '../listing.ts';
import { isForeign, isSystem, newestItems, tagOf } from '../maas-products.ts';
import { each, type Fault, type Rule } from './rule.ts';

const everyone = { maas: '' } as const;
const consequence = 'not-deployable';
const source =
  'MAAS maasserver/preseed.py, maasserver/rpc/boot.py and provisioningserver/drivers/osystem, in 3.4 and in 3.8';
const drivers: Readonly<Record<string, RegExp | undefined>> = {
  centos: /^root-t[gbx]z$/,
  rhel: /^root-t[gbx]z$/,
  suse: /^root-t[gbx]z$/,
  ol: /^root-t[gbx]z$/,
  esxi: /^root-dd/,
  windows: /^root-dd/,
  'ubuntu-core': /^root-dd/,
};
// What they install is not known, or a rule of its own.
const further: ReadonlySet<string> = new Set(['ubuntu', 'custom', 'caringo', 'onie']);

/** Images that MAAS imports, and cannot deploy. No machine was deployed to find out: all of it is in the source code. */
export const maasDeployRules: readonly Rule[] = [
  {
    code: 'MAAS-040',
    title: 'os is not custom',
    readers: everyone,
    consequence,
    why: 'Custom images are looked up among those that were uploaded. One from a stream is imported as `custom/<release>`, and never found.',
    fix: 'give the input `os` the driver that installs the image: centos, rhel, ol or suse for a root tarball; or upload it with maas boot-resources create',
    source,
    verified: 'read',
    check: ofSystems((product) =>
      osOf(product) === 'custom' ? { message: 'os is custom', field: 'os' } : undefined,
    ),
  },
  {
    code: 'MAAS-041',
    title: 'os is one that MAAS has a driver for',
    readers: everyone,
    consequence,
    why: 'There are drivers for ubuntu, ubuntu-core, centos, rhel, ol, suse, esxi and windows. Images of another os, such as rocky, alma or debian, are imported, and cannot be deployed.',
    fix: 'give the input `os` the driver that installs the image (rhel or centos for Rocky Linux and AlmaLinux), and the inputs `release` and `release-title` the name people know',
    source,
    verified: 'read',
    check: ofSystems((product) => {
      const os = osOf(product);
      return further.has(os) || Object.hasOwn(drivers, os)
        ? undefined
        : { message: `os is ${os}, for which MAAS has no driver`, field: 'os' };
    }),
  },
  {
    code: 'MAAS-042',
    title: 'os is not ol',
    readers: { maas: '<=3.4' },
    consequence,
    why: 'The driver for Oracle Linux came with MAAS 3.5.',
    fix: 'give the input `os` as rhel or centos, or the input `for` as maas>=3.5',
    source,
    verified: 'read',
    check: ofSystems((product) =>
      osOf(product) === 'ol' ? { message: 'os is ol', field: 'os' } : undefined,
    ),
  },
  {
    code: 'MAAS-043',
    title: 'an image of Ubuntu has kernel, initrd and squashfs',
    readers: everyone,
    consequence,
    says: 'has no kernels available',
    why: 'Ubuntu is installed with a kernel from the same product. A tarball alone (root-tgz, as packer-maas makes it) is imported, and cannot be deployed: there is no form of it in a stream that can.',
    fix: 'give boot-kernel, boot-initrd and squashfs in the input `files` (docs/recipes/maas-custom-ubuntu.md makes them of the tarball); or upload the tarball with maas boot-resources create',
    source: 'MAAS maasserver/utils/osystems.py, validate_hwe_kernel; packer-maas issues 49 and 187',
    verified: 'read',
    check: ofSystems((product) => {
      if (osOf(product) !== 'ubuntu') return undefined;
      const ftypes = new Set(newestItems(product).map(({ ftype }) => ftype));
      const hasRoot = ftypes.has('squashfs') || ftypes.has('root-image.gz');
      const missing = ['boot-kernel', 'boot-initrd'].filter((ftype) => !ftypes.has(ftype));
      if (!hasRoot) missing.push('squashfs');
      return missing.length === 0 ? undefined : `no item has the ftype ${missing.join(', none ')}`;
    }),
  },
  {
    code: 'MAAS-044',
    title: 'there is one file that the driver installs',
    readers: everyone,
    consequence,
    why: 'The drivers centos, rhel, ol and suse install root-tgz, root-tbz or root-txz; esxi, windows and ubuntu-core a root-dd in one of its forms. With none of them, or with several, there is nothing to deploy.',
    fix: 'give one image in the input `files`: .tar.gz for the first four, .dd.gz for the others',
    source,
    verified: 'read',
    check: ofSystems((product) => {
      const os = osOf(product);
      const installed = Object.hasOwn(drivers, os) ? drivers[os] : undefined;
      if (installed === undefined) return undefined;
      const files = newestItems(product).filter(({ ftype }) => installed.test(ftype));
      return files.length === 1
        ? undefined
        : `the driver ${os} finds ${files.length} files that it installs, by their ftypes`;
    }),
  },
  {
    code: 'MAAS-045',
    title: 'a dd image under the key root-tgz works by accident',
    readers: everyone,
    consequence: 'advice',
    why: 'Up to MAAS 3.7 the ftype counts, in 3.8 the key. An item with the key root-tgz and the ftype root-dd.gz is therefore accepted by all, and installed as a dd image. No one promised that, and it was not tried on a running MAAS 3.8.',
    fix: 'nothing needs to be done; for up to MAAS 3.7 alone, the key root-dd.gz is the usual one',
    source: 'MAAS 3.8 maasservicelayer/simplestreams/models.py; 3.4 maasserver/bootresources.py',
    verified: 'read',
    check: ({ all }) =>
      each(all.products.flatMap(newestItems), ({ name, ftype }) =>
        name === 'root-tgz' && ftype.startsWith('root-dd')
          ? `the item root-tgz has the ftype ${ftype}`
          : undefined,
      ),
  },
  {
    code: 'MAAS-046',
    title: 'subarches has generic, or the subarch, between commas',
    readers: everyone,
    consequence,
    why: 'A machine is given an image whose subarches name its own subarchitecture, which is generic for nearly all. The list is split at commas, and nothing is trimmed.',
    fix: 'give the input `tag` as subarches=generic, or as subarches=generic,ga-22.04',
    source:
      'MAAS maasserver/models/bootresource.py; 3.4 provisioningserver/import_images/helpers.py',
    verified: 'read',
    check: ofSystems((product) => {
      const subarches = tagOf(product, 'subarches') ?? 'generic';
      const list = subarches.split(',');
      const isFit =
        list.includes('generic') || list.includes(tagOf(product, 'subarch') ?? 'generic');
      return isFit && !/\s/.test(subarches)
        ? undefined
        : { message: `subarches is "${subarches}"`, field: 'subarches' };
    }),
  },
];

/** Up to 3.7 a product without os is one of Ubuntu. */
function osOf(product: ListedProduct): string {
  return tagOf(product, 'os') ?? 'ubuntu';
}

function ofSystems(judge: (product: ListedProduct) => Fault | undefined): Rule['check'] {
  return ({ all }) =>
    each(all.products, (product) =>
      isSystem(product) && !isForeign(product) && newestItems(product).length > 0
        ? judge(product)
        : undefined,
    );
}
