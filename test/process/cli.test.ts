import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { bundleCli } from './support/bundle.ts';
import { ended } from './support/command.ts';

let cli: string;
beforeAll(async () => {
  cli = await bundleCli();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'simplestreams-cli-test-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

function run(args: readonly string[], options: Parameters<typeof ended>[2] = {}) {
  return ended(process.execPath, [cli, ...args], options);
}

test('--version prints the version and nothing else, whatever else is wrong', async () => {
  const version = { code: 0, stdout: `${manifest.version}\n`, stderr: '' };
  expect(await run(['--version'])).toEqual(version);
  expect(await run(['publsh', '--rot', '--version'])).toEqual(version);
});

test('--version loads nothing but the command line', async () => {
  const coverage = await folder();
  await run(['--version'], { env: { NODE_V8_COVERAGE: coverage } });
  const [name = ''] = await readdir(coverage);
  const { result }: { result: { url: string }[] } = JSON.parse(
    await readFile(join(coverage, name), 'utf8'),
  );
  const loaded = result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => new URL(url));
  expect(loaded).toContainEqual(pathToFileURL(cli));
  const sizes = await Promise.all(loaded.map(async (url) => (await stat(url)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(64 * 1024);
});

test.each([
  [['--help'], /^Usage: simplestreams publish --root ROOT --for PROGRAM --files FILE/],
  [['publish', '--help'], /^Usage: simplestreams publish/],
  [['keygen', '--help'], /^Usage: simplestreams keygen --user-id TEXT --out FILE/],
])('%j prints how it is used', async (args, usage) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(usage);
});

test('a bare call says what is missing', async () => {
  const { code, stdout, stderr } = await run([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.match(/^error: --(root|for|files) .* is required/gm)).toHaveLength(3);
});

test('wrong inputs are said all at once, without a trace, and nothing is written', async () => {
  const cwd = await folder();
  const args = ['--root', 'https://example.com', '--for', 'nobody', '--files', '*.tar', '--x'];
  const env = { SIMPLESTREAMS_ADOPT: 'yes', SOURCE_DATE_EPOCH: 'now' };
  const { code, stdout, stderr } = await run(args, { cwd, env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).toMatch(/^error: (--|SIMPLESTREAMS_ADOPT|SOURCE_DATE)/);
  expect(await readdir(cwd)).toEqual([]);
});

test('a failure is told in JSON too, on stdout and in the report', async () => {
  const cwd = await folder();
  const args = ['--for', 'nobody', '--json', '--quiet', '--report', 'report.json'];
  const { code, stdout, stderr } = await run(args, { cwd });
  const report = await readFile(join(cwd, 'report.json'), 'utf8');
  expect(stdout).toBe(report);
  expect(JSON.parse(report)).toEqual({
    error: { code: 'INPUT_INVALID', exitCode: 2, message: expect.stringContaining('"nobody"') },
  });
  expect(code).toBe(2);
  expect(stderr.match(/^error: /gm)).toHaveLength(3);
});

test('keygen writes a key pair for its owner, and never over another', async () => {
  const cwd = await folder();
  const args = ['keygen', '--user-id', 'Test <test@example.com>', '--out', 'key.asc'];
  const made = await run([...args, '--json'], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const { fingerprint, ...files } = JSON.parse(made.stdout);
  expect(files).toEqual({
    privateKey: 'key.asc',
    publicKey: 'key.pub.asc',
    revocation: 'key.rev.asc',
  });
  expect(fingerprint).toMatch(/^[0-9A-F]{40}$/);
  const again = await run(args, { cwd });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toMatch(/^error: key\.asc exists already/);
});

test('a reader that goes away does not disturb the program', async () => {
  const child = spawn(process.execPath, [cli, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = await once(child, 'close');
  expect({ code, stderr: Buffer.concat(errors).toString() }).toEqual({ code: 0, stderr: '' });
});

describe('a secret comes out nowhere', () => {
  const canary = 'c4nary-Secret';
  const armored = `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${canary}\n-----END PGP PRIVATE KEY BLOCK-----`;
  const enough = ['--root', 'root', '--for', 'lxd', '--files', 'image', '--report', 'report.json'];
  test.each<[string, string[], Record<string, string>]>([
    ['as a flag', ['--signing-key', canary], {}],
    ['as a flag with =', [`--signing-key-passphrase=${canary}`], {}],
    ['as an armored flag', ['--signing-key', armored], {}],
    ['as a flag that is not known', ['--password', canary], {}],
    ['as a variable that is not known', [], { SIMPLESTREAMS_PASSWORD: canary }],
    ['as the wrong input', ['--trusted-keys', armored], {}],
    ['in a URL', ['--endpoint', `https://user:${canary}@example.com`], {}],
    ['as no key', [], { SIMPLESTREAMS_SIGNING_KEY: canary }],
    ['as a damaged key', [], { SIMPLESTREAMS_SIGNING_KEY: armored }],
    ['from a file', [], { SIMPLESTREAMS_SIGNING_KEY_FILE: 'secret' }],
    ['as a passphrase alone', [], { SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: canary }],
    [
      'as value and file',
      [],
      { SIMPLESTREAMS_SIGNING_KEY: canary, SIMPLESTREAMS_SIGNING_KEY_FILE: 'secret' },
    ],
  ])('%s', async (_, args, env) => {
    const cwd = await folder();
    await writeFile(join(cwd, 'image'), 'no image');
    await writeFile(join(cwd, 'secret'), armored);
    const { code, stdout, stderr } = await run([...enough, ...args, '--json'], { cwd, env });
    expect(code).toBe(2);
    const report = await readFile(join(cwd, 'report.json'), 'utf8');
    expect(stdout + stderr + report).not.toContain(canary);
    expect((await readdir(cwd)).toSorted()).toEqual(['image', 'report.json', 'secret']);
  });
});
