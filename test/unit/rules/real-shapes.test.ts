import { describe, expect, test } from 'vitest';
import { checkRoot } from '../../../src/core/consumers/check.ts';
import { type ConsumerName, everyRelease } from '../../../src/core/consumers/consumer.ts';
import type { RootView } from '../../../src/core/consumers/listing.ts';
import { incusIndex, incusProducts } from '../schema/documents.ts';
import { type DraftDocument, entryOf, sumOf } from './fixtures/draft.ts';
import { bootloader, container, containers, file, ubuntu } from './fixtures/roots.ts';

const updated = 'Fri, 21 Aug 2026 10:00:00 +0000';

function rootOf(datatype: string, products: Record<string, DraftDocument['products']>): RootView {
  const documents = new Map<string, DraftDocument>();
  const entries: Record<string, unknown> = {};
  for (const [contentId, listed] of Object.entries(products)) {
    const document = { content_id: contentId, datatype, format: 'products:1.0', updated };
    documents.set(contentId, { ...document, products: listed });
    entries[contentId] = entryOf({ ...document, products: listed }, `streams/v1/${contentId}.json`);
  }
  return { index: { format: 'index:1.0', updated, index: entries }, signed: true, documents };
}

function errors(root: RootView, ...names: readonly ConsumerName[]): readonly string[] {
  return checkRoot(root, names.map(everyRelease))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`);
}

describe('no false alarm', () => {
  test('on what incus-simplestreams 6.0.4 makes: one line of JSON, no updated, serials YYYYMMDDhhmm', () => {
    const documents = new Map([['images', incusProducts]]);
    expect(errors({ index: incusIndex, signed: false, documents }, 'incus')).toEqual([]);
  });

  test('on what incus-simplestreams 7 makes: a unified tarball with combined_type', () => {
    const version = (serial: string) => ({
      items: {
        'incus_combined.tar.gz': file('incus_combined.tar.gz', `images/${serial}.tar.xz`, {
          combined_type: 'virtual-machine',
        }),
      },
    });
    const product = { ...containers(), versions: { '202511201446': version('202511201446') } };
    const root = rootOf('image-downloads', { images: { 'Alpine:3.22:default:amd64': product } });
    expect(errors(root, 'incus')).toEqual([]);
  });

  test('on what simplestream-maintainer makes: container and machine in one version, deltas, a version half pruned', () => {
    const versions = Object.fromEntries(
      ['20261119_0042', '20261120_0042'].map((serial) => [serial, maintained(serial)]),
    );
    const noble = { ...containers('ubuntu'), distro: 'ubuntu', versions };
    const old = { ...noble, release: 'jammy', aliases: 'ubuntu/jammy', versions: {} };
    const root = rootOf('image-downloads', {
      images: { 'ubuntu:noble:amd64:cloud': noble, 'ubuntu:jammy:amd64:cloud': old },
    });
    expect(errors(root, 'lxd')).toEqual([]);
  });

  test('on images.linuxcontainers.org: items of both programs over one file, variants, serials with a colon', () => {
    const versions = { '20260820_13:00': lxc('a'), '20260821_13:00': lxc('b') };
    const product = { ...containers(), versions };
    const cloud = {
      ...product,
      variant: 'cloud',
      aliases: 'alpine/3.22/cloud',
      versions: { '20260821_13:00': lxc('c') },
    };
    const root = rootOf('image-downloads', {
      images: { 'alpine:3.22:amd64:default': product, 'alpine:3.22:amd64:cloud': cloud },
    });
    expect(errors(root, 'lxd', 'incus')).toEqual([]);
  });

  test.each(['glance', 'lxd', 'sstream'] as const)(
    'on cloud-images.ubuntu.com, released and daily, for %s',
    (name) => {
      const root = rootOf('image-downloads', {
        'com.ubuntu.cloud:released:download': {
          'com.ubuntu.cloud:server:14.04:amd64': cloudProduct('14.04', 'amd64', ['20160602']),
          'com.ubuntu.cloud:server:24.04:arm64': cloudProduct('24.04', 'arm64', [
            '20260820',
            '20260821',
            '20260821.1',
          ]),
        },
      });
      expect(errors(root, name)).toEqual([]);
    },
  );

  test.each(['maas', 'sstream'] as const)('on images.maas.io, stream v3, for %s', (name) => {
    const root = rootOf('image-ids', {
      'com.ubuntu.maas:stable:v3:download': {
        'com.ubuntu.maas.stable:v3:boot:22.04:amd64:ga-22.04': ubuntu(),
        'com.ubuntu.maas.stable:v3:boot:22.04:amd64:hwe-22.04': ubuntu('hwe-22.04'),
        'com.ubuntu.maas.stable:v3:boot:22.04:amd64:hwe-22.04-lowlatency': {
          ...ubuntu('hwe-22.04-lowlatency'),
          kflavor: 'lowlatency',
        },
      },
      'com.ubuntu.maas:stable:1:bootloader-download': {
        'com.ubuntu.maas.stable:1:grub-efi-signed:uefi:amd64': bootloader(),
      },
      'com.ubuntu.maas:stable:centos-bases-download': { 'com.ubuntu.maas.stable:centos': centos() },
    });
    expect(errors(root, name)).toEqual([]);
  });
});

test('the boot loader pxelinux:pxe:amd64 of images.maas.io is told of, because MAAS passes over it', () => {
  const pxe = { ...bootloader(), 'bootloader-type': 'pxe', os: 'pxelinux' };
  const root = rootOf('image-ids', {
    boot: { 'com.ubuntu.maas.stable:1:pxelinux:pxe:amd64': pxe },
  });
  expect(errors(root, 'maas')).toEqual([expect.stringMatching(/^MAAS-004 .*pxe pxelinux amd64/)]);
});

function maintained(serial: string) {
  const made = container(serial, 'ubuntu');
  delete made.items['incus.tar.xz'];
  Object.assign(made.items['lxd.tar.xz'] ?? {}, {
    'combined_disk-kvm-img_sha256': sumOf(`kvm ${serial}`),
  });
  made.items['disk.qcow2'] = file('disk-kvm.img', `ubuntu/${serial}/disk.qcow2`);
  made.items['rootfs.vcdiff'] = file('squashfs.vcdiff', `ubuntu/${serial}/rootfs.vcdiff`, {
    delta_base: '20261119_0042',
  });
  return made;
}

function lxc(of: string) {
  const made = container(of);
  const hash = { combined_sha256: sumOf(`x ${of}`), combined_rootxz_sha256: sumOf(`x ${of}`) };
  for (const name of ['lxd.tar.xz', 'incus.tar.xz']) Object.assign(made.items[name] ?? {}, hash);
  made.items['root.tar.xz'] = file('root.tar.xz', `images/${of}/rootfs.tar.xz`);
  return made;
}

/** Trusty has no combined hash for its disk, which is there for Glance. */
function cloudProduct(version: string, arch: string, serials: readonly string[]) {
  const made = (serial: string) => {
    const path = `server/releases/${version}/release-${serial}/ubuntu-${version}-${arch}`;
    const md5 = { md5: sumOf(path, 32) };
    return {
      label: 'release',
      pubname: `ubuntu-${version}-${arch}-server-${serial}`,
      items: {
        'disk1.img': file('disk1.img', `${path}.img`, md5),
        manifest: file('manifest', `${path}.manifest`, md5),
        'lxd.tar.xz': file('lxd.tar.xz', `${path}-lxd.tar.xz`, {
          ...md5,
          combined_sha256: sumOf(`${path} x`),
          combined_rootxz_sha256: sumOf(`${path} x`),
        }),
        'root.tar.xz': file('root.tar.xz', `${path}-root.tar.xz`, md5),
      },
    };
  };
  return {
    aliases: `${version},default,lts`,
    arch,
    os: 'ubuntu',
    release: version === '14.04' ? 'trusty' : 'noble',
    release_title: `${version} LTS`,
    supported: true,
    support_eol: '2029-04-17',
    version,
    versions: Object.fromEntries(serials.map((serial) => [serial, made(serial)])),
  };
}

function centos() {
  const path = 'centos/centos70/amd64/20260820_01/root-tgz';
  const items = {
    'root-tgz': file('root-tgz', path),
    manifest: file('manifest', `${path}.manifest`),
  };
  return {
    ...{ arch: 'amd64', label: 'stable', os: 'centos', release: 'centos70', version: '7.0' },
    ...{ release_title: 'CentOS 7', subarch: 'generic', subarches: 'generic' },
    support_eol: '2024-06-30',
    versions: { '20260820_01': { items } },
  };
}
