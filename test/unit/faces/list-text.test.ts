import { describe, expect, test } from 'vitest';
import type { ListedProduct, ListReport } from '../../../src/app/list-report.ts';
import { formatAge } from '../../../src/faces/age.ts';
import { listSummary } from '../../../src/faces/github/list-summary.ts';
import { renderList } from '../../../src/faces/list-text.ts';

const day = 24 * 60 * 60;

function version(serial: string, age: number | undefined, bytes = 4_404_019) {
  const made = age === undefined ? undefined : { time: '2026-11-20T15:04:00.000Z', age };
  return { serial, made, bytes, items: [] };
}

const alpine: ListedProduct = {
  contentId: 'images',
  name: 'alpine:3.22:amd64:default',
  aliases: ['alpine/3.22', 'alpine/3.22/default', 'alpine'],
  consumers: ['lxd', 'incus', 'sstream'],
  versions: [version('20261120_1504', 3 * day), version('20261113_1501', 10 * day, 17)],
};

const report: ListReport = {
  root: '/srv/images',
  index: {
    path: 'streams/v1/index.sjson',
    generation: 12,
    updated: { time: '2026-11-20T15:04:05.000Z', age: 3 * day },
  },
  signature: {
    verified: true,
    key: {
      fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567',
      known: true,
      userId: 'Images <images@example.com>',
      expires: '2028-11-20T00:00:00.000Z',
    },
  },
  consumers: ['lxd', 'incus', 'maas', 'glance', 'sstream'],
  filters: [],
  products: [alpine],
  selected: { products: 1, versions: 2, files: 4, bytes: 4_404_036 },
  listed: { products: 1, versions: 2, files: 4, bytes: 4_404_036 },
  stored: {
    known: true,
    reapable: { files: 2, bytes: 8_808_038 },
    young: { files: 0, bytes: 0 },
    foreign: { files: 1, bytes: 6 },
    nested: [],
  },
  problems: { counts: { error: 0, warning: 0, note: 0 }, findings: [] },
  remarks: [],
};

test('a list is a table with the newest version first, and what is known of the root', () => {
  expect(renderList(report, 120)).toBe(
    `
Product                    Version           Size   Age  Read by              Aliases
alpine:3.22:amd64:default  20261120_1504  4.2 MiB   3 d  lxd, incus, sstream  alpine/3.22, alpine/3.22/default, alpine
                           20261113_1501     17 B  10 d

Root      /srv/images, signed
Index     streams/v1/index.sjson, generation 12, updated 2026-11-20 15:04 UTC, 3 d ago
Signed    by 0123456789ABCDEF0123456789ABCDEF01234567, Images <images@example.com>, expires 2028-11-20, verified
Listed    1 product, 2 versions, 4 files, 4.2 MiB
Reapable  2 files, 8.4 MiB
Foreign   1 file, 6 B
`.slice(1),
  );
});

describe.each([80, 100, 120])('in %d columns', (width) => {
  const long: ListedProduct = {
    ...alpine,
    name: 'com.ubuntu.maas.candidate:v3:boot:24.04:amd64:hwe-24.04-edge-lowlatency',
    aliases: ['an-alias-that-is-longer-than-any-column-that-there-is-room-for'],
  };
  const text = renderList({ ...report, products: [alpine, long] }, width);
  const table = text.slice(0, text.indexOf('\n\n')).split('\n');

  test('no line of the table is longer', () => {
    for (const line of table) expect(line.length).toBeLessThanOrEqual(width);
  });

  test('names are whole, on lines of their own where they are too long', () => {
    expect(text).toContain(alpine.name);
    expect(table).toContain(long.name);
  });

  test('aliases are cut, and show that they are', () => {
    expect(text).toMatch(/an-alias-\S*…\n/);
  });

  test('the columns are lined up', () => {
    const at = table[0]?.indexOf('Version');
    const serials = table.filter((line) => line.includes('2026'));
    expect(serials.map((line) => line.search(/2026\d{4}_/))).toEqual([at, at, at, at]);
  });
});

test('a version whose serial is no date has no age, and a product that nobody reads says so', () => {
  const product = {
    ...alpine,
    consumers: [],
    aliases: [],
    versions: [version('latest', undefined)],
  };
  const empty = { ...alpine, name: 'empty', versions: [] };
  const text = renderList({ ...report, products: [product, empty] }, 120);
  expect(text).toMatch(/^alpine:3\.22:amd64:default {2}latest +4\.2 MiB +nobody$/m);
  expect(text).toMatch(/^empty +none +lxd, incus, sstream/m);
});

test('what is not known says why, and what was selected is told beside what is listed', () => {
  const text = renderList(
    {
      ...report,
      filters: ['arch=arm64'],
      products: [],
      selected: { products: 0, versions: 0, files: 0, bytes: 0 },
      signature: { verified: false, key: undefined },
      stored: { known: false, why: 'a web server does not tell what it stores' },
      remarks: ['the signatures were not verified'],
    },
    80,
  );
  expect(text).toMatch(/^Nothing is selected\n\nRoot /);
  expect(text).toMatch(/^Signed +by a key that is not told, not verified$/m);
  expect(text).toMatch(/^Selected +0 products, 0 versions, 0 files, 0 B$/m);
  expect(text).toMatch(/^Reapable +not known: a web server does not tell what it stores$/m);
  expect(text).toMatch(/^Note +the signatures were not verified$/m);
});

test('problems are told, with how many more there are, and check is named', () => {
  const finding = {
    code: 'DOC-002',
    severity: 'error',
    consequence: 'stream-hidden',
    consumers: ['lxd'],
    place: { document: 'images' },
    message: 'it is not JSON',
    fix: 'write it again',
  } as const;
  const problems = { counts: { error: 3, warning: 0, note: 0 }, findings: [finding] };
  const text = renderList({ ...report, problems }, 120);
  expect(text).toMatch(/^Problem +DOC-002 images: it is not JSON; write it again$/m);
  expect(text).toMatch(/^Problem +and 2 more$/m);
  expect(text).toMatch(/^Problem +what could be read .* simplestreams check \/srv\/images /m);
});

test('no control sequence of a name reaches the terminal', () => {
  const text = renderList({ ...report, products: [{ ...alpine, name: 'a\u001b[2Jb\nc' }] }, 120);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('a\\u001b[2Jb\\u000ac');
});

test('a summary is a table in which names cannot break out of their cells', () => {
  const name = 'a|<b>`';
  const summary = listSummary({ ...report, products: [{ ...alpine, name, aliases: ['x|y'] }] });
  expect(summary).toContain(
    '| <code>a&#124;&#60;b&#62;&#96;</code> | <code>20261120&#95;1504</code> |',
  );
  expect(summary).toContain('x&#124;y |');
  expect(summary).toContain('| Listed | 1 product, 2 versions, 4 files, 4.2 MiB |');
});

test('of a great many versions a summary shows the first thousand', () => {
  const versions = Array.from({ length: 1500 }, (_, n) => version(`2026${n}`, n));
  const summary = listSummary({ ...report, products: [{ ...alpine, versions }] });
  expect(summary.match(/<code>2026\d+<\/code>/g)).toHaveLength(1000);
  expect(summary).toContain('… and 500 more, in the output `report`');
});

test.each([
  [0, '0 min'],
  [59, '0 min'],
  [60, '1 min'],
  [3599, '59 min'],
  [3600, '1 h'],
  [2 * day - 1, '47 h'],
  [2 * day, '2 d'],
  [400 * day, '400 d'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatAge(seconds)).toBe(text);
});
