import type { Item, Product, Products, Version } from '../document.ts';
import type { Finding } from '../finding.ts';

/**
 * Clashes with other products that make images unusable or let an alias mean another image. Both programs read all
 * documents of datatype `image-downloads` as one stream, so `documents` are all of the root's.
 */
export function checkLxdIncus(documents: ReadonlyMap<string, Products>): readonly Finding[] {
  const fingerprints = new Map<string, string>();
  const aliases = new Map<string, string>();
  const findings: Finding[] = [];
  for (const [contentId, document] of documents) {
    for (const [name, product] of Object.entries(document.products)) {
      const place = [contentId, name];
      findings.push(
        ...aliasFindings(place, product, aliases),
        ...fingerprintFindings(place, product, fingerprints),
      );
    }
  }
  return findings;
}

function aliasFindings(
  place: readonly string[],
  product: Product,
  owners: Map<string, string>,
): readonly Finding[] {
  const types = new Set(imagesOf(product).map((image) => image.type));
  const findings: Finding[] = [];
  for (const alias of product.aliases?.split(',') ?? []) {
    for (const type of types) {
      const key = `${type} ${product.arch} ${alias}`;
      const owner = owners.get(key);
      owners.set(key, owner ?? place.join(' · '));
      if (owner === undefined) continue;
      findings.push({
        code: 'LXD-007',
        place,
        message: `alias ${alias} (${type}, ${product.arch}) belongs to ${owner} too, and LXD and Incus give it to the product whose os, release and variant sort first, not to the newest`,
        fix: 'give another alias',
      });
      break;
    }
  }
  return findings;
}

function fingerprintFindings(
  place: readonly string[],
  product: Product,
  owners: Map<string, string>,
): readonly Finding[] {
  return imagesOf(product).flatMap(({ serial, program, fingerprint }) => {
    const here = [...place, serial];
    const key = `${program} ${fingerprint}`;
    const owner = owners.get(key);
    owners.set(key, owner ?? here.join(' · '));
    if (owner === undefined) return [];
    return [
      {
        code: 'LXD-006',
        place: here,
        message: `the image ${fingerprint.slice(0, 12)} is listed by ${owner} too, and ${program} then downloads neither ("More than one match for the provided partial fingerprint")`,
        fix: 'publish only the files that are new, or rebuild the metadata tarball so that the fingerprint differs',
      },
    ];
  });
}

interface ListedImage {
  readonly serial: string;
  readonly program: 'lxd' | 'incus';
  readonly type: 'container' | 'virtual machine';
  readonly fingerprint: string;
}

const combined = /^combined_(squashfs|rootxz|disk-kvm-img|disk1-img|uefi1-img)_sha256$/;

/** Every image a product lists, as each program fingerprints it (products.go, `ToLXD`). */
function imagesOf(product: Product): readonly ListedImage[] {
  return Object.entries(product.versions ?? {}).flatMap(([serial, version]) =>
    versionImages(serial, version),
  );
}

function versionImages(serial: string, version: Version): readonly ListedImage[] {
  return Object.values(version.items ?? {}).flatMap((item) => {
    const program = /^(lxd|incus)(\.tar\.xz|_combined\.tar\.gz)$/.exec(item.ftype ?? '');
    if (program === null) return [];
    const listed = { serial, program: program[1] === 'lxd' ? 'lxd' : 'incus' } as const;
    if (program[2] === '_combined.tar.gz') return unifiedImage(item, listed);
    return Object.entries(item).flatMap(([key, value]) => {
      const field = combined.exec(key)?.[1];
      if (field === undefined || typeof value !== 'string') return [];
      const type = /^(squashfs|rootxz)$/.test(field)
        ? ('container' as const)
        : ('virtual machine' as const);
      return [{ ...listed, type, fingerprint: value }];
    });
  });
}

function unifiedImage(
  item: Item,
  listed: Pick<ListedImage, 'serial' | 'program'>,
): readonly ListedImage[] {
  if (item.sha256 === undefined) return [];
  const type =
    item.combined_type === 'virtual-machine'
      ? ('virtual machine' as const)
      : ('container' as const);
  return [{ ...listed, type, fingerprint: item.sha256 }];
}
