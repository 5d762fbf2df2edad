import { asText, type Json } from '../json.ts';
import type { ListedItem } from '../listing.ts';
import { each, inIndex, type Rule } from './rule.ts';

const everybody = { lxd: '', incus: '', maas: '', glance: '', sstream: '' } as const;

/** What holds for every consumer. */
export const rootRules: readonly Rule[] = [
  {
    code: 'ROOT-001',
    title: 'what lies at a path is one file',
    readers: everybody,
    consequence: 'download-fails',
    why: 'Two items with one path and different sums cannot both be right: one of the downloads fails, and sstream-mirror keeps the second without looking at its sum.',
    fix: 'store the files under paths of their own; this action does',
    source: 'simplestreams objectstores/__init__.py, insert; all consumers compare the sha256',
    verified: 'code',
    check: ({ all }) => {
      const owners = new Map<string, ListedItem>();
      return each(all.items, (item) => {
        const { path, tags } = item;
        if (path === undefined || asText(tags.sha256) === undefined) return undefined;
        const owner = owners.get(path) ?? item;
        owners.set(path, owner);
        return owner.tags.sha256 === tags.sha256
          ? undefined
          : {
              message: `the path ${path} is that of item ${owner.name} of ${owner.version.product.name} ${owner.version.serial} too, which has another sha256`,
              field: 'path',
            };
      });
    },
  },
  {
    code: 'ROOT-002',
    title: 'every document that the index names is there',
    readers: everybody,
    consequence: 'stream-hidden',
    why: 'One document that cannot be read fails the whole listing in LXD and Incus, rejects the source in MAAS 3.8, and stops the run of every other consumer.',
    fix: 'store the document, or take its entry out of the index',
    source:
      'LXD shared/simplestreams/simplestreams.go, getImages; simplestreams mirrors/__init__.py, sync; MAAS maasservicelayer/simplestreams/client.py, get_all_products',
    verified: 'program',
    check: ({ view, entries }) =>
      entries
        .filter(([contentId, entry]) => isProducts(entry) && !view.documents.has(contentId))
        .map(([contentId, { path }]) =>
          inIndex(`the document ${contentId} (${path}) is not there`, `index.${contentId}`),
        ),
  },
];

/** Whether consumers would read what the entry names as a products document. */
function isProducts({ format, datatype }: Json): boolean {
  if (format === 'index:1.0') return false;
  return format === 'products:1.0' || datatype === 'image-downloads' || datatype === 'image-ids';
}
