import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRelativePath } from '../../../src/core/path.ts';
import { validateIndex, validateProducts } from '../../../src/core/schema/validate.ts';
import { incusIndex, incusProducts, ownIndex, sha256 } from './documents.ts';
import { problemsOf } from './problems.ts';

const name = 'Alpine:3.22:default:amd64';
const serial = '202511201446';

/** The Incus document with other values in its product, version and first item. */
function products(product: object, version: object = {}, item: object = {}): unknown {
  const original = incusProducts.products[name];
  const items = original.versions[serial].items;
  const changed = { ...items, 'incus.tar.xz': { ...items['incus.tar.xz'], ...item } };
  const versions = { [serial]: { items: changed, ...version } };
  return { ...incusProducts, products: { [name]: { ...original, versions, ...product } } };
}

const onePath =
  'must be a path relative to the root, without ".." or "..." segments, backslashes or control characters';

describe('a value that clients refuse fails with its place', () => {
  const toVersion = `/versions/${serial}`;
  const toItem = `${toVersion}/items/incus.tar.xz`;

  test.each<[string, unknown, string]>([
    [
      'aliases as a list',
      products({ aliases: ['a'] }),
      '/aliases: must be a string, found an array',
    ],
    ['a numeric release', products({ release: 24.04 }), '/release: must be a string, found 24.04'],
    ['a numeric version', products({ version: 12 }), '/version: must be a string, found 12'],
    ['a null arch', products({ arch: null }), '/arch: must be a string, found null'],
    [
      'supported as a string',
      products({ supported: 'true' }),
      '/supported: must be a boolean, found "true"',
    ],
    [
      'a numeric end of support',
      products({ support_eol: 20300425 }),
      '/support_eol: must be a string or null, found 20300425',
    ],
    [
      'a boolean requirement',
      products({ requirements: { secureboot: false } }),
      '/requirements/secureboot: must be a string, found false',
    ],
    [
      'a boolean requirement for LXD',
      products({ lxd_requirements: { secureboot: true } }),
      '/lxd_requirements/secureboot: must be a string, found true',
    ],
    [
      'versions as a list',
      products({ versions: [] }),
      '/versions: must be an object, found an array',
    ],
    [
      'items as a list',
      products({}, { items: [] }),
      `${toVersion}/items: must be an object, found an array`,
    ],
    [
      'a label that is none',
      products({}, { label: 1 }),
      `${toVersion}/label: must be a string, found 1`,
    ],
    [
      'a size for all items',
      products({}, { size: '1' }),
      `${toVersion}/size: must be an integer, found "1"`,
    ],
    [
      'size as a string',
      products({}, {}, { size: '1' }),
      `${toItem}/size: must be an integer, found "1"`,
    ],
    [
      'a broken size',
      products({}, {}, { size: 1.5 }),
      `${toItem}/size: must be an integer, found 1.5`,
    ],
    [
      'a negative size',
      products({}, {}, { size: -1 }),
      `${toItem}/size: must be at least 0, found -1`,
    ],
    [
      'a size that JSON parsers round',
      products({}, {}, { size: 2 ** 53 }),
      `${toItem}/size: must be at most 9007199254740991, found 9007199254740992`,
    ],
    [
      'an upper-case digest',
      products({}, {}, { sha256: sha256.toUpperCase() }),
      `${toItem}/sha256: must be 64 lower-case hexadecimal digits, found "${sha256.toUpperCase()}"`,
    ],
    [
      'an MD5 with a final newline',
      products({}, {}, { md5: `${'0'.repeat(32)}\n` }),
      `${toItem}/md5: must be 32 lower-case hexadecimal digits, found "${'0'.repeat(32)}\\n"`,
    ],
    [
      'a short combined hash',
      products({}, {}, { combined_squashfs_sha256: '' }),
      `${toItem}/combined_squashfs_sha256: must be 64 lower-case hexadecimal digits, found ""`,
    ],
    [
      'a path upwards',
      products({}, {}, { path: 'a/../b' }),
      `${toItem}/path: ${onePath}, found "a/../b"`,
    ],
  ])('%s', (_, document, problem) => {
    expect(problemsOf(() => validateProducts(document, 'x'))).toEqual([
      `/products/${name}${problem}`,
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      'another format',
      { ...incusProducts, format: 'products:2.0' },
      '/format: must be "products:1.0", found "products:2.0"',
    ],
    [
      'no content id',
      { format: 'products:1.0', products: {} },
      '/content_id: is required, but missing',
    ],
    [
      'updated as a number',
      { ...incusProducts, updated: 1 },
      '/updated: must be a string, found 1',
    ],
    [
      'products as a list',
      { ...incusProducts, products: [] },
      '/products: must be an object, found an array',
    ],
    [
      'a null product',
      { ...incusProducts, products: { 'a/b~c': null } },
      '/products/a~1b~0c: must be an object, found null',
    ],
    ['a list', [], 'the document: must be an object, found an array'],
  ])('%s', (_, document, problem) => {
    expect(problemsOf(() => validateProducts(document, 'x'))).toEqual([problem]);
  });

  test.each<[string, object, string]>([
    [
      'another format',
      { format: 'products:1.0' },
      '/format: must be "index:1.0", found "products:1.0"',
    ],
    [
      'an entry without a path',
      { index: { images: {} } },
      '/index/images/path: is required, but missing',
    ],
    ['a null entry', { index: { images: null } }, '/index/images: must be an object, found null'],
    [
      'products as a string',
      { index: { a: { path: 'a', products: 'b' } } },
      '/index/a/products: must be an array, found "b"',
    ],
    [
      'a numeric product',
      { index: { a: { path: 'a', products: [1] } } },
      '/index/a/products/0: must be a string, found 1',
    ],
    [
      'a numeric datatype',
      { index: { a: { path: 'a', datatype: 1 } } },
      '/index/a/datatype: must be a string, found 1',
    ],
    ['an absolute path', { index: { a: { path: '/a' } } }, `/index/a/path: ${onePath}, found "/a"`],
    [
      'a URL',
      { index: { a: { path: 'https://b/a' } } },
      `/index/a/path: ${onePath}, found "https://b/a"`,
    ],
    ['a negative generation', { generation: -1 }, '/generation: must be at least 0, found -1'],
    [
      'a digest that is none',
      { previous: 'a' },
      '/previous: must be 64 lower-case hexadecimal digits, found "a"',
    ],
    [
      'a commit that is none',
      { commit: 'a' },
      '/commit: must be 32 lower-case hexadecimal digits, found "a"',
    ],
    ['another head', { head: 'index.json' }, '/head: must be "index.sjson", found "index.json"'],
    [
      'a size of a document',
      { index: { a: { path: 'a', size: 0.5 } } },
      '/index/a/size: must be an integer, found 0.5',
    ],
  ])('%s', (_, change, problem) => {
    expect(problemsOf(() => validateIndex({ ...incusIndex, ...change }, 'x'))).toEqual([problem]);
  });
});

describe('paths', () => {
  const wild = fc
    .array(fc.constantFrom('a', '.', '..', '...', 'b.c', '\u2028', '', '%', ' ', 'A:B'), {
      maxLength: 5,
    })
    .map((parts) => parts.join('/'));

  test('the keyring is a path of ours, exactly', () => {
    fc.assert(
      fc.property(fc.oneof(wild, fc.string(), fc.constant('a'.repeat(1025))), (keyring) => {
        const validate = () => validateIndex({ ...ownIndex, keyring }, 'x');
        if (parseRelativePath(keyring) === undefined) expect(problemsOf(validate)).toHaveLength(1);
        else validate();
      }),
    );
  });

  test('no path leads out of the root', () => {
    fc.assert(
      fc.property(wild, (path) => {
        const validate = () => validateIndex({ ...ownIndex, index: { a: { path } } }, 'x');
        const unsafe =
          path === '' || path.startsWith('/') || /^\.{2,3}$/m.test(path.replaceAll('/', '\n'));
        if (unsafe) expect(problemsOf(validate)).toHaveLength(1);
        else validate();
      }),
    );
  });
});
