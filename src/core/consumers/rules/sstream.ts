import { asObject, asText, isObject } from '../json.ts';
import { inherited, type Listed, type ListedItem, type Listing } from '../listing.ts';
import { misorderedSerials } from '../serial-order.ts';
import { each, type Fault, inIndex, type Rule, shown, type Violation, violation } from './rule.ts';

const both = { sstream: '', glance: '' } as const;
/** How many digits each has. */
const sums = [
  { field: 'md5', digits: 32 },
  { field: 'sha256', digits: 64 },
  { field: 'sha512', digits: 128 },
] as const;

/** What the Python library reads, for sstream-mirror and sstream-mirror-glance alike. */
export const sstreamRules: readonly Rule[] = [
  {
    code: 'SST-001',
    title: 'sizes are integers',
    readers: { sstream: '' },
    consequence: 'import-aborted',
    says: "TypeError: '>' not supported",
    why: 'sstream-mirror compares the size with numbers: a string stops the run.',
    fix: 'publish the files again with this action, or write the size as an integer',
    source: 'simplestreams objectstores/__init__.py, FileStore.insert',
    verified: 'code',
    check: ofFiles(({ tags }) =>
      tags.size === undefined || Number.isInteger(tags.size)
        ? undefined
        : { message: `size is ${shown(tags.size)}, not an integer`, field: 'size' },
    ),
  },
  {
    code: 'SST-002',
    title: 'every file has a size and a sum',
    readers: both,
    consequence: 'import-aborted',
    says: 'InvalidChecksum',
    why: 'An item with a path but without a size, or without any of md5, sha256 and sha512, stops the run, and even sstream-query. Both may stand on the version instead.',
    fix: 'publish the files again with this action, which writes size and sha256',
    source: 'simplestreams contentsource.py, ChecksummingContentSource',
    verified: 'code',
    check: ofFiles((item) => {
      if (inherited(item, 'size') === undefined) return { message: 'no size', field: 'size' };
      const hasSum = sums.some(({ field }) => inherited(item, field) !== undefined);
      return hasSum ? undefined : { message: 'no md5, sha256 or sha512', field: 'sha256' };
    }),
  },
  {
    code: 'SST-003',
    title: 'sums are in lower case',
    readers: both,
    consequence: 'import-aborted',
    says: 'InvalidChecksum',
    why: 'The strongest sum is compared letter by letter with the one of the downloaded file, in lower-case hexadecimal digits; a difference stops the run.',
    fix: 'write sums in lower case; this action does',
    source: 'simplestreams checksum_util.py and contentsource.py',
    verified: 'code',
    check: ofFiles((item) => {
      for (const { field, digits } of sums) {
        const sum = inherited(item, field);
        if (sum !== undefined && (sum.length !== digits || /[^0-9a-f]/.test(sum))) {
          return { message: `${field} is ${shown(sum)}, not ${digits} lower-case digits`, field };
        }
      }
      return undefined;
    }),
  },
  {
    code: 'SST-005',
    title: 'paths stay below the root',
    readers: both,
    consequence: 'import-aborted',
    says: 'TypeError',
    why: 'A mirror writes files under their paths: one that is absolute or has a .. or ... directory stops the run.',
    fix: 'write paths relative to the root; this action does',
    source: 'simplestreams util.py, assert_safe_path',
    verified: 'code',
    check: (listing) => pathsThat(listing, isUnsafe, 'is absolute or leaves the root'),
  },
  {
    code: 'SST-006',
    title: 'paths are free of # and ?',
    readers: both,
    consequence: 'download-fails',
    why: 'Paths are put behind the URL as they are: what follows a # or a ? is not part of the file name any more, also on a local disk.',
    fix: 'name files and directories with letters, digits and . _ ~ : - only; this action does',
    source: 'simplestreams mirrors/__init__.py, UrlMirrorReader',
    verified: 'code',
    check: (listing) => pathsThat(listing, (path) => /[#?]/.test(path), 'has a # or a ?'),
  },
  {
    code: 'SST-007',
    title: 'serials of a product sort as strings',
    readers: both,
    consequence: 'old-version-served',
    why: 'The newest version is the one whose serial is the greatest string: 20240101.10 is older than 20240101.2. With --max the newer ones are then not mirrored, or removed.',
    fix: 'give the input `serial` in one format with digits of a fixed number, YYYYMMDD_HHMM, or leave it out',
    source: 'simplestreams util.py, resolve_work; the README, "version_name"',
    verified: 'code',
    check: ({ all }) => misorderedSerials(all.products),
  },
  {
    code: 'SST-008',
    title: 'abbreviations are explained',
    readers: both,
    consequence: 'import-aborted',
    says: 'KeyError',
    why: 'Where a key of _aliases is used with a value that _aliases does not explain, the run stops.',
    fix: 'add the value to _aliases with the tool that wrote the document, or take the key out of _aliases',
    source: 'simplestreams util.py, expand_data',
    verified: 'code',
    check: unknownAliases,
  },
  {
    code: 'SST-009',
    title: 'a path stands on its item',
    readers: both,
    consequence: 'image-invisible',
    why: 'Other tags are handed down from the product and the version to the item; a path is not. sstream-mirror passes over the file without a word, and sstream-query stops.',
    fix: 'write the path on the item; this action does',
    source: 'simplestreams mirrors/__init__.py, _sync_products',
    verified: 'code',
    check: ({ all }) => [...each(all.products, pathAbove), ...each(all.versions, pathAbove)],
  },
];

/** A check of every item that is a file. */
function ofFiles(judge: (item: ListedItem) => Fault | undefined): Rule['check'] {
  return ({ all }) =>
    each(all.items, (item) => (item.path === undefined ? undefined : judge(item)));
}

function pathsThat(
  { entries, all }: Listing,
  isWrong: (path: string) => boolean,
  words: string,
): readonly Violation[] {
  const documents = entries.flatMap(([contentId, { path }]) =>
    typeof path === 'string' && isWrong(path)
      ? [inIndex(`the path ${shown(path)} ${words}`, `index.${contentId}.path`)]
      : [],
  );
  const files = each(all.items, ({ path }) =>
    path !== undefined && isWrong(path)
      ? { message: `the path ${shown(path)} ${words}`, field: 'path' }
      : undefined,
  );
  return [...documents, ...files];
}

export function isUnsafe(path: string): boolean {
  return path.startsWith('/') || /^\.{2,3}\/|\/\.{2,3}\//.test(path);
}

function unknownAliases({ all }: Listing): readonly Violation[] {
  return all.documents.flatMap((document) => {
    const aliases = asObject(document.tags._aliases);
    if (aliases === undefined) return [];
    const things: readonly Listed[] = document.products.flatMap((product) => [
      product,
      ...product.versions.flatMap((version) => [version, ...version.items]),
    ]);
    return things.flatMap((thing) =>
      Object.entries(aliases).flatMap(([key, values]) => {
        const value = asText(thing.tags[key]);
        if (value === undefined || (isObject(values) && Object.hasOwn(values, value))) return [];
        return [
          violation(thing, {
            message: `${key} is ${value}, which _aliases does not explain`,
            field: key,
          }),
        ];
      }),
    );
  });
}

function pathAbove({ tags, level }: Listed): Fault | undefined {
  return typeof tags.path === 'string'
    ? { message: `the ${level} has a path, which its items do not get`, field: 'path' }
    : undefined;
}
