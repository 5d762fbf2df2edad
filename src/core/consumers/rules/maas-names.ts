import type { ListedProduct } from '../listing.ts';
import { inherited } from '../listing.ts';
import {
  isBootloader,
  isIgnoredUbuntu,
  isMeant,
  isSystem,
  kindOf,
  newestItems,
  tagOf,
  ubuntuName,
} from '../maas-products.ts';
import { each, type Fault, type Rule, shown } from './rule.ts';

const old = { maas: '<=3.7' } as const;
const says = 'Ignoring unsupported product <product>';
const source =
  'MAAS 3.4 provisioningserver/import_images/download_descriptions.py, validate_product; 3.5 to 3.7 maasserver/import_images, the same';

const bootloaders: ReadonlySet<string> = new Set([
  'pxe pxelinux i386',
  'uefi grub-efi-signed amd64',
  'uefi grub-efi arm64',
  'open-firmware grub-ieee1275 ppc64el',
]);

/** Names of products that MAAS passes over. */
export const maasNameRules: readonly Rule[] = [
  {
    code: 'MAAS-001',
    title: 'a product of Ubuntu is named :v3:',
    readers: old,
    consequence: 'product-ignored',
    says,
    why: 'Where os contains "ubuntu", in any case, the name of the product has to match `/.*:v([23]|3\\+platform):.*/i` (up to 3.3 `/.*:v[23]:.*/i`), or `/.*:v4:.*/i` for ubuntu-core. The line is logged once for each item of the product, so for an image with a manifest twice. Nothing else has to be wrong: com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64, the name that meph2-import makes, does not match. Renaming alone makes the product imported, not deployable: see MAAS-043.',
    fix: 'give the input `product` a name with :v3: in it, such as com.example.maas:v3:boot:22.04:amd64:ga-22.04',
    source,
    verified: 'code',
    check: ofProducts((product) =>
      isIgnoredUbuntu(product)
        ? `os is ${tagOf(product, 'os')}, and the name does not match /.*:v([23]|3\\+platform):.*/i`
        : undefined,
    ),
  },
  {
    code: 'MAAS-002',
    title: 'a product of Ubuntu is not named :v3+platform:',
    readers: { maas: '<=3.3' },
    consequence: 'product-ignored',
    says,
    why: 'Up to MAAS 3.3 the name of a product of Ubuntu has to match `/.*:v[23]:.*/i`, which :v3+platform: does not.',
    fix: 'give the input `product` a name with :v3: in it',
    source,
    verified: 'read',
    check: ofProducts((product) =>
      (tagOf(product, 'os')?.toLowerCase() ?? '').includes('ubuntu') &&
      !isIgnoredUbuntu(product) &&
      !/:v[234]:/i.test(product.name)
        ? 'the name matches :v3+platform: only'
        : undefined,
    ),
  },
  {
    code: 'MAAS-003',
    title: 'a product with kernel and initrd is named :v3:',
    readers: { maas: '>=3.8' },
    consequence: 'product-ignored',
    why: 'A product of boot-kernel, boot-initrd and squashfs, of whatever os, is passed over when its name does not match `/.*:v([23]|3\\+platform):.*/i`. MAAS 3.8 logs nothing.',
    fix: 'give the input `product` a name with :v3: in it, such as com.example.maas:v3:boot:22.04:amd64:ga-22.04',
    source: 'MAAS 3.8 maasservicelayer/services/image_sync.py',
    verified: 'code',
    check: ({ all }) =>
      each(all.products, (product) =>
        isMeant(product) && kindOf(product) === 'multi' && !ubuntuName.test(product.name)
          ? 'the product has kernel and initrd, and its name does not match /.*:v([23]|3\\+platform):.*/i'
          : undefined,
      ),
  },
  {
    code: 'MAAS-004',
    title: 'a boot loader is one MAAS knows',
    readers: { maas: '' },
    consequence: 'product-ignored',
    says,
    why: `The name of a product with a bootloader-type has to match \`/.*:1:.*/i\`, and its bootloader-type, os and arch have to be one of ${[...bootloaders].join('; ')}. Canonical's own pxelinux:pxe:amd64 is passed over by every version. MAAS 3.8 logs nothing.`,
    fix: 'leave boot loaders to the images of Canonical, or correct name, bootloader-type, os and arch',
    source,
    verified: 'code',
    check: ofProducts((product) => {
      if (!isBootloader(product)) return undefined;
      if (!/.*:1:.*/i.test(product.name))
        return 'the name of the boot loader does not match /.*:1:.*/i';
      const triple = ['bootloader-type', 'os', 'arch'].map((tag) => tagOf(product, tag)).join(' ');
      return bootloaders.has(triple)
        ? undefined
        : `bootloader-type, os and arch are ${triple}, which MAAS does not know`;
    }),
  },
  {
    code: 'MAAS-005',
    title: 'a product has arch, label and release',
    readers: old,
    consequence: 'import-aborted',
    says: 'KeyError',
    why: 'Each product that is not passed over needs arch, label, and release (or bootloader-type). One product without them ends the import of all sources, also of the images of Canonical.',
    fix: 'give the inputs `arch`, `label` and `release`',
    source:
      'MAAS 3.4 provisioningserver/import_images/download_descriptions.py, RepoDumper.insert_item',
    verified: 'code',
    check: ofProducts((product) => {
      if (isIgnoredUbuntu(product)) return undefined;
      for (const item of newestItems(product)) {
        const release = isBootloader(product) ? 'bootloader-type' : 'release';
        const field = ['arch', 'label', release].find((key) => inherited(item, key) === undefined);
        if (field !== undefined) return { message: `the product has no ${field}`, field };
      }
      return undefined;
    }),
  },
  {
    code: 'MAAS-026',
    title: 'os and release have 20 characters at most',
    readers: { maas: '' },
    consequence: 'product-ignored',
    why: 'A longer one can be listed, and not be selected for the import.',
    fix: 'give the inputs `os` and `release` shorter names',
    source: 'MAAS maasserver/models/bootsourceselection.py; 3.8 maasservicelayer/db/tables.py',
    verified: 'read',
    check: ofProducts((product) => tooLong(product, { os: 20, release: 20 })),
  },
  {
    code: 'MAAS-027',
    title: 'arch, subarch, kflavor, label and ftype fit their columns',
    readers: { maas: '' },
    consequence: 'import-aborted',
    why: 'arch, subarch, kflavor and label have 32 characters at most, an ftype 20, and the last part of a path 255: the columns of the database.',
    fix: 'give the inputs `arch` and `label`, and the tags subarch and kflavor with the input `tag`, shorter values',
    source:
      'MAAS maasserver/models/bootsourcecache.py and bootresourcefile.py; 3.8 maasservicelayer/db/tables.py',
    verified: 'read',
    check: ofProducts(
      (product) =>
        tooLong(product, { arch: 32, subarch: 32, kflavor: 32, label: 32 }) ?? tooLongFile(product),
    ),
  },
  {
    code: 'MAAS-028',
    title: 'a serial has 32 characters at most',
    readers: { maas: '>=3.8' },
    consequence: 'import-aborted',
    why: 'The newest serial is kept in a column of 32 characters.',
    fix: 'give the input `serial` a shorter one, or leave it out',
    source: 'MAAS 3.8 maasservicelayer/db/tables.py, bootsourcecache.latest_version',
    verified: 'read',
    check: ({ all }) =>
      each(all.versions, ({ serial }) =>
        serial.length > 32 ? `the serial has ${serial.length} characters` : undefined,
      ),
  },
];

function ofProducts(judge: (product: ListedProduct) => Fault | undefined): Rule['check'] {
  return ({ all }) => each(all.products, judge);
}

function tooLong(
  product: ListedProduct,
  limits: Readonly<Record<string, number>>,
): Fault | undefined {
  if (!isSystem(product)) return undefined;
  for (const [field, limit] of Object.entries(limits)) {
    const value = tagOf(product, field) ?? '';
    if (value.length > limit) {
      return { message: `${field} ${shown(value)} has ${value.length} characters`, field };
    }
  }
  return undefined;
}

function tooLongFile(product: ListedProduct): Fault | undefined {
  for (const { name, ftype, path = '' } of newestItems(product)) {
    if (ftype.length > 20)
      return { message: `the ftype of ${name} is ${shown(ftype)}`, field: 'ftype' };
    const length = path.length - path.lastIndexOf('/') - 1;
    if (length > 255)
      return {
        message: `the last part of the path of ${name} has ${length} characters`,
        field: 'path',
      };
  }
  return undefined;
}
