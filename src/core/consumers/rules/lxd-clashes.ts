import { describePlace } from '../../finding.ts';
import type { ConsumerName } from '../consumer.ts';
import { asText } from '../json.ts';
import type { ListedProduct } from '../listing.ts';
import {
  imagesOf,
  knownArchitecture,
  type ListedImage,
  type Program,
  programNames,
} from '../lxd-images.ts';
import { placeOf, type Rule, type Violation, violation } from './rule.ts';

const both = { lxd: '', incus: '' } as const;

/**
 * Images that get in each other's way. Both programs read all documents of datatype `image-downloads` as one stream.
 */
export const lxdClashRules: readonly Rule[] = [
  {
    code: 'LXD-006',
    title: 'an image is listed once',
    readers: both,
    consequence: 'download-fails',
    says: 'More than one match for the provided partial fingerprint',
    why: 'An image is found by its fingerprint, and one that is listed twice in a root (as two versions, in two products or documents, or by two items of one ftype) can neither be shown nor downloaded any more. A build that gives the same bytes again is the usual case.',
    fix: 'publish only the files that are new, or rebuild the metadata tarball so that the fingerprint differs',
    source:
      'LXD shared/simplestreams/simplestreams.go, GetImage; Incus the same file; canonical/lxd issue 12849',
    verified: 'program',
    check: ({ downloads }, readers) => sameFingerprints(downloads.products, programsOf(readers)),
  },
  {
    code: 'LXD-007',
    title: 'an alias belongs to one product',
    readers: both,
    consequence: 'old-version-served',
    why: 'For one alias, architecture and type (container or virtual machine) there is one image. Of several products that claim it, the one gets it whose os, release and variant sort first, and not the newest: an alias "latest" on the releases 10.0 and 9.0 means 10.0, on 1.0 and 2.0 it means 1.0.',
    fix: 'give another alias with the input `alias`',
    source:
      'LXD shared/simplestreams/simplestreams.go, applyAliases, and sort.go; Incus the same files',
    verified: 'program',
    check: ({ downloads }, readers) => sameAliases(downloads.products, programsOf(readers)),
  },
];

function programsOf(readers: readonly ConsumerName[]): readonly Program[] {
  return programNames.filter((program) => readers.includes(program));
}

function sameFingerprints(
  products: readonly ListedProduct[],
  programs: readonly Program[],
): readonly Violation[] {
  const violations = new Map<string, Violation>();
  for (const program of programs) {
    for (const [owner, { version, fingerprint }] of duplicates(products, program)) {
      const where =
        owner.version === version
          ? 'twice in this version'
          : `by ${describePlace(placeOf(owner.version))} too`;
      const message = `the image ${fingerprint.slice(0, 12)} is listed ${where}, and neither can be downloaded`;
      const found = violation(version, message);
      // Once, when it is so for both programs.
      violations.set(`${describePlace(found.place)} ${message}`, found);
    }
  }
  return [...violations.values()];
}

/** Images with the fingerprint of an earlier one, each with that one. */
function duplicates(
  products: readonly ListedProduct[],
  program: Program,
): readonly (readonly [ListedImage, ListedImage])[] {
  const owners = new Map<string, ListedImage>();
  const found: (readonly [ListedImage, ListedImage])[] = [];
  for (const product of products) {
    if (knownArchitecture(product) === undefined) continue;
    for (const image of imagesOf[program](product)) {
      const owner = owners.get(image.fingerprint);
      if (owner === undefined) owners.set(image.fingerprint, image);
      else found.push([owner, image]);
    }
  }
  return found;
}

function sameAliases(
  products: readonly ListedProduct[],
  programs: readonly Program[],
): readonly Violation[] {
  const owners = new Map<string, ListedProduct>();
  return products.flatMap((product) => {
    const aliases = new Set(asText(product.tags.aliases)?.split(','));
    const kinds = kindsOf(product, programs);
    return [...aliases].flatMap((alias) => {
      const clash = kinds
        .map((kind) => ({ kind, owner: claim(owners, `${kind} ${alias}`, product) }))
        .find(({ owner }) => owner !== product);
      if (clash === undefined) return [];
      const words = clash.kind.slice(clash.kind.indexOf(' ') + 1);
      return [
        violation(product, {
          message: `alias ${alias} (${words}) belongs to ${describePlace(placeOf(clash.owner))} too, and goes to the product whose os, release and variant sort first, not to the newest`,
          field: 'aliases',
        }),
      ];
    });
  });
}

/** What an alias of the product stands for: `lxd container, x86_64`. */
function kindsOf(product: ListedProduct, programs: readonly Program[]): readonly string[] {
  const arch = knownArchitecture(product);
  if (arch === undefined) return [];
  const kinds = new Set<string>();
  for (const program of programs) {
    for (const { type } of imagesOf[program](product)) kinds.add(`${program} ${type}, ${arch}`);
  }
  return [...kinds];
}

function claim(
  owners: Map<string, ListedProduct>,
  key: string,
  product: ListedProduct,
): ListedProduct {
  const owner = owners.get(key) ?? product;
  owners.set(key, owner);
  return owner;
}
