import { describe, expect, test } from 'vitest';
import type { Products } from '../../../src/core/document.ts';
import {
  type Filter,
  isSelected,
  looksLikeFilter,
  parseFilter,
  selects,
} from '../../../src/core/filter.ts';

function filterOf(text: string): Filter {
  const filter = parseFilter(text);
  if (typeof filter === 'string') throw new Error(`${text}: ${filter}`);
  return filter;
}

describe('one expression', () => {
  test.each([
    ['arch=amd64', ['arch', '=', 'amd64']],
    ['arch = amd64', ['arch', '=', 'amd64']],
    ['arch!=amd64', ['arch', '!=', 'amd64']],
    ['arch!~^amd', ['arch', '!~', '^amd']],
    ['release~(noble|jammy)', ['release', '~', '(noble|jammy)']],
    ['os=Alpine Linux', ['os', '=', 'Alpine Linux']],
    ['os=Alpine ', ['os', '=', 'Alpine ']],
    ['note=a=b', ['note', '=', 'a=b']],
    ['note==b', ['note', '=', '=b']],
    ['note=!=b', ['note', '=', '!=b']],
    ['nosuch=', ['nosuch', '=', '']],
    ['a|b=c', ['a|b', '=', 'c']],
    ['combined_disk1-img_sha256~.', ['combined_disk1-img_sha256', '~', '.']],
  ])('%s is read', (text, [key, operator, value]) => {
    expect(filterOf(text)).toMatchObject({ key, operator, value });
    expect(looksLikeFilter(text)).toBe(true);
  });

  test.each(['', 'arch', '=amd64', 'a.b=c', ' arch=amd64', 'arch>1', 'arch:amd64', './a=b', '~/a'])(
    '%j is none',
    (text) => {
      expect(parseFilter(text)).toMatch(/^expected key=value, /);
      expect(looksLikeFilter(text)).toBe(false);
    },
  );

  test.each(['release~(noble', 'release!~[a', 'release~*', 'release~(?P<a>b)', 'a~\\Ab', 'a~b{'])(
    '%s looks like one, and is no regular expression',
    (text) => {
      expect(parseFilter(text)).toMatch(/ is no regular expression$/);
      expect(looksLikeFilter(text)).toBe(true);
    },
  );
});

const item = (ftype: string, more: object = {}) => ({
  ftype,
  path: `a/${ftype}`,
  size: 12,
  ...more,
});

const document: Products = {
  format: 'products:1.0',
  content_id: 'com.example:images',
  datatype: 'image-downloads',
  updated: 'Fri, 20 Nov 2026 15:04:05 +0000',
  license: 'https://example.com/license',
  label: 'daily',
  mirrors: ['not handed down'],
  products: {
    'com.example:noble:amd64': {
      arch: 'amd64',
      os: 'Alpine Linux',
      release: 'noble',
      supported: true,
      note: 'a=b',
      versions: {
        '20261120_1504': {
          label: 'release',
          items: {
            'disk.img': item('disk.img', { release: 'special' }),
            'disk-kvm.img': item('disk-kvm.img'),
            'uefi1.img': item('uefi1.img', { license: null }),
          },
        },
        '20261121_0000': { items: {} },
      },
    },
    empty: { release: 'noble' },
  },
};

function selected(texts: readonly string[], serial = '20261120_1504'): boolean {
  return isSelected(texts.map(filterOf), { document, product: 'com.example:noble:amd64', serial });
}

describe('a version', () => {
  test.each([
    [[]],
    [['arch=amd64']],
    [['arch~md']],
    [['arch!~^md']],
    [['release~(noble|jammy)']],
    [['release=special']],
    [['os=Alpine Linux']],
    [['note=a=b']],
    [['supported=True']],
    [['size=12']],
    [['label=release']],
    [['license~example']],
    [['content_id=com.example:images']],
    [['datatype=image-downloads']],
    [['format=products:1.0']],
    [['updated~Nov 2026']],
    [['product_name~:noble:']],
    [['version_name=20261120_1504']],
    [['item_name=disk-kvm.img']],
    [['ftype~(disk1.img|disk.img)']],
    // A missing key is empty, and so is what is no string, number or boolean.
    [['nosuch=']],
    [['nosuch!=x']],
    [['nosuch~^$']],
    [['mirrors=']],
    [['toString=']],
    [['ftype=disk-kvm.img', 'release=noble']],
  ])('is selected by %j', (texts) => {
    expect(selected(texts)).toBe(true);
  });

  test.each([
    [['arch=md']],
    [['arch=AMD64']],
    [['release=jammy']],
    [['supported=true']],
    [['nosuch=x']],
    [['nosuch!=']],
    [['label=daily']],
    [['os=Alpine']],
    [['item_name~^squashfs']],
    [['ftype~^(disk1.img|disk.img)$', 'ftype~kvm']],
    // Each holds for an item, and both for none.
    [['ftype=disk.img', 'release=noble']],
    [['arch=amd64', 'release=jammy']],
  ])('is not selected by %j', (texts) => {
    expect(selected(texts)).toBe(false);
  });

  test('without items is judged by what it has itself', () => {
    expect(selected(['arch=amd64', 'label=daily'], '20261121_0000')).toBe(true);
    expect(selected(['ftype~.'], '20261121_0000')).toBe(false);
    expect(selected(['version_name=20261121_0000'], '20261121_0000')).toBe(true);
  });

  test('that names of files hold does not answer to the dots of a regular expression alone', () => {
    const only = (ftype: string) => ({
      document: {},
      product: {},
      version: { items: { a: item(ftype) } },
      productName: 'p',
      serial: 's',
    });
    const filters = [filterOf('ftype~(disk1.img|disk.img)')];
    expect(selects(filters, only('disk-kvm.img'))).toBe(false);
    expect(selects(filters, only('uefi1.img'))).toBe(false);
    expect(selects(filters, only('disk1.img'))).toBe(true);
    expect(selects(filters, only('my-disk1Ximg'))).toBe(true);
  });

  test('of a document of any shape is judged by what can be read in it', () => {
    const of = { document: { arch: 7 }, product: { items: 1 }, productName: 'p', serial: 's' };
    expect(selects([filterOf('arch=7')], { ...of, version: { items: ['x'] } })).toBe(true);
    expect(selects([filterOf('ftype=')], { ...of, version: { items: { a: 'text' } } })).toBe(true);
  });
});
