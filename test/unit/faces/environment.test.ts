import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../src/faces/environment.ts';
import { folder } from './support/settings.ts';

function textsOf(environment: Readonly<Record<string, string>>) {
  const { values, problems } = readEnvironment(environment);
  expect(problems).toEqual([]);
  return Object.fromEntries([...values].map(([name, given]) => [name, given.texts]));
}

test.each([
  [{ SIMPLESTREAMS_ROOT: ' a\n' }, { root: ['a'] }],
  [{ SIMPLESTREAMS_ROOT: '' }, {}],
  [{ SIMPLESTREAMS_FILES: '\n  a b\n\n c\r\n' }, { files: ['a b', 'c'] }],
  [{ SIMPLESTREAMS_FOR: ' \n ' }, {}],
  [{ SIMPLESTREAMS_DRY_RUN: 'true' }, { 'dry-run': ['true'] }],
  [{ SIMPLESTREAMS_TYPO: '' }, {}],
  [{ ROOT: 'a', PATH: '/bin' }, {}],
])('%j is read as %j', (environment, values) => {
  expect(textsOf(environment)).toEqual(values);
});

test.each([
  ['SIMPLESTREAMS_ROTO', 'did you mean SIMPLESTREAMS_ROOT?'],
  ['SIMPLESTREAMS_SIGNING_KEYFILE', 'did you mean SIMPLESTREAMS_SIGNING_KEY_FILE?'],
  ['SIMPLESTREAMS_JSON', 'there is only the flag --json'],
])('%s is no variable: %s', (name, meant) => {
  const { problems } = readEnvironment({ [name]: 'c4nary' });
  expect(problems).toEqual([`${name} is not a variable of this program: ${meant}`]);
});

describe('a secret', () => {
  test('comes as it is from its variable', () => {
    expect(textsOf({ SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: ' a b\n' })).toEqual({
      'signing-key-passphrase': [' a b\n'],
    });
  });

  test.each([
    ['secret\n', 'secret'],
    ['secret\r\n', 'secret'],
    [' se\ncret \n\n', ' se\ncret \n'],
  ])('comes from the file %j without its last newline', (text, secret) => {
    const path = join(folder({ key: text }), 'key');
    expect(textsOf({ SIMPLESTREAMS_SIGNING_KEY_FILE: path })).toEqual({ 'signing-key': [secret] });
  });

  test('is given once: as a value or as a file', () => {
    const environment = {
      SIMPLESTREAMS_SIGNING_KEY: 'c4nary',
      SIMPLESTREAMS_SIGNING_KEY_FILE: 'x',
    };
    expect(readEnvironment(environment).problems).toEqual([
      'SIMPLESTREAMS_SIGNING_KEY and SIMPLESTREAMS_SIGNING_KEY_FILE are both given: give one',
    ]);
  });

  test.each([
    ['missing', /cannot be read: ENOENT/],
    ['folder', /cannot be read: it is not a regular file/],
    ['empty', /is empty$/],
    ['large', /larger than 1 MiB/],
  ])('is not read from a file that is %s', (name, problem) => {
    const path = folder({ empty: '\n', large: 'x'.repeat(1024 * 1024 + 1) });
    mkdirSync(join(path, 'folder'));
    const { values, problems } = readEnvironment({
      SIMPLESTREAMS_SIGNING_KEY_FILE: join(path, name),
    });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]).toContain('SIMPLESTREAMS_SIGNING_KEY_FILE');
    expect(values.size).toBe(0);
  });
});
