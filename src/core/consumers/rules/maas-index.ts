import type { Json } from '../json.ts';
import { misorderedSerials } from '../serial-order.ts';
import { each, type Fault, inIndex, type Rule, shown, type Violation } from './rule.ts';
import { withoutFormat } from './sstream-index.ts';

const readers = { maas: '>=3.8' } as const;
const consequence = 'source-rejected';
const says = 'Failed to fetch image manifest for boot source with url';
const source = 'MAAS 3.8 maasservicelayer/simplestreams/models.py';
const again =
  'publish once more with this action, which writes it, or correct it with the tool that wrote it';

/** What MAAS makes of the index, and of what stands at the top of documents. */
export const maasIndexRules: readonly Rule[] = [
  {
    code: 'MAAS-018',
    title: 'every entry of the index has path and products, and no name',
    readers,
    consequence,
    says,
    why: 'One entry without a path or without a list of products, or with a key name, rejects the whole source.',
    fix: again,
    source: `${source}, SimpleStreamsIndex`,
    verified: 'code',
    check: ({ entries }) =>
      entries.flatMap(([contentId, entry]) => {
        const wrong = wrongEntry(entry);
        return wrong === undefined ? [] : [inIndex(wrong, `index.${contentId}`)];
      }),
  },
  {
    code: 'MAAS-019',
    title: 'every entry of the index is image-ids or image-downloads',
    readers,
    consequence,
    says,
    why: 'One entry of another datatype, such as release-notifications, which the tools of Canonical still write, rejects the whole source.',
    fix: 'take the entry out of the index',
    source: `${source}, SimpleStreamsIndex`,
    verified: 'code',
    check: ({ entries }) =>
      entries.flatMap(([contentId, { datatype }]) =>
        datatype === undefined || datatype === null || isDatatype(datatype)
          ? []
          : [
              inIndex(
                `the datatype of ${contentId} is ${shown(datatype)}`,
                `index.${contentId}.datatype`,
              ),
            ],
      ),
  },
  {
    code: 'MAAS-020',
    title: 'updated is there, and not in GMT',
    readers,
    consequence,
    says,
    why: 'The index, each of its entries and each document need updated, as "Fri, 20 Nov 2026 15:04:05 +0000" or as 2026-11-20T15:04:05Z. With GMT in place of +0000 the whole source is rejected.',
    fix: again,
    source: `${source}, the validator of updated`,
    verified: 'code',
    check: ({ view, entries, all }) => [
      ...(view.index === undefined ? [] : wrongTime(view.index.updated, 'updated')),
      ...entries.flatMap(([contentId, { updated }]) =>
        wrongTime(updated, `index.${contentId}.updated`),
      ),
      ...each(all.documents, ({ tags: { updated } }) =>
        // Before there is an index, the time has not been written yet either.
        isTime(updated) || (view.index === undefined && updated === undefined)
          ? undefined
          : { message: `updated is ${shown(updated)}`, field: 'updated' },
      ),
    ],
  },
  {
    code: 'MAAS-021',
    title: 'index, products, versions and items are not empty',
    readers,
    consequence,
    says,
    why: 'An index without an entry, a document without a product, a product without a version or a version without an item rejects the whole source.',
    fix: 'unlist the product instead of its last version, and the document instead of its last product',
    source,
    verified: 'code',
    check: ({ view, entries, all }) => [
      ...(view.index !== undefined && entries.length === 0
        ? [inIndex('the index has no entry', 'index')]
        : []),
      ...each(all.documents, ({ products }) => empty(products, 'the document has no product')),
      ...each(all.products, ({ versions }) => empty(versions, 'the product has no version')),
      ...each(all.versions, ({ items }) => empty(items, 'the version has no item')),
    ],
  },
  {
    code: 'MAAS-022',
    title: 'a document has content_id and datatype',
    readers,
    consequence,
    says: 'Got invalid data for the products file',
    why: 'A document without a content_id, or without a datatype image-ids or image-downloads of its own, rejects the whole source.',
    fix: again,
    source: `${source}, SimpleStreamsProductList`,
    verified: 'read',
    check: ({ all }) =>
      each(all.documents, ({ tags }) => {
        if (typeof tags.content_id !== 'string') {
          return { message: `content_id is ${shown(tags.content_id)}`, field: 'content_id' };
        }
        return isDatatype(tags.datatype)
          ? undefined
          : { message: `datatype is ${shown(tags.datatype)}`, field: 'datatype' };
      }),
  },
  {
    code: 'MAAS-025',
    title: 'every entry of the index has a format',
    readers: { maas: '<=3.7' },
    consequence: 'product-ignored',
    why: 'An entry of another format than products:1.0, or of none, is passed over without a word.',
    fix: again,
    source: 'simplestreams mirrors/__init__.py, sync_index',
    verified: 'code',
    check: ({ entries }) => withoutFormat(entries),
  },
  {
    code: 'MAAS-032',
    title: 'serials of a product sort as strings',
    readers: { maas: '' },
    consequence: 'old-version-served',
    why: 'The newest version is the one whose serial is the greatest string: 20260821.10 is older than 20260821.9, and _ counts as newer than a dot.',
    fix: 'give the input `serial` in one format with digits of a fixed number, YYYYMMDD_HHMM, or leave it out',
    source:
      'simplestreams util.py, resolve_work; MAAS 3.8 maasservicelayer/simplestreams/models.py',
    verified: 'code',
    check: ({ all }) => misorderedSerials(all.products),
  },
];

function wrongEntry(entry: Json): string | undefined {
  if (typeof entry.path !== 'string') return `path is ${shown(entry.path)}`;
  const { products } = entry;
  const isList = Array.isArray(products) && products.every((name) => typeof name === 'string');
  if (!isList) return `products is ${shown(products)}, not a list of strings`;
  return Object.hasOwn(entry, 'name') ? 'there is a key name' : undefined;
}

function isDatatype(value: unknown): boolean {
  return value === 'image-ids' || value === 'image-downloads';
}

function wrongTime(value: unknown, field: string): readonly Violation[] {
  return isTime(value) ? [] : [inIndex(`updated is ${shown(value)}`, field)];
}

/** `%a, %d %b %Y %H:%M:%S %z`, or what Python's `datetime.fromisoformat` reads, as far as anybody writes it. */
function isTime(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const rfc =
    /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}:\d{2} (?:[+-]\d{2}:?\d{2}|Z)$/;
  const iso =
    /^\d{4}-\d{2}-\d{2}(?:.\d{2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
  return rfc.test(value) || iso.test(value);
}

function empty(members: readonly unknown[], message: string): Fault | undefined {
  return members.length === 0 ? message : undefined;
}
