import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckSettings, readCheck } from '../../../src/faces/check-request.ts';
import { readCommandLine } from '../../../src/faces/cli/command-line.ts';
import type { Environment } from '../../../src/faces/environment.ts';
import { folder, problemsOf } from './support/settings.ts';

function checkSettings(
  words: readonly string[],
  environment: Environment = {},
  cwd = folder({ image: '' }),
): Promise<CheckSettings> {
  const { reading } = readCommandLine(['check', ...words], environment);
  return readCheck(reading, { cwd, sourceDateEpoch: undefined });
}

test('a root is checked with what is not given by default', async () => {
  const cwd = folder();
  expect(await checkSettings(['.', '--for', 'maas'], {}, cwd)).toEqual({
    subject: {
      kind: 'root',
      root: { kind: 'folder', folder: cwd },
      request: {
        consumers: [{ name: 'maas', releases: { from: 2009, to: 3008 } }],
        allow: [],
        publicUrl: undefined,
      },
      signingKey: undefined,
      trustedKeys: [],
    },
    failOn: 'error',
    sarif: undefined,
    codeQuality: undefined,
  });
});

test('files are checked without a root', async () => {
  const cwd = folder({ image: '' });
  const { subject } = await checkSettings(['--for', 'lxd', '--files', 'image'], {}, cwd);
  expect(subject).toMatchObject({ kind: 'files', request: { images: [{ files: ['image'] }] } });
});

test.each([
  ['https://images.example.com', 'https://images.example.com'],
  ['https://images.example.com/maas/', 'https://images.example.com/maas'],
  ['http://127.0.0.1:8080/a//', 'http://127.0.0.1:8080/a'],
  ['https://images.example.com/maas/streams/v1/index.sjson', 'https://images.example.com/maas'],
  ['HTTPS://images.example.com/streams/v1/index.json', 'https://images.example.com'],
])('%s is the root %s, and the URL that people give to consumers', async (text, url) => {
  const { subject } = await checkSettings([text, '--for', 'maas']);
  expect(subject).toMatchObject({
    root: { kind: 'web', url },
    request: { publicUrl: text },
  });
});

test('the public URL stays as it was typed: its slash matters', async () => {
  const typed = 'http://images.example.com/maas?x';
  const { subject } = await checkSettings(['.', '--for', 'maas', '--public-url', typed]);
  expect(subject.request.publicUrl).toBe(typed);
});

test('a root in a bucket has its endpoint', async () => {
  const words = ['s3://images/maas', '--endpoint', 'https://s3.example.com', '--for', 'maas'];
  const { subject } = await checkSettings(words);
  expect(subject).toMatchObject({ root: { kind: 's3', endpoint: 'https://s3.example.com' } });
});

test('rules are allowed by their codes, each once, the ones about files too', async () => {
  const words = ['.', '--for', 'maas', '--allow', 'maas-001', '--allow=MAAS-001'];
  const { subject } = await checkSettings([...words, '--allow', 'DOC-003']);
  expect(subject.request.allow).toEqual(['MAAS-001', 'DOC-003']);
});

test('files for findings are taken', async () => {
  const words = ['.', '--for', 'lxd', '--sarif', 'a.sarif', '--code-quality', 'b.json'];
  expect(await checkSettings([...words, '--fail-on', 'never'])).toMatchObject({
    sarif: 'a.sarif',
    codeQuality: 'b.json',
    failOn: 'never',
  });
});

describe('is refused:', () => {
  test.each([
    [['--for', 'lxd'], /^--root .*nothing to check/],
    [['.'], /^--for .*is required/],
    [['.', '--files', 'image', '--for', 'lxd'], /^--files: give either a root or files/],
    [['public', '--for', 'lxd'], /^the root "public": there is no such folder/],
    [['image', '--for', 'lxd'], /^the root "image": it is not a folder/],
    [['https://example.com/?a', '--for', 'lxd'], /without user, query and fragment/],
    [['https://', '--for', 'lxd'], /an http or https URL/],
    [['ftp://example.com', '--for', 'lxd'], /expected a folder/],
    [['.', '--for', 'maas@9'], /^--for "maas@9": there are rules for maas 2\.9 to 3\.8 only/],
    [['.', '--for', 'lxd', '--allow', 'MAAS-01'], /no such rule.*did you mean MAAS-0/],
    [['.', '--for', 'lxd', '--fail-on', 'info'], /expected error, warning, note or never/],
    [['.', '--for', 'lxd', '--sarif', '/dev/null'], /^--sarif .*is not a file/],
    [['.', '--for', 'lxd', '--public-url', 'images'], /http or https URL/],
    [['https://example.com', '--for', 'lxd', '--region', 'eu'], /is behind a web server/],
    [['.', '--for', 'lxd', '--adopt'], /^--adopt is not a flag of check/],
  ])('%j', async (words, why) => {
    const problems = await problemsOf(checkSettings(words));
    expect(problems).toEqual([expect.stringMatching(why)]);
  });

  test('a password in a URL, which is not repeated', async () => {
    const url = 'https://user:c4nary@example.com';
    const problems = await problemsOf(
      checkSettings([url, '--for', 'lxd', '--public-url', url], {}, join(folder())),
    );
    expect(problems).toHaveLength(2);
    expect(problems.join('\n')).not.toContain('c4nary');
  });
});
