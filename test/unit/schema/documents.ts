/** Documents as the field's own tools write them; digests and names are made up. */
export const sha256 = '65df05b93654e21dbcc68f5114c765967ce103bd67ed9a85a3acdbdc9cbbfc67';
const md5 = '5d41402abc4b2a76b9719d911017c592';

/** `incus-simplestreams add`, 6.0.4: JSON on one line, no `updated`. */
export const incusIndex = {
  index: {
    images: {
      datatype: 'image-downloads',
      path: 'streams/v1/images.json',
      products: ['Alpine:3.22:default:amd64'],
      format: 'products:1.0',
    },
  },
  format: 'index:1.0',
};

export const incusProducts = {
  content_id: 'images',
  datatype: 'image-downloads',
  format: 'products:1.0',
  products: {
    'Alpine:3.22:default:amd64': {
      aliases: 'Alpine/3.22/default',
      arch: 'amd64',
      os: 'Alpine',
      release: '3.22',
      release_title: '3.22',
      versions: {
        '202511201446': {
          items: {
            'incus.tar.xz': {
              combined_squashfs_sha256: sha256,
              ftype: 'incus.tar.xz',
              path: `images/${sha256}.incus.tar.xz`,
              sha256,
              size: 288,
            },
            squashfs: { ftype: 'squashfs', path: `images/${sha256}.squashfs`, sha256, size: 4100 },
          },
        },
      },
      variant: 'default',
    },
  },
};

/** LXD's `simplestream-maintainer build`, with a delta and the key `distro` that no client knows. */
export const lxdProducts = {
  content_id: 'images',
  format: 'products:1.0',
  datatype: 'image-downloads',
  products: {
    'ubuntu:noble:amd64:cloud': {
      aliases: 'ubuntu/noble/cloud,ubuntu/24.04/cloud',
      arch: 'amd64',
      distro: 'ubuntu',
      os: 'Ubuntu',
      release: 'noble',
      release_title: 'noble',
      variant: 'cloud',
      versions: {
        '20261119_0042': { items: {} },
        '20261120_0042': {
          items: {
            'lxd.tar.xz': {
              ftype: 'lxd.tar.xz',
              path: 'images/ubuntu/noble/amd64/cloud/20261120_0042/lxd.tar.xz',
              size: 604,
              sha256,
              'combined_disk-kvm-img_sha256': sha256,
              combined_squashfs_sha256: sha256,
            },
            'rootfs.20261119_0042.vcdiff': {
              ftype: 'squashfs.vcdiff',
              path: 'images/ubuntu/noble/amd64/cloud/20261120_0042/rootfs.20261119_0042.vcdiff',
              size: 0,
              sha256,
              delta_base: '20261119_0042',
            },
          },
        },
      },
      requirements: { secureboot: 'false' },
      lxd_requirements: null,
    },
  },
};

/** MAAS, stream v3: `image-ids` for files, `support_eol` null, tags of the tree and of the version. */
export const maasProducts = {
  content_id: 'com.ubuntu.maas:stable:v3:download',
  datatype: 'image-ids',
  format: 'products:1.0',
  updated: 'Fri, 21 Aug 2026 10:00:00 +0000',
  license: 'http://www.canonical.com/intellectual-property-policy',
  products: {
    'com.ubuntu.maas.stable:v3:boot:22.04:amd64:ga-22.04': {
      arch: 'amd64',
      kflavor: 'generic',
      krel: 'jammy',
      label: 'stable',
      os: 'ubuntu',
      release: 'jammy',
      release_codename: 'Jammy Jellyfish',
      release_title: '22.04 LTS',
      subarch: 'ga-22.04',
      subarches: 'generic,ga-22.04',
      support_eol: null,
      supported: true,
      version: '22.04',
      versions: {
        '20260821.1': {
          label: 'stable',
          sha256,
          size: 938,
          items: {
            'boot-kernel': { ftype: 'boot-kernel', kpackage: 'linux-generic', path: 'ubuntu/k' },
            squashfs: { ftype: 'squashfs', path: 'ubuntu/jammy/squashfs', sha256, size: 777 },
          },
        },
      },
    },
  },
};

/** cloud-images.ubuntu.com: ids of a cloud, abbreviated regions, items without a path. */
export const cloudProducts = {
  _aliases: { crsn: { uswe1: { endpoint: 'https://ec2.us-west-1.example', region: 'us-west-1' } } },
  content_id: 'com.ubuntu.cloud:released:aws',
  datatype: 'image-ids',
  format: 'products:1.0',
  products: {
    'com.ubuntu.cloud:server:12.04:amd64': {
      arch: 'amd64',
      versions: {
        '20140118': { items: { uswe1pe: { crsn: 'uswe1', id: 'ami-1', root_store: 'ebs' } } },
      },
    },
    'com.ubuntu.cloud:server:10.04:amd64': {},
  },
};

/** `sstream-mirror-glance`: every tag has become a string, the size and the booleans too. */
export const glanceProducts = {
  content_id: 'auto.sync',
  datatype: 'image-ids',
  format: 'products:1.0',
  products: {
    'com.ubuntu.cloud:server:24.04:amd64': {
      supported: 'True',
      versions: {
        '20261120': {
          items: { 'disk1.img': { id: '5f1a', md5, name: 'auto-sync/noble', size: '287637504' } },
        },
      },
    },
  },
};

/** Indexes as meph2, sstream-mirror-glance and Juju know them. */
export const mixedIndex = {
  format: 'index:1.0',
  updated: 'Wed, 20 Mar 2013 17:56:57 -0400',
  mirrors: { 'com.ubuntu.cloud': [{ path: 'streams/v1/mirrors.json' }] },
  index: {
    'com.ubuntu.maas:daily:1:notices': { datatype: 'release-notifications', path: 'n.json' },
    'auto.sync': {
      cloudname: 'aws',
      clouds: [{ region: 'us-east-1', endpoint: 'https://ec2.us-east-1.example' }],
      datatype: 'image-ids',
      format: 'products:1.0',
      path: './streams/v1/auto.sync.json',
      products: [],
      updated: 'Wed, 20 Mar 2013 17:56:57 +0000',
    },
    more: { format: 'index:1.0', path: 'streams/v1/more+about it.sjson' },
  },
};

/** Our own head. */
export const ownIndex = {
  ...incusIndex,
  updated: 'Fri, 20 Nov 2026 15:04:05 +0000',
  generation: 0,
  previous: sha256,
  commit: md5,
  keyring: `streams/v1/keyring.${md5}.gpg`,
  head: 'index.sjson',
  index: { images: { ...incusIndex.index.images, sha256, size: 36_000_000 } },
};
