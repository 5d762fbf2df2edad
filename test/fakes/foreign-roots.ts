import { incusIndex, incusProducts } from '../unit/schema/documents.ts';

const updated = 'Fri, 21 Aug 2026 10:00:00 +0000';
const sum = (digit: string) => digit.repeat(64);

/** What `incus-simplestreams add` makes, by path below `streams/v1`. */
export const incusRoot = { 'index.json': incusIndex, 'images.json': incusProducts };

const product = 'com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64';
const contentId = 'com.ubuntu.maas:candidate:ubuntu-bases-download';

/** The products document of a user to whom MAAS said only "Ignoring unsupported product". */
export const reportedProducts = {
  content_id: contentId,
  datatype: 'image-ids',
  format: 'products:1.0',
  updated,
  products: {
    [product]: {
      arch: 'amd64',
      label: 'candidate',
      os: 'ubuntu',
      release: 'jammy',
      release_title: '22.04 LTS',
      subarch: 'generic',
      subarches: 'generic',
      support_eol: '2027-04-21',
      version: '22.04',
      versions: {
        '20260821_01': {
          items: {
            manifest: item('manifest', 'root-tgz.manifest', '1'),
            'root-tgz': item('root-tgz', 'root-tgz', '2'),
          },
        },
      },
    },
  },
};

function item(ftype: string, file: string, digit: string) {
  const path = `ubuntu/jammy/amd64/20260821_01/${file}`;
  return { ftype, path, sha256: sum(digit), size: 784 };
}

/** An index of one document, at `path`, with everything that MAAS asks for. */
export function indexOf(
  document: { readonly content_id: string; readonly datatype: string; readonly products: object },
  path: string,
) {
  const { content_id, datatype, products } = document;
  const entry = {
    datatype,
    format: 'products:1.0',
    path,
    products: Object.keys(products),
    updated,
  };
  return { format: 'index:1.0', updated, index: { [content_id]: entry } };
}

/** The root of that user. */
export const reportedRoot = {
  'index.json': indexOf(reportedProducts, 'streams/v1/bases.json'),
  'bases.json': reportedProducts,
};

/** The same release as Canonical publishes it for MAAS: bootable, two versions. */
const ephemeral = 'com.ubuntu.maas.stable:v3:boot:22.04:amd64:ga-22.04';

function boot(serial: string, digit: string) {
  const file = (ftype: string, n: string) => ({
    ftype,
    path: `jammy/amd64/${serial}/ga-22.04/generic/${ftype}`,
    sha256: sum(digit + n).slice(0, 64),
    size: 784,
  });
  return {
    items: {
      'boot-initrd': file('boot-initrd', '1'),
      'boot-kernel': { ...file('boot-kernel', '2'), kpackage: 'linux-generic' },
      manifest: file('manifest', '3'),
      squashfs: file('squashfs', '4'),
    },
  };
}

export const canonicalProducts = {
  content_id: 'com.ubuntu.maas:stable:v3:download',
  datatype: 'image-ids',
  format: 'products:1.0',
  license: 'http://www.canonical.com/intellectual-property-policy',
  updated,
  products: {
    [ephemeral]: {
      arch: 'amd64',
      kflavor: 'generic',
      krel: 'jammy',
      label: 'stable',
      os: 'ubuntu',
      release: 'jammy',
      release_codename: 'Jammy Jellyfish',
      release_title: '22.04 LTS',
      subarch: 'ga-22.04',
      subarches: 'generic,hwe-p,hwe-q,ga-22.04',
      support_eol: '2027-06-01',
      support_esm_eol: '2032-06-01',
      version: '22.04',
      versions: { '20260814': boot('20260814', 'a'), '20260821': boot('20260821', 'b') },
    },
  },
};

export const canonicalRoot = {
  'index.json': indexOf(canonicalProducts, 'streams/v1/com.ubuntu.maas:stable:v3:download.json'),
  'com.ubuntu.maas:stable:v3:download.json': canonicalProducts,
};
