import { isObject, type Json } from '../json.ts';
import type { Listed, Listing } from '../listing.ts';
import { each, type Fault, inIndex, type Rule, shown, type Violation } from './rule.ts';

const both = { lxd: '', incus: '' } as const;
const source =
  'LXD shared/simplestreams/products.go, the structs Products, Product, ProductVersion and ProductVersionItem; Incus the same file';
const says = 'json: cannot unmarshal';
const why =
  'Both programs read a document into fixed types. One value of another JSON type, in one product, makes the document unreadable, and one unreadable document hides the whole root.';

/** Values of a wrong JSON type: one of them, and nothing of the root is listed. */
export const lxdTypeRules: readonly Rule[] = [
  {
    code: 'LXD-021',
    title: 'every value has the JSON type they expect',
    readers: both,
    consequence: 'stream-hidden',
    says,
    why: `${why} Numbers where a string belongs are the usual case: a release 24.04, a version 12, a size in quotes. null is fine everywhere.`,
    fix: 'write the value in the type that is expected; this action does, for the inputs `release`, `os-version` and `tag`',
    source,
    verified: 'program',
    check: ({ view, entries, downloads }) => [
      ...indexTypes(view.index),
      ...entries.flatMap(([contentId, entry]) => entryTypes(contentId, entry)),
      ...each(downloads.documents, wrongType),
      ...each(downloads.products, wrongType),
      ...each(downloads.versions, wrongType),
      ...each(downloads.items, wrongType),
    ],
  },
  requirementsRule('LXD-022', 'requirements', { lxd: '>=5.18', incus: '' }),
  requirementsRule('LXD-023', 'lxd_requirements', { lxd: '' }),
];

type Kind = 'a string' | 'a boolean' | 'an integer' | 'an object of objects';

const fields: Readonly<Record<Listed['level'], Readonly<Record<string, Kind>>>> = {
  document: {
    ...strings('content_id', 'datatype', 'format', 'license', 'updated'),
    products: 'an object of objects',
  },
  product: {
    ...strings('aliases', 'arch', 'os', 'release', 'release_codename', 'release_title'),
    ...strings('support_eol', 'version', 'variant'),
    supported: 'a boolean',
    versions: 'an object of objects',
  },
  version: { ...strings('label', 'pubname'), items: 'an object of objects' },
  item: {
    ...strings('ftype', 'path', 'sha256', 'md5', 'delta_base', 'combined_type', 'combined_sha256'),
    ...strings('combined_rootxz_sha256', 'combined_squashfs_sha256'),
    ...strings('combined_disk-kvm-img_sha256', 'combined_disk1-img_sha256'),
    ...strings('combined_uefi1-img_sha256'),
    size: 'an integer',
  },
};

function strings(...keys: readonly string[]): Record<string, Kind> {
  return Object.fromEntries(keys.map((key) => [key, 'a string']));
}

const fieldsOf = {
  document: listed(fields.document),
  product: listed(fields.product),
  version: listed(fields.version),
  item: listed(fields.item),
};

function listed(kinds: Readonly<Record<string, Kind>>) {
  return Object.entries(kinds).map(([field, kind]) => ({ field, kind }));
}

function wrongType({ level, tags }: Listed): Fault | undefined {
  for (const { field, kind } of fieldsOf[level]) {
    const value = tags[field];
    if (value !== undefined && value !== null && !isOf(kind, value)) {
      return { message: `${field} is ${shown(value)}, and has to be ${kind}`, field };
    }
  }
  return undefined;
}

function isOf(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'a string':
      return typeof value === 'string';
    case 'a boolean':
      return typeof value === 'boolean';
    case 'an integer':
      return Number.isInteger(value);
    case 'an object of objects':
      return isObject(value) && Object.values(value).every((member) => isObject(member));
  }
}

function indexTypes(index: Json | undefined): readonly Violation[] {
  if (index === undefined) return [];
  return [
    ...wrongString(index, 'format', 'format'),
    ...wrongString(index, 'updated', 'updated'),
    ...(isOf('an object of objects', index.index)
      ? []
      : [inIndex('index is not an object of entries', 'index')]),
  ];
}

function entryTypes(contentId: string, entry: Json): readonly Violation[] {
  const { products } = entry;
  const isList =
    products === undefined ||
    products === null ||
    (Array.isArray(products) && products.every((name) => typeof name === 'string'));
  return [
    ...['path', 'format', 'datatype', 'updated'].flatMap((key) =>
      wrongString(entry, key, `index.${contentId}.${key}`),
    ),
    ...(isList
      ? []
      : [
          inIndex(
            `products is ${shown(products)}, and has to be a list of strings`,
            `index.${contentId}.products`,
          ),
        ]),
  ];
}

function wrongString(object: Json, key: string, field: string): readonly Violation[] {
  const value = object[key];
  if (value === undefined || value === null || typeof value === 'string') return [];
  return [inIndex(`${key} is ${shown(value)}, and has to be a string`, field)];
}

function requirementsRule(code: string, field: string, readers: Rule['readers']): Rule {
  return {
    code,
    title: `${field} are strings`,
    readers,
    consequence: 'stream-hidden',
    says,
    why: `${why} Booleans among the ${field} are the usual case: "false" has to stand in quotes.`,
    fix: 'give the input `requirement`, which writes strings: secureboot=false',
    source,
    verified: 'program',
    check: ({ downloads }: Listing) =>
      each(downloads.products, ({ tags }) => {
        const value = tags[field];
        if (value === undefined || value === null) return undefined;
        const members = isObject(value) ? Object.values(value) : [value];
        const wrong = members.find((member) => member !== null && typeof member !== 'string');
        return isObject(value) && wrong === undefined
          ? undefined
          : {
              message: `${field} holds ${shown(isObject(value) ? wrong : value)}, and has to be an object of strings`,
              field,
            };
      }),
  };
}
