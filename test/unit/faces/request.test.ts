import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everyRelease } from '../../../src/core/consumers/consumer.ts';
import { noTags } from '../../fakes/no-tags.ts';
import { enough, folder, problemsOf, settings, settingsWith } from './support/settings.ts';

const key = { SIMPLESTREAMS_SIGNING_KEY: 'a key' };

test('what is not given has its default', async () => {
  const cwd = folder({ image: '' });
  expect(await settingsWith([], {}, cwd)).toEqual({
    request: {
      consumers: [everyRelease('lxd')],
      images: [
        {
          name: undefined,
          files: ['image'],
          contentId: undefined,
          streamName: undefined,
          product: undefined,
          tags: noTags,
          serial: undefined,
        },
      ],
      sourceDate: undefined,
      publicUrl: undefined,
      adopt: false,
      dryRun: false,
      acceptRollback: false,
      yes: false,
      grace: 24 * 60 * 60 * 1000,
      allow: [],
    },
    root: { kind: 'folder', folder: join(cwd, 'root') },
    signingKey: undefined,
    trustedKeys: [],
    singleWriter: false,
  });
});

test('a flag counts before a variable, a list as a whole', async () => {
  const environment = {
    SIMPLESTREAMS_OS: 'variable',
    SIMPLESTREAMS_RELEASE: 'variable',
    SIMPLESTREAMS_ALIAS: 'a\nb',
    SIMPLESTREAMS_DRY_RUN: 'true',
    SIMPLESTREAMS_SINGLE_WRITER: 'true',
  };
  const words = ['--os', 'flag', '--alias', 'c', '--dry-run=false'];
  const { request, singleWriter } = await settingsWith(words, environment);
  expect(request.images[0]?.tags).toMatchObject({
    os: 'flag',
    release: 'variable',
    aliases: ['c'],
  });
  expect({ dryRun: request.dryRun, singleWriter }).toEqual({ dryRun: false, singleWriter: true });
});

test('consumers and aliases that are repeated count once, in order', async () => {
  const words = ['--for', 'incus', '--for', 'lxd', '--alias', 'b', '--alias', 'a', '--alias', 'b'];
  const { request } = await settingsWith(words);
  expect(request.consumers.map(({ name }) => name)).toEqual(['lxd', 'incus']);
  expect(request.images[0]?.tags.aliases).toEqual(['b', 'a']);
});

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['FALSE', false],
])('the word %s is %s', async (word, adopt) => {
  expect((await settingsWith([`--adopt=${word}`], key)).request.adopt).toBe(adopt);
});

test.each(['yes', 'no', 'on', '1', '0', 'tRUE', 'y'])('the word %s is no boolean', async (word) => {
  expect(await problemsOf(settingsWith([`--dry-run=${word}`]))).toEqual([
    `--dry-run ${JSON.stringify(word)}: expected true or false`,
  ]);
});

describe('values in the form that documents have', () => {
  test.each([
    ['--arch', 'x86_64', { images: [{ tags: { arch: 'amd64' } }] }],
    [
      '--public-url',
      'https://images.example.com/lxd/',
      { publicUrl: 'https://images.example.com/lxd' },
    ],
    ['--public-url', 'https://images.example.com', { publicUrl: 'https://images.example.com' }],
    ['--serial', '20261120_1504', { images: [{ serial: '20261120_1504' }] }],
    ['--content-id', 'com.example:lxd', { images: [{ contentId: 'com.example:lxd' }] }],
    [
      '--requirement',
      'secureboot=false',
      { images: [{ tags: { requirements: { secureboot: 'false' } } }] },
    ],
    ['--tag', 'support_eol=a=b', { images: [{ tags: { further: { support_eol: 'a=b' } } }] }],
    ['--os', 'Ünï côdé', { images: [{ tags: { os: 'Ünï côdé' } }] }],
  ])('%s %s', async (flag, value, request) => {
    expect((await settingsWith([flag, value])).request).toMatchObject(request);
  });
});

test.each([
  ['--for', 'lxe', 'expected one of lxd, incus, maas, glance, sstream'],
  ['--content-id', 'index', 'not index, keyring or prune'],
  ['--product', 'a b', 'visible ASCII without blanks'],
  ['--serial', '20260230', 'a date as YYYYMMDD'],
  ['--arch', 'x86-64', 'amd64, arm64'],
  ['--os', 'a\nb', 'one line'],
  ['--os', 'x'.repeat(257), '256 characters at most'],
  ['--public-url', 'http://example.com', 'https URL'],
  ['--public-url', 'https://example.com/?a', 'without user, query'],
  ['--public-url', 'images', 'https URL'],
])('%s %s is refused: %s', async (flag, value, why) => {
  const [problem, ...more] = await problemsOf(settingsWith([flag, value]));
  expect(more).toEqual([]);
  expect(problem).toMatch(new RegExp(`^${flag} "`));
  expect(problem).toContain(why);
});

test('everything that is wrong is said at once, as it was written', async () => {
  const words = ['--for', 'mass', '--serial', 'x', '--tag', 'os=a', '--rot', 'x'];
  const environment = { SIMPLESTREAMS_ADOPT: 'yes', SIMPLESTREAMS_LABLE: 'x' };
  const problems = await problemsOf(settings(words, environment));
  const named = problems.map((problem) => problem.split(' ')[0]);
  expect(named.toSorted()).toEqual(
    [
      '--files',
      '--for',
      '--root',
      '--rot',
      '--serial',
      '--tag',
      'SIMPLESTREAMS_ADOPT',
      'SIMPLESTREAMS_LABLE',
    ].toSorted(),
  );
});

describe('SOURCE_DATE_EPOCH', () => {
  test('is seconds', async () => {
    const { request } = await settingsWith([], { SOURCE_DATE_EPOCH: '1795186245' });
    expect(request.sourceDate).toEqual(new Date('2026-11-20T14:50:45Z'));
  });

  test.each(['now', '-1', '1.5', '999999999999'])('is not %s', async (text) => {
    const problems = await problemsOf(settingsWith([], { SOURCE_DATE_EPOCH: text }));
    expect(problems).toEqual([expect.stringMatching(/^SOURCE_DATE_EPOCH: expected whole seconds/)]);
  });

  test('is not given when it is empty', async () => {
    expect((await settingsWith([], { SOURCE_DATE_EPOCH: '' })).request.sourceDate).toBeUndefined();
  });
});

test.each(['.', '/dev/null', 'image/below'])('a report cannot be put at %s', async (path) => {
  expect(await problemsOf(settingsWith(['--report', path]))).toEqual([
    expect.stringMatching(/^--report /),
  ]);
});

test('a private key or a password that got into another input is not repeated', async () => {
  const problems = await problemsOf(
    settings([
      ...enough.slice(2),
      ...['--root', 'https://user:c4nary@example.com', '--serial', 'PRIVATE KEY c4nary'],
    ]),
  );
  expect(problems).toHaveLength(2);
  expect(problems.join('\n')).not.toContain('c4nary');
});
