import { asText, isObject, type Json } from '../json.ts';
import type { ListedProduct, Listing } from '../listing.ts';
import { hasImages, knownArchitecture } from '../lxd-images.ts';
import { each, type Fault, type Rule, shown, type Violation } from './rule.ts';

const both = { lxd: '', incus: '' } as const;

/** What LXD and Incus make of the tags of a product. */
export const lxdProductRules: readonly Rule[] = [
  {
    code: 'LXD-002',
    title: 'a product has os, release and aliases',
    readers: both,
    consequence: 'listed-wrong',
    why: 'Images are shown and sorted by os and release, and people name them by an alias. Without aliases an image can be named by its fingerprint alone.',
    fix: 'give the inputs `os`, `release` and `alias`',
    source:
      'LXD shared/simplestreams/products.go, ToLXD, and simplestreams.go, applyAliases; Incus the same files',
    verified: 'read',
    check: ofProducts(({ tags }) => {
      const missing = ['os', 'release', 'aliases'].filter((tag) => asText(tags[tag]) === undefined);
      const [field] = missing;
      return field === undefined
        ? undefined
        : { message: `the product has no ${missing.join(', no ')}`, field };
    }),
  },
  {
    code: 'LXD-014',
    title: 'the architecture is one they know',
    readers: both,
    consequence: 'product-ignored',
    why: 'A product whose arch is missing or unknown is passed over without a word. The name is compared exactly: AMD64, x86-64, all and any are unknown.',
    fix: 'give the input `arch` the Debian name, such as amd64 or arm64',
    source: 'LXD shared/osarch/architectures.go; Incus the same file',
    verified: 'program',
    check: ofProducts((product) =>
      knownArchitecture(product) === undefined
        ? {
            message: `arch is ${shown(product.tags.arch)}, which neither program knows`,
            field: 'arch',
          }
        : undefined,
    ),
  },
  {
    code: 'LXD-015',
    title: 'all products of a release have a variant, or none has',
    readers: both,
    consequence: 'old-version-served',
    why: 'A fault in the comparison makes the order of images random when products of one os and release have a variant and others have none: with 40 products about a third of the aliases pointed at an old version, another third at each call.',
    fix: 'give the input `variant` for each of them (`default` is customary)',
    source: 'LXD shared/simplestreams/sort.go, Less; Incus the same file',
    verified: 'program',
    check: mixedVariants,
  },
  {
    code: 'LXD-027',
    title: 'aliases are joined by commas alone',
    readers: both,
    consequence: 'listed-wrong',
    why: 'The tag aliases is split at commas and nothing is trimmed: "a, b" gives an alias " b", and "a,,b" an empty one.',
    fix: 'give the input `alias` once for each alias',
    source: 'LXD shared/simplestreams/products.go, ToLXD; Incus the same file',
    verified: 'program',
    check: ofProducts(({ tags }) => {
      const aliases = asText(tags.aliases)?.split(',') ?? [];
      const wrong = aliases.find((alias) => alias === '' || /\s/.test(alias));
      return wrong === undefined
        ? undefined
        : { message: `aliases holds ${shown(wrong)}`, field: 'aliases' };
    }),
  },
  {
    code: 'LXD-008',
    title: 'requirements are repeated for LXD up to 5.17',
    readers: { lxd: '<=5.17' },
    consequence: 'not-deployable',
    why: 'LXD up to 5.17 reads lxd_requirements alone (5.0.3 and later point releases of 5.0 read both). A virtual machine that needs secure boot off does not start there.',
    fix: 'give the input `requirement`, which writes both',
    source: 'LXD shared/simplestreams/products.go, ToLXD, at 5.17 and at 5.18',
    verified: 'read',
    check: ofProducts(({ tags }) =>
      hasMembers(tags.requirements) && tags.lxd_requirements === undefined
        ? 'the product has requirements and no lxd_requirements'
        : undefined,
    ),
  },
  {
    code: 'LXD-029',
    title: 'requirements are not for LXD alone',
    readers: { incus: '' },
    consequence: 'not-deployable',
    why: 'Incus reads requirements, and neither lxd_requirements nor incus_requirements.',
    fix: 'give the input `requirement`, which writes both',
    source: 'Incus shared/simplestreams/products.go, ToAPI',
    verified: 'read',
    check: ofProducts(({ tags }) => {
      const given = ['lxd_requirements', 'incus_requirements'].find((key) => hasMembers(tags[key]));
      return given !== undefined && tags.requirements === undefined
        ? { message: `the product has ${given} and no requirements`, field: given }
        : undefined;
    }),
  },
  {
    code: 'LXD-028',
    title: 'the requirement is called secureboot',
    readers: both,
    consequence: 'not-deployable',
    why: 'The key is secureboot. Images with secure_boot were published for a while, and nobody read it: the virtual machines did not start.',
    fix: 'give the input `requirement` as secureboot=false',
    source:
      'LXD lxd/instance/drivers/driver_qemu.go; Incus the same file; canonical/lxd issue 13409',
    verified: 'read',
    check: ofProducts(({ tags }) => {
      const field = ['requirements', 'lxd_requirements'].find(
        (key) => isObject(tags[key]) && misspelt(tags[key]),
      );
      return field === undefined
        ? undefined
        : { message: `${field} has secure_boot, which neither program reads`, field };
    }),
  },
  {
    code: 'LXD-030',
    title: 'support_eol is a date',
    readers: both,
    consequence: 'listed-wrong',
    why: 'support_eol is shown as the date the image expires. Where it is not YYYY-MM-DD, the image is shown as one that never does.',
    fix: 'give the input `tag` as support_eol=YYYY-MM-DD',
    source: 'LXD shared/simplestreams/products.go, ToLXD; Incus the same file',
    verified: 'read',
    check: ofProducts(({ tags }) => {
      const end = asText(tags.support_eol);
      if (end === undefined || /^\d{4}-\d{2}-\d{2}$/.test(end)) return undefined;
      return { message: `support_eol is ${shown(end)}, not YYYY-MM-DD`, field: 'support_eol' };
    }),
  },
];

/** A check of every product that has images for one of the two programs. */
function ofProducts(judge: (product: ListedProduct) => Fault | undefined): Rule['check'] {
  return ({ downloads }) =>
    each(downloads.products, (product) =>
      product.versions.some(hasImages) ? judge(product) : undefined,
    );
}

function mixedVariants({ downloads }: Listing): readonly Violation[] {
  const products = downloads.products.filter(({ versions }) => versions.some(hasImages));
  const withVariant = new Map<string, ListedProduct>();
  for (const product of products) {
    const release = releaseOf(product);
    const hasVariant = asText(product.tags.variant) !== undefined;
    if (hasVariant && !withVariant.has(release)) withVariant.set(release, product);
  }
  return each(products, (product) => {
    const other = withVariant.get(releaseOf(product));
    return asText(product.tags.variant) === undefined && other !== undefined
      ? {
          message: `the product has no variant, and ${other.name} of the same os and release has one`,
          field: 'variant',
        }
      : undefined;
  });
}

function releaseOf({ tags }: ListedProduct): string {
  return JSON.stringify([tags.os, tags.release]);
}

function hasMembers(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}

function misspelt(requirements: Json): boolean {
  return Object.hasOwn(requirements, 'secure_boot');
}
