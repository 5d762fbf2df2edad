import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { canonicalRoot, incusRoot, reportedRoot } from '../fakes/foreign-roots.ts';
import { startS3Server } from '../fakes/s3/server.ts';
import { bundle } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { makeFolder, writeRoot } from './support/foreign-root.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { runStep } from './support/runner.ts';
import { rootAndNext } from './support/scene.ts';
import { webServer } from './support/web-server.ts';

let programs: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  programs = await bundle();
});

function list(args: readonly string[], options: Parameters<typeof ended>[2] = {}) {
  return ended(process.execPath, [programs.cli, 'list', ...args], options);
}

describe('a root in a folder', () => {
  test('is told in a table, verified with the public key, and nothing is written', async () => {
    const key = await privateKey();
    const { scene, next } = await rootAndNext(programs.cli, key);
    await scene.published({ image: next, key });
    await writeFile(join(scene.root, 'notes.txt'), 'mine\n');
    const before = await scene.tree();
    const keyring = join(scene.root, 'keyring.asc');
    const { code, stdout } = await list([scene.root, '--trusted-keys', keyring]);
    expect(stdout).toMatch(
      /^Product +Version +Size +Age +Read by +Aliases\n\S+ +20261121_1504 .*lxd, incus, sstream.*\n +20261120_1504 /,
    );
    expect(stdout).toMatch(/^Root +\S+, signed$/m);
    expect(stdout).toMatch(/^Index +streams\/v1\/index\.sjson, generation 2, updated /m);
    expect(stdout).toMatch(/^Signed +by [0-9A-F]{40}, .*, verified$/m);
    expect(stdout).toMatch(/^Listed +1 product, 2 versions, /m);
    expect(stdout).toMatch(/^Foreign +1 file, 5 B$/m);
    expect(stdout).not.toMatch(/^(Note|Problem)/m);
    expect(code).toBe(0);
    expect(await scene.tree()).toEqual(before);
  });

  test('is told in JSON, filtered by words that stand alone', async () => {
    const { scene, next } = await rootAndNext(programs.cli);
    await scene.published({ image: next });
    const words = [scene.root, 'version_name~^20261120', 'ftype!=nothing'];
    const { code, stdout, stderr } = await list([...words, '--json', '--quiet']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      root: scene.root,
      index: { path: 'streams/v1/index.json', generation: 2 },
      filters: ['version_name~^20261120', 'ftype!=nothing'],
      products: [{ contentId: 'images', versions: [{ serial: '20261120_1504' }] }],
      selected: { products: 1, versions: 1 },
      listed: { products: 1, versions: 2 },
      stored: { known: true, foreign: { files: 0, bytes: 0 } },
      remarks: [],
    });
  });

  test.each([
    ['incus-simplestreams', incusRoot, /lxd|incus/],
    ['Canonical for MAAS', canonicalRoot, /^com\.ubuntu\.maas\.stable\S+ .*maas, sstream/m],
  ])('of the shape that %s makes is listed, with who reads it', async (_, documents, says) => {
    const cwd = await makeFolder();
    await writeRoot(cwd, documents);
    const { code, stdout } = await list(['.'], { cwd });
    expect(stdout).toMatch(says);
    expect(stdout).toMatch(/^Root +\S+, unsigned$/m);
    expect(code).toBe(0);
  });

  test('with problems is listed as far as it can be read, with exit code 7', async () => {
    const cwd = await makeFolder();
    await writeRoot(join(cwd, 'public'), { ...reportedRoot, 'bases.json': 'no object' });
    const { code, stdout } = await list(['public'], { cwd });
    expect(code).toBe(7);
    expect(stdout).toMatch(/^Problem +DOC-002 /m);
    expect(stdout).toMatch(/^Problem +what could be read is listed; simplestreams check /m);
  });

  test('is told what is wrong with the command line, all at once', async () => {
    const cwd = await makeFolder();
    const args = ['nowhere', 'a~(', '--for', 'vmware', 'noble'];
    const { code, stdout, stderr } = await list(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: the root "nowhere": there is no such folder$/m);
    expect(stderr).toMatch(/^error: --filter "a~\(": \( is no regular expression$/m);
    expect(stderr).toMatch(/^error: --for "vmware": /m);
    expect(stderr).toMatch(/^error: "noble" stands alone, and is no filter/m);
    const none = await list(['.'], { cwd });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no root at') });
  });

  test('is not disturbed by the variables of a job that publishes', async () => {
    const { scene } = await rootAndNext(programs.cli);
    const env = { SIMPLESTREAMS_ADOPT: 'true', SIMPLESTREAMS_FILES: 'a' };
    expect(await list([scene.root], { env })).toMatchObject({ code: 0 });
  });
});

