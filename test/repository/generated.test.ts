import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Generator, staleFiles } from '../../scripts/generate/generator.ts';
import { generators } from '../../scripts/generate/generators.ts';
import { flatten } from '../../scripts/generate/schema.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

test('every generated file is fresh: else run "npm run generate"', async () => {
  const stale = await staleFiles(project, generators);
  expect(stale.map(({ path }) => path)).toEqual([]);
});

test('no file has two generators', () => {
  const paths = generators.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test.each(['index', 'products', 'promotion', 'staging', 'images-file'])(
  'the validator of %s loads nothing',
  async (kind) => {
    const path = join(project, `src/core/schema/generated/is-${kind}.js`);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('export const is');
    expect(text).not.toMatch(/\b(?:import|require)\b/);
  },
);

describe('stale files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generated-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const whole: Generator = { path: 'whole.txt', content: () => 'new' };
  const section: Generator = {
    path: 'section.txt',
    content: async (existing) => existing.replace(/<.*>/, '<new>'),
  };

  test('are those that differ or are missing', async () => {
    await writeFile(join(folder, 'section.txt'), 'by hand <old> by hand');
    expect(await staleFiles(folder, [whole, section])).toEqual([
      { path: 'whole.txt', content: 'new' },
      { path: 'section.txt', content: 'by hand <new> by hand' },
    ]);
  });

  test('are none after they were written', async () => {
    await writeFile(join(folder, 'whole.txt'), 'new');
    await writeFile(join(folder, 'section.txt'), 'by hand <new> by hand');
    expect(await staleFiles(folder, [whole, section])).toEqual([]);
  });
});

describe('flattening a schema', () => {
  test('puts definitions in place and drops what is for people, but no property', () => {
    const schema = {
      title: 'A',
      properties: { title: { $ref: '#/$defs/b', description: 'C' } },
      $defs: {
        b: { title: 'B', type: 'object', additionalProperties: { $ref: '#/$defs/c' } },
        c: { type: 'string' },
      },
    };
    expect(flatten(schema)).toEqual({
      properties: { title: { type: 'object', additionalProperties: { type: 'string' } } },
    });
  });

  test('refuses a reference that has rules beside it', () => {
    const schema = { properties: { a: { $ref: '#/$defs/b', type: 'string' } }, $defs: { b: {} } };
    expect(() => flatten(schema)).toThrow('#/$defs/b stands beside other rules');
  });
});
