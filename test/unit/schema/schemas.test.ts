import { describe, expect, test } from 'vitest';
import indexSchema from '../../../src/core/schema/index.schema.json' with { type: 'json' };
import productsSchema from '../../../src/core/schema/products.schema.json' with { type: 'json' };
import promotionSchema from '../../../src/core/schema/promotion.schema.json' with { type: 'json' };

interface Described {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
}

function undescribed(place: string, schema: Described): readonly string[] {
  const here = schema.title && schema.description ? [] : [place];
  const below = Object.entries(schema.properties ?? {});
  return [...here, ...below.flatMap(([name, part]) => undescribed(`${place}/${name}`, part))];
}

describe.each([
  ['index', indexSchema],
  ['products', productsSchema],
  ['promotion', promotionSchema],
] as const)('the schema of %s', (name, schema) => {
  test('says of every property what it is', () => {
    expect(undescribed('', schema)).toEqual([]);
    for (const [place, part] of Object.entries(schema.$defs)) {
      expect(undescribed(place, part)).toEqual([]);
    }
  });

  test('is draft 2020-12 and has a stable id', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`urn:simplestreams-action:schema:${name}:1.0`);
  });
});

test('both schemas mean the same by a digest and by a path', () => {
  expect(indexSchema.$defs.sha256).toEqual(productsSchema.$defs.sha256);
  expect(indexSchema.$defs.path).toEqual(productsSchema.$defs.path);
});