test('a root behind a web server is listed; what lies there beside it is not known', async () => {
  const folder = await makeFolder();
  await writeRoot(folder, canonicalRoot);
  const port = await webServer((request, response) => {
    const file = createReadStream(join(folder, request.url ?? ''));
    file.on('error', () => response.writeHead(404).end()).pipe(response);
  });
  const { code, stdout } = await list([`http://127.0.0.1:${port}`, 'arch=amd64']);
  expect(stdout).toMatch(/^Selected +1 product, 2 versions/m);
  expect(stdout).toMatch(/^Reapable +not known: a web server does not tell what it stores$/m);
  expect(code).toBe(0);
});

describe('a root in a bucket', () => {
  test('is listed, and without the right to list says which it misses', async () => {
    const server = await startS3Server({});
    onTestFinished(() => server.close());
    const folder = await makeFolder();
    const image = await writeImage(join(folder, 'build'));
    const env = {
      HOME: folder,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
      AWS_REGION: server.region,
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const root = `s3://${server.bucket}/lxd`;
    const files = ['--files', image.metadata, '--files', image.root];
    const place = ['--root', root, '--endpoint', server.endpoint];
    const publish = ['publish', ...place, '--for', 'lxd', ...files];
    const published = await ended(process.execPath, [programs.cli, ...publish], { env });
    expect(published.code).toBe(0);
    const requests = server.log.length;
    const listed = await list(place, { env });
    expect(listed.stdout).toMatch(/^Reapable +0 files, 0 B$/m);
    expect(listed.stdout).toMatch(/^Listed +1 product, 1 version, /m);
    expect(listed.code).toBe(0);
    const asked = new Set(server.log.slice(requests).map(({ request }) => request.operation));
    expect([...asked].toSorted()).toEqual(['GetObject', 'ListObjectsV2']);
    server.denied.add('s3:ListBucket');
    const denied = await list(place, { env });
    expect(denied.stdout).toMatch(/^Reapable +not known: .*allow s3:ListBucket on /m);
    expect(denied.stdout).toMatch(/^Listed +1 product, 1 version, /m);
    expect(denied.code).toBe(0);
  });
});

describe('the action', () => {
  test('lists a root in its summary, and hands the report on', async () => {
    const { scene } = await rootAndNext(programs.cli);
    const inputs = { command: 'list', root: scene.root, filter: 'arch~.\nos~.\n' };
    const step = await runStep(programs.action, scene.folder, inputs);
    expect(step).toMatchObject({ code: 0, stderr: '', outputs: { generation: '1', changed: '' } });
    expect(JSON.parse(step.outputs.report ?? '')).toMatchObject({
      filters: ['arch~.', 'os~.'],
      listed: { versions: 1 },
    });
    expect(step.summary).toContain('| Product | Version | Size | Age | Read by | Aliases |');
    expect(step.summary).toContain('<code>20261120&#95;1504</code>');
  });

  test('makes annotations of the problems, and ends with 7', async () => {
    const workspace = await makeFolder();
    await writeRoot(join(workspace, 'public'), { ...reportedRoot, 'bases.json': 7 });
    const step = await runStep(programs.action, workspace, { command: 'list', root: 'public' });
    expect(step.code).toBe(7);
    expect(step.stdout).toMatch(/^::error title=DOC-002::/m);
    expect(step.summary).toContain('Nothing is listed');
  });

  test('of a pull request from a fork lists too: it writes nothing', async () => {
    const workspace = await makeFolder();
    await writeRoot(join(workspace, 'public'), canonicalRoot);
    const event = join(workspace, 'event.json');
    await writeFile(
      event,
      JSON.stringify({
        pull_request: {
          head: { repo: { full_name: 'someone/images', fork: true } },
          base: { repo: { full_name: 'example/images' } },
        },
      }),
    );
    const step = await runStep(
      programs.action,
      workspace,
      { command: 'list', root: 'public' },
      {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: event,
        GITHUB_REPOSITORY: 'example/images',
      },
    );
    expect(step).toMatchObject({ code: 0, summary: expect.stringContaining('maas, sstream') });
  });
});
