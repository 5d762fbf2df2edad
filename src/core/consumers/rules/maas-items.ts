import { inherited, type ListedItem, type ListedVersion, newestOf } from '../listing.ts';
import { isImage, isKnownFtype, isMeant, isRead, kindOf } from '../maas-products.ts';
import { each, type Fault, type Rule, shown } from './rule.ts';
import { isUnsafe } from './sstream.ts';

const old = { maas: '<=3.7' } as const;
const fresh = { maas: '>=3.8' } as const;

/** What MAAS needs of the files it downloads. */
export const maasItemRules: readonly Rule[] = [
  {
    code: 'MAAS-006',
    title: 'every item of the newest version has ftype, path, size and sha256',
    readers: old,
    consequence: 'import-aborted',
    says: 'InvalidChecksum',
    why: 'That holds for items that MAAS ignores, too. An item without them ends the import of all sources. size and sha256 may stand on the version.',
    fix: 'publish the files again with this action, which writes all four',
    source:
      'simplestreams contentsource.py, ChecksummingContentSource; MAAS 3.4 maasserver/bootresources.py',
    verified: 'code',
    check: ofNewest((item) => {
      const field = ['ftype', 'size', 'sha256'].find((key) => inherited(item, key) === undefined);
      const missing = item.path === undefined ? 'path' : field;
      return missing === undefined
        ? undefined
        : { message: `the item has no ${missing}`, field: missing };
    }),
  },
  {
    code: 'MAAS-007',
    title: 'paths stay below the root',
    readers: old,
    consequence: 'import-aborted',
    says: 'TypeError',
    why: 'A path that is absolute, or has a .. directory, ends the import of all sources.',
    fix: 'write paths relative to the root; this action does',
    source: 'simplestreams util.py, assert_safe_path',
    verified: 'code',
    check: ofNewest(({ path }) =>
      path !== undefined && isUnsafe(path)
        ? { message: `the path ${shown(path)} is absolute or leaves the root`, field: 'path' }
        : undefined,
    ),
  },
  {
    code: 'MAAS-008',
    title: 'a path begins with neither a slash nor a scheme',
    readers: fresh,
    consequence: 'download-fails',
    why: 'The path is joined to the URL as a link would be: after a leading slash it is looked for at the root of the server, and a colon in its first directory makes what stands before it a scheme, like http:.',
    fix: 'write paths relative to the root, without a colon in the first directory: give the input `os` without one',
    source: 'MAAS 3.8 maasservicelayer/services/image_sync.py, urljoin',
    verified: 'code',
    check: ({ all }) =>
      each(all.items, ({ path }) =>
        path !== undefined && /^(?:\/|[^/]*:)/.test(path)
          ? {
              message: `the path ${shown(path)} begins with a slash, or with a scheme`,
              field: 'path',
            }
          : undefined,
      ),
  },
  {
    code: 'MAAS-009',
    title: 'a path ends in its ftype',
    readers: { maas: '<=3.4' },
    consequence: 'not-deployable',
    why: 'Up to MAAS 3.4 the file is kept under the last part of its path, and looked for under its ftype.',
    fix: 'store the file under a path that ends in /root-tgz, /squashfs, …; this action does for maas',
    source: 'MAAS 3.4 provisioningserver/drivers/osystem/__init__.py, _find_image',
    verified: 'code',
    check: ofNewest((item) =>
      (isImage(item) || /^boot-/.test(item.ftype)) && baseName(item) !== item.ftype
        ? {
            message: `the path ends in ${baseName(item)}, and the ftype is ${item.ftype}`,
            field: 'path',
          }
        : undefined,
    ),
  },
  {
    code: 'MAAS-036',
    title: 'the files of a version differ in their names',
    readers: old,
    consequence: 'not-deployable',
    why: 'A file is kept under the last part of its path: of two with one name, one is lost.',
    fix: 'store each file under a path that ends in its ftype; this action does for maas',
    source: 'MAAS 3.4 maasserver/bootresources.py',
    verified: 'read',
    check: ({ all }) =>
      each(
        all.products.flatMap((product) => newestOf(product) ?? []),
        sameNames,
      ),
  },
  {
    code: 'MAAS-010',
    title: 'an ftype is one MAAS knows',
    readers: old,
    consequence: 'advice',
    says: 'Ignoring unsupported filetype',
    why: 'An item of an unknown ftype is passed over. For a manifest, which every stream has, that line of the log is harmless.',
    fix: 'give the files as packer-maas names them (.tar.gz, .dd.gz), from which the ftype follows',
    source: 'MAAS 3.4 maasserver/bootresources.py and maasserver/enum.py',
    verified: 'read',
    check: ofNewest(({ ftype }) =>
      ftype !== '' && ftype !== 'manifest' && !isKnownFtype(ftype)
        ? { message: `MAAS knows no ftype ${ftype}`, field: 'ftype' }
        : undefined,
    ),
  },
  {
    code: 'MAAS-011',
    title: 'an ftype is one MAAS 3.8 knows',
    readers: fresh,
    consequence: 'download-fails',
    why: 'An unknown ftype on an item that is downloaded makes the import of the selection fail.',
    fix: 'give the files as packer-maas names them (.tar.gz, .dd.gz), from which the ftype follows',
    source: 'MAAS 3.8 maascommon/enums/boot_resources.py, BootResourceFileType',
    verified: 'code',
    check: ({ all }) =>
      all.products.filter(isMeant).flatMap((product) => {
        const kind = kindOf(product);
        return each(newestOf(product)?.items ?? [], (item) =>
          isRead(kind, item) &&
          item.name !== 'manifest' &&
          item.ftype !== '' &&
          !isKnownFtype(item.ftype)
            ? { message: `MAAS knows no ftype ${item.ftype}`, field: 'ftype' }
            : undefined,
        );
      }),
  },
  {
    code: 'MAAS-035',
    title: 'sha256 is in lower case',
    readers: { maas: '' },
    consequence: 'download-fails',
    why: 'The sum is compared, letter by letter, with the one of the downloaded file, which has lower-case digits.',
    fix: 'write sums in lower case; this action does',
    source: 'MAAS maasserver/bootresources.py; 3.8 maastemporalworker/workflow/bootresource.py',
    verified: 'read',
    check: ofNewest((item) => {
      const sum = inherited(item, 'sha256');
      return sum === undefined || /^[0-9a-f]{64}$/.test(sum)
        ? undefined
        : { message: `sha256 is ${shown(sum)}, not 64 lower-case digits`, field: 'sha256' };
    }),
  },
];

/** A check of the items of the newest version of each product. */
function ofNewest(judge: (item: ListedItem) => Fault | undefined): Rule['check'] {
  return ({ all }) =>
    all.products.flatMap((product) => each(newestOf(product)?.items ?? [], judge));
}

function baseName({ path = '' }: ListedItem): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function sameNames({ items }: ListedVersion): Fault | undefined {
  const owners = new Map<string, ListedItem>();
  for (const item of items) {
    if (item.path === undefined || !isKnownFtype(item.ftype)) continue;
    const owner = owners.get(baseName(item));
    if (owner !== undefined) {
      return `the paths of ${owner.name} and ${item.name} both end in ${baseName(item)}`;
    }
    owners.set(baseName(item), item);
  }
  return undefined;
}
