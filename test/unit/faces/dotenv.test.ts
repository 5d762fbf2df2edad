import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dotenvNameOf, writeDotenv } from '../../../src/faces/cli/dotenv.ts';
import { isOurVariable } from '../../../src/faces/input.ts';
import { type OutputValues, outputs } from '../../../src/faces/outputs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dotenv-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function written(values: OutputValues): Promise<string> {
  writeDotenv('out/streams.env', folder, values);
  return readFile(join(folder, 'out/streams.env'), 'utf8');
}

describe('a dotenv file', () => {
  test('has a line for each output that is known, without quotes', async () => {
    const values = { 'index-url': '', changed: 'true', product: 'a:b "c" #d' };
    expect(await written(values)).toBe(
      'STREAMS_CHANGED=true\nSTREAMS_PRODUCT=a:b "c" #d\nSTREAMS_INDEX_URL=\n',
    );
  });

  test('is empty when nothing is known', async () => {
    expect(await written({})).toBe('');
  });

  test('has no report, which may be longer than 5 KiB', async () => {
    expect(await written({ report: '{}' })).toBe('');
  });

  test('keeps a dollar from being the beginning of a name', async () => {
    expect(await written({ product: 'a$HOME$$' })).toBe('STREAMS_PRODUCT=a$$HOME$$$$\n');
  });

  test('cannot hold two lines in one value', () => {
    expect(() => writeDotenv('x', folder, { product: 'a\nSTREAMS_CHANGED=true' })).toThrow(
      'the output product has more than one line',
    );
  });
});

test('no output becomes an input of a later job', () => {
  const names = outputs.map(({ name }) => dotenvNameOf(name)).filter((name) => name !== undefined);
  expect(names).not.toEqual([]);
  expect(names.filter(isOurVariable)).toEqual([]);
});
