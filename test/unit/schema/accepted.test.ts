import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateIndex, validateProducts } from '../../../src/core/schema/validate.ts';
import {
  cloudProducts,
  glanceProducts,
  incusIndex,
  incusProducts,
  lxdProducts,
  maasProducts,
  mixedIndex,
  ownIndex,
} from './documents.ts';

describe('documents of existing tools', () => {
  test.each([
    ['Incus', incusProducts],
    ['LXD', lxdProducts],
    ['MAAS', maasProducts],
    ['a cloud', cloudProducts],
    ['Glance', glanceProducts],
  ])('of %s are products documents', (name, document) => {
    expect(validateProducts(document, name)).toBe(document);
  });

  test.each([
    ['Incus', incusIndex],
    ['several tools', mixedIndex],
    ['ours', ownIndex],
  ])('of %s are indexes', (name, document) => {
    expect(validateIndex(document, name)).toBe(document);
  });

  test('an empty root and an empty document are valid', () => {
    validateIndex({ format: 'index:1.0', index: {} }, 'index');
    validateProducts({ format: 'products:1.0', content_id: 'images', products: {} }, 'products');
  });
});

describe('any document made by the rules', () => {
  const optional = { requiredKeys: [] };
  const sum = (digits: number) =>
    fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'),
      minLength: digits,
      maxLength: digits,
    });
  const size = fc.maxSafeNat();
  const segment = fc.stringMatching(/^[A-Za-z0-9_~:+ -]{1,12}(?:\.[a-z]{1,4})?$/);
  const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  const strings = fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 });
  const few = <T>(values: fc.Arbitrary<T>) => fc.dictionary(fc.string(), values, { maxKeys: 3 });
  // Keys of others, with a prefix that no key of the schemas has.
  const foreign = fc
    .dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 })
    .map((keys) => Object.fromEntries(Object.entries(keys).map(([key, v]) => [`x-${key}`, v])));
  const withForeign = <T extends object>(values: fc.Arbitrary<T>) =>
    fc.tuple(values, foreign).map(([value, keys]) => ({ ...keys, ...value }));

  const item = withForeign(
    fc.record(
      {
        ftype: fc.string(),
        path,
        size,
        md5: sum(32),
        sha256: sum(64),
        sha512: sum(128),
        combined_rootxz_sha256: sum(64),
        delta_base: fc.string(),
      },
      optional,
    ),
  );
  const version = withForeign(
    fc.record({ label: fc.string(), size, sha256: sum(64), items: few(item) }, optional),
  );
  const product = withForeign(
    fc.record(
      {
        aliases: fc.string(),
        arch: fc.string(),
        supported: fc.boolean(),
        requirements: fc.option(strings),
        versions: few(version),
      },
      optional,
    ),
  );

  test('is a products document', () => {
    const tree = fc.record({
      format: fc.constant('products:1.0'),
      content_id: fc.string(),
      products: few(product),
    });
    fc.assert(
      fc.property(withForeign(tree), (value) => {
        expect(validateProducts(value, 'x')).toBe(value);
      }),
    );
  });

  test('is an index', () => {
    const entry = fc.record(
      { path, products: fc.array(fc.string()), datatype: fc.string(), size, sha256: sum(64) },
      { requiredKeys: ['path'] },
    );
    const index = fc.record(
      {
        format: fc.constant('index:1.0'),
        index: few(withForeign(entry)),
        generation: size,
        previous: sum(64),
        commit: sum(32),
      },
      { requiredKeys: ['format', 'index'] },
    );
    fc.assert(
      fc.property(withForeign(index), (value) => {
        expect(validateIndex(value, 'x')).toBe(value);
      }),
    );
  });
});
