import { asText } from '../json.ts';
import { datatypeOf, type ListedDocument } from '../listing.ts';
import { hasImages } from '../lxd-images.ts';
import { each, type Fault, inIndex, type Rule, shown } from './rule.ts';

const both = { lxd: '', incus: '' } as const;

/** What LXD and Incus make of the index and of the URL. */
export const lxdIndexRules: readonly Rule[] = [
  {
    code: 'LXD-009',
    title: 'the index names the products of a document',
    readers: both,
    consequence: 'image-invisible',
    why: 'A document whose entry has no products list, or an empty one, is passed over without a word. Which names stand in it does not matter.',
    fix: 'publish once more with this action, which writes the list, or correct the index with the tool that wrote it',
    source: 'LXD shared/simplestreams/simplestreams.go, getImages; Incus the same file',
    verified: 'program',
    check: ({ downloads }) =>
      each(downloads.documents, (document) => {
        const { entry } = document;
        const isEmpty = !Array.isArray(entry?.products) || entry.products.length === 0;
        return entry !== undefined && isEmpty && isTheirs(document)
          ? 'its entry in the index names no products'
          : undefined;
      }),
  },
  {
    code: 'LXD-024',
    title: 'the index calls a document image-downloads',
    readers: both,
    consequence: 'image-invisible',
    why: 'Documents of another datatype, or of none, are not even fetched. What counts is the datatype of the entry in the index.',
    fix: 'publish once more with this action, which writes it, or correct the index with the tool that wrote it',
    source: 'LXD shared/simplestreams/simplestreams.go, getImages; Incus the same file',
    verified: 'program',
    check: ({ all }) =>
      each(all.documents, (document) =>
        isTheirs(document) && datatypeOf(document) !== 'image-downloads'
          ? {
              message: `it has images for LXD or Incus, and its datatype is ${shown(datatypeOf(document))}`,
              field: 'datatype',
            }
          : undefined,
      ),
  },
  {
    code: 'LXD-010',
    title: 'documents differ in the last part of their path',
    readers: both,
    consequence: 'download-fails',
    says: "The requested image couldn't be found",
    why: 'The daemons and the command line of Incus keep documents under the last part of their path for an hour: of a/images.json and b/images.json they read the one twice and the other not at all. The command line of LXD lists everything, and each launch fails.',
    fix: 'give each document a name of its own with the input `content-id`',
    source: 'LXD shared/simplestreams/simplestreams.go, cachedDownload; Incus the same file',
    verified: 'program',
    check: ({ downloads }) => {
      const owners = new Map<string, ListedDocument>();
      return each(downloads.documents, (document) => baseNameClash(document, owners));
    },
  },
  {
    code: 'LXD-011',
    title: 'the root has an https URL',
    readers: both,
    consequence: 'stream-hidden',
    says: 'Only https URLs are supported for simplestreams',
    why: 'Both programs refuse to add a remote with another scheme.',
    fix: 'serve the root over https, and give the input `public-url` as an https URL',
    source: 'LXD lxc/remote.go, addServer; Incus cmd/incus/remote.go',
    verified: 'program',
    check: ({ view: { publicUrl } }) =>
      publicUrl === undefined || /^https:\/\//i.test(publicUrl)
        ? []
        : [inIndex(`the URL ${publicUrl} is not https`, 'public-url')],
  },
];

function isTheirs({ products }: ListedDocument): boolean {
  return products.some(({ versions }) => versions.some(hasImages));
}

function baseNameClash(
  document: ListedDocument,
  owners: Map<string, ListedDocument>,
): Fault | undefined {
  const path = asText(document.entry?.path);
  if (path === undefined) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const owner = owners.get(name) ?? document;
  owners.set(name, owner);
  return owner === document || owner.entry?.path === path
    ? undefined
    : {
        message: `its path ${path} ends like ${owner.entry?.path}, the path of ${owner.contentId}`,
        field: 'path',
      };
}
