import { createHash } from 'node:crypto';
import type { Item, Product, Products } from '../../src/core/document.ts';

const perProduct = 100;
const perVersion = 4;

/** A products document of `count` items, as LXD and Incus read them: 36 MB of JSON for 100,000. */
export function syntheticProducts(count: number): Products {
  const versionsOf = perProduct / perVersion;
  const products: Record<string, Product> = {};
  for (let n = 0; n < count / perProduct; n++) {
    const release = `r${String(n).padStart(5, '0')}`;
    const versions = Array.from({ length: versionsOf }, (_, v) => {
      const serial = `2026${String(1 + (v % 12)).padStart(2, '0')}${String(1 + v).padStart(2, '0')}_0400`;
      return [serial, { items: itemsOf(release, serial) }] as const;
    });
    products[`synthetic:${release}:amd64:default`] = {
      aliases: `synthetic/${release}/default,synthetic/${release}`,
      arch: 'amd64',
      os: 'Synthetic',
      release,
      release_title: release,
      variant: 'default',
      versions: Object.fromEntries(versions),
    };
  }
  return { format: 'products:1.0', content_id: 'images', datatype: 'image-downloads', products };
}

function itemsOf(release: string, serial: string): Record<string, Item> {
  const digestOf = (what: string) =>
    createHash('sha256').update(`${what} ${release} ${serial}`).digest('hex');
  const item = (ftype: string, file: string, size: number, combined = {}): Item => {
    const sha256 = digestOf(file);
    const folder = `synthetic/${release}/amd64/default/${serial}/${sha256.slice(0, 32)}`;
    return { ...combined, ftype, path: `${folder}/${file}`, sha256, size };
  };
  const combined = {
    combined_squashfs_sha256: digestOf('squashfs'),
    'combined_disk-kvm-img_sha256': digestOf('disk'),
  };
  return {
    'lxd.tar.xz': item('lxd.tar.xz', 'lxd.tar.xz', 700, combined),
    'incus.tar.xz': item('incus.tar.xz', 'incus.tar.xz', 704, combined),
    'root.squashfs': item('squashfs', 'root.squashfs', 3_145_728),
    'disk.qcow2': item('disk-kvm.img', 'disk.qcow2', 8_388_608),
  };
}
