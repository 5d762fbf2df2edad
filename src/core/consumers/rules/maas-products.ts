import type { ListedProduct, Listing } from '../listing.ts';
import { isBootloader, isForeign, isSystem, tagOf } from '../maas-products.ts';
import { each, type Rule, shown, type Violation } from './rule.ts';

const old = { maas: '<=3.7' } as const;
const fresh = { maas: '>=3.8' } as const;

/** What MAAS makes of products side by side, and of some of their tags. */
export const maasProductRules: readonly Rule[] = [
  {
    code: 'MAAS-024',
    title: 'a ga- or hwe- product has a kflavor',
    readers: fresh,
    consequence: 'not-deployable',
    why: 'Without one the image becomes one for amd64/ga-22.04-None, which no machine is.',
    fix: 'give the input `tag` as kflavor=generic',
    source: 'MAAS 3.8 maasservicelayer/services/image_sync.py',
    verified: 'code',
    check: ({ all }) =>
      each(all.products, ({ tags }) =>
        /^(?:ga|hwe)-/.test(String(tags.subarch)) && typeof tags.kflavor !== 'string'
          ? { message: `subarch is ${tags.subarch}, and kflavor is missing`, field: 'kflavor' }
          : undefined,
      ),
  },
  {
    code: 'MAAS-029',
    title: 'version is the same in all products of a release',
    readers: { maas: '>=3.6' },
    consequence: 'not-deployable',
    why: 'The tag version of a product is part of what MAAS knows an image by. With two values for one os, release and arch there are two images of one name, and neither is found any more. So it may never change either.',
    fix: 'give the input `os-version` the value that the other products of the release have',
    source: 'MAAS 3.7 maasserver/bootresources.py; maasserver/rpc/boot.py',
    verified: 'read',
    check: otherVersions,
  },
  {
    code: 'MAAS-030',
    title: 'os, release, arch, subarch and kflavor together are those of one product',
    readers: { maas: '' },
    consequence: 'product-ignored',
    why: 'Of two products that share them, MAAS up to 3.7 imports the later one, and MAAS 3.8 writes both into one image.',
    fix: 'give the input `release` a name of its own, or publish into the product that is there with the input `product`',
    source:
      'MAAS 3.4 provisioningserver/import_images/boot_image_mapping.py; 3.8 maasservicelayer/services/image_sync.py',
    verified: 'code',
    check: sameImages,
  },
  {
    code: 'MAAS-031',
    title: 'a product has two versions at least',
    readers: old,
    consequence: 'advice',
    why: 'MAAS reads the documents again for each step of an import, and takes only what the first step saw: when the only version is replaced in between, nothing of the product is imported until the next hour.',
    fix: 'keep the version before listed when you publish the next one',
    source: 'MAAS 3.7 maasserver/bootresources.py',
    verified: 'code',
    check: ({ all }) =>
      each(all.products, (product) =>
        product.versions.length === 1 && isSystem(product)
          ? `the product has the version ${product.versions[0]?.serial} alone`
          : undefined,
      ),
  },
  endRule('MAAS-033', old, 'import-aborted', 'ValueError'),
  endRule('MAAS-034', fresh, 'source-rejected', 'Got invalid data for the products file'),
];

/** What MAAS tells images apart by, or `undefined` for what is none. */
function imageOf(product: ListedProduct, keys: readonly string[]): string | undefined {
  if (!isSystem(product) || tagOf(product, 'release') === undefined) return undefined;
  return keys.map((key) => tagOf(product, key) ?? defaults[key] ?? '').join(' ');
}

const defaults: Readonly<Record<string, string>> = {
  os: 'ubuntu',
  subarch: 'generic',
  kflavor: 'generic',
};

function sameImages({ all }: Listing): readonly Violation[] {
  const owners = new Map<string, ListedProduct>();
  return each(all.products, (product) => {
    const image = imageOf(product, ['os', 'release', 'arch', 'subarch', 'kflavor']);
    if (image === undefined) return undefined;
    const owner = owners.get(image) ?? product;
    owners.set(image, owner);
    return owner === product ? undefined : `${image} is what the product ${owner.name} is too`;
  });
}

function otherVersions({ all }: Listing): readonly Violation[] {
  const owners = new Map<string, ListedProduct>();
  return each(all.products, (product) => {
    const image = imageOf(product, ['os', 'release', 'arch']);
    if (image === undefined) return undefined;
    const owner = owners.get(image) ?? product;
    owners.set(image, owner);
    const [version, others] = [product, owner].map((one) => tagOf(one, 'version'));
    return version === others
      ? undefined
      : {
          message: `version is ${shown(version)}, and ${shown(others)} in ${owner.name}, which is for ${image} too`,
          field: 'version',
        };
  });
}

function endRule(
  code: string,
  readers: Rule['readers'],
  consequence: Rule['consequence'],
  says: string,
): Rule {
  const isOld = consequence === 'import-aborted';
  return {
    code,
    title: isOld ? 'support_eol is a date' : 'support_eol is a date, or null',
    readers,
    consequence,
    says,
    why: isOld
      ? 'support_eol is read as YYYY-MM-DD, and anything else ends the import of all sources.'
      : 'support_eol is read as YYYY-MM-DD, and anything else rejects the whole source.',
    fix: 'give the input `tag` as support_eol=YYYY-MM-DD, or leave it out',
    source: isOld
      ? 'MAAS 3.7 maasserver/bootsources.py, _update_cache'
      : 'MAAS 3.8 maasservicelayer/simplestreams/models.py',
    verified: 'read',
    check: ({ all }) =>
      each(all.products, (product) => {
        const end = isOld ? tagOf(product, 'support_eol') : product.tags.support_eol;
        const isRead = !isBootloader(product) && (isOld || !isForeign(product));
        return isRead && end !== undefined && end !== null && !isDay(end)
          ? { message: `support_eol is ${shown(end)}, not YYYY-MM-DD`, field: 'support_eol' }
          : undefined;
      }),
  };
}

function isDay(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
  );
}
