import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { canonicalRoot, incusRoot, reportedRoot } from '../fakes/foreign-roots.ts';
import { bundleCli } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { makeFolder, writeRoot } from './support/foreign-root.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { rootAndNext } from './support/scene.ts';
import { treeOf } from './support/tree.ts';

let cli: string;
beforeAll(async () => {
  cli = await bundleCli();
});

function check(args: readonly string[], options: Parameters<typeof ended>[2] = {}) {
  return ended(process.execPath, [cli, 'check', ...args], options);
}

describe('the root of a user to whom MAAS said only "Ignoring unsupported product"', () => {
  test('ends with exit code 7, the pattern that the name must match, and the fix', async () => {
    const cwd = await makeFolder();
    await writeRoot(join(cwd, 'public'), reportedRoot);
    const { code, stdout } = await check(['public', '--for', 'maas<=3.7'], { cwd });
    expect(code).toBe(7);
    expect(stdout).toContain(
      'MAAS-001  com.ubuntu.maas:candidate:ubuntu-bases-download · com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64\n',
    );
    expect(stdout).toContain('/.*:v([23]|3\\+platform):.*/i');
    expect(stdout).toContain('Ignoring unsupported product com.ubuntu.maas.candidate:');
    expect(stdout).toMatch(/fix: give the input `product` a name with :v3: in it/);
    expect(stdout).toContain('see docs/rules.md#maas-001');
  });

  test('passes for 3.8, with the warning that it cannot be deployed, and by allow or fail-on', async () => {
    const cwd = await makeFolder();
    await writeRoot(cwd, reportedRoot);
    const newer = await check(['.', '--for', 'maas@3.8'], { cwd });
    expect(newer).toMatchObject({ code: 0, stdout: expect.stringContaining('MAAS-043') });
    const maas = ['.', '--for', 'maas'];
    expect(await check([...maas, '--allow', 'MAAS-001'], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Allowed, not counted'),
    });
    expect(await check([...maas, '--fail-on', 'never'], { cwd })).toMatchObject({ code: 0 });
    expect(
      await check([...maas, '--allow', 'MAAS-001', '--fail-on=warning'], { cwd }),
    ).toMatchObject({ code: 7 });
  });

  test('is told in JSON, SARIF and as a Code Quality report, and nothing else is written', async () => {
    const cwd = await makeFolder();
    await writeRoot(join(cwd, 'public'), reportedRoot);
    const before = await treeOf(join(cwd, 'public'));
    const files = ['--sarif', 'a.sarif', '--code-quality', 'b.json', '--report', 'c.json'];
    const args = ['--root', 'public', '--for', 'maas', '--json', '--quiet', ...files];
    const { code, stdout, stderr } = await check(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 7, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      root: join(cwd, 'public'),
      counts: { error: 1, warning: 1 },
    });
    expect(report.findings[0]).toMatchObject({
      code: 'MAAS-001',
      severity: 'error',
      place: { product: 'com.ubuntu.maas.candidate:ubuntu-bases:22.04:amd64' },
    });
    expect(JSON.parse(await readFile(join(cwd, 'c.json'), 'utf8'))).toEqual(report);
    const sarif = JSON.parse(await readFile(join(cwd, 'a.sarif'), 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(report.findings.length);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'public/streams/v1/bases.json',
    );
    const quality = JSON.parse(await readFile(join(cwd, 'b.json'), 'utf8'));
    expect(quality).toHaveLength(report.findings.length);
    expect((await readdir(cwd)).toSorted()).toEqual(['a.sarif', 'b.json', 'c.json', 'public']);
    expect(await treeOf(join(cwd, 'public'))).toEqual(before);
  });
});

describe('no error is found', () => {
  test.each([
    ['in what incus-simplestreams makes', incusRoot, ['incus']],
    [
      'in products of the shape that Canonical publishes for MAAS',
      canonicalRoot,
      ['maas', 'sstream'],
    ],
  ] as const)('%s', async (_, documents, programs) => {
    const cwd = await makeFolder();
    await writeRoot(cwd, documents);
    const consumers = programs.flatMap((program) => ['--for', program]);
    const { code, stdout } = await check(['.', ...consumers], { cwd });
    expect(stdout).not.toMatch(/^Errors|^Warnings/m);
    expect(code).toBe(0);
  });

  test('in a signed root that publish made, verified with the public key alone', async () => {
    const key = await privateKey();
    const { scene } = await rootAndNext(cli, key);
    const consumers = ['--for', 'lxd', '--for', 'incus', '--for', 'sstream'];
    const keyring = join(scene.root, 'keyring.asc');
    const before = await scene.tree();
    const verified = await check([scene.root, ...consumers, '--trusted-keys', keyring]);
    expect(verified).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('not verified'),
    });
    const unverified = await check([scene.root, ...consumers]);
    expect(unverified).toMatchObject({ code: 0, stdout: expect.stringContaining('not verified') });
    expect(await scene.tree()).toEqual(before);
  });
});

test('a root that is signed by another key is refused', async () => {
  const { scene } = await rootAndNext(cli, await privateKey());
  const env = { SIMPLESTREAMS_SIGNING_KEY: await privateKey() };
  const { code, stdout } = await check([scene.root, '--for', 'sstream'], { env });
  expect(code).toBe(7);
  expect(stdout).toMatch(/DOC-004 {2}index\n.*index\.sjson/);
});

test('a root behind a web server is read, and the URL is judged as people would give it', async () => {
  const folder = await makeFolder();
  await writeRoot(join(folder, 'maas'), reportedRoot);
  const server = createServer((request, response) => {
    const file = createReadStream(join(folder, request.url ?? ''));
    file.on('error', () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}/maas`;
  const { code, stdout } = await check([url, '--for', 'maas<=3.7']);
  expect(code).toBe(7);
  expect(stdout).toContain('MAAS-001');
  expect(stdout).toContain('MAAS-051');
});

describe('files', () => {
  test('are checked before they are published anywhere', async () => {
    const cwd = await makeFolder();
    const { metadata, root } = await writeImage(join(cwd, 'build'));
    const files = ['--files', metadata, '--files', root];
    const { code, stdout } = await check(['--for', 'lxd', '--for', 'incus', ...files], { cwd });
    expect(stdout).toMatch(/^Found nothing in the files, for LXD 5\.0 to 6, Incus 6\.0 to 7\n/m);
    expect(code).toBe(0);
    expect(await readdir(cwd)).toEqual(['build']);
  });

  test('that are for another program are refused with what it wants', async () => {
    const cwd = await makeFolder();
    const { root } = await writeImage(join(cwd, 'build'));
    const tags = [
      '--os',
      'ubuntu',
      '--release',
      'jammy',
      '--os-version',
      '22.04',
      '--arch',
      'amd64',
    ];
    const args = ['--for', 'maas', '--stream-name', 'com.example', '--files', root, ...tags];
    const { code, stderr } = await check(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a kernel, an initrd and a squashfs');
  });
});

test('a bare call says what is missing', async () => {
  const { code, stdout, stderr } = await check([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: --for .* is required/m);
  expect(stderr).toMatch(/^error: --root .*: there is nothing to check: give a root, or files$/m);
});

test('a folder without a root is one finding', async () => {
  const cwd = await makeFolder();
  const { code, stdout } = await check(['.', '--for', 'lxd'], { cwd });
  expect(code).toBe(7);
  expect(stdout).toContain('streams/v1/index.json is not there');
});
