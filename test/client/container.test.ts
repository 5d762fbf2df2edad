import { chown, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startS3Server } from '../fakes/s3/server.ts';
import { bundleCli } from '../process/support/bundle.ts';
import { output } from '../process/support/command.ts';
import { writeImage } from '../process/support/image.ts';
import { privateKey } from '../process/support/keys.ts';
import { readRoot } from '../process/support/read-root.ts';
import { skipBecause } from '../process/support/skip.ts';
import { base, buildContainer, type Container } from './support/container.ts';

const mib = 1024 * 1024;
const user = 65532;
const publish = ['publish', '--for', 'lxd', '--files', 'build/*.tar.gz'];

describe('the container image', () => {
  let container: Container | undefined;
  beforeAll(async () => {
    if (base !== undefined) container = await buildContainer(base, dirname(await bundleCli()));
  });
  afterAll(() => container?.remove());
  beforeEach((context) => {
    if (base === undefined) skipBecause(context, 'CONTAINER_BASE is not set');
  });

  function built(): Container {
    if (container === undefined) throw new Error('the image was not built');
    return container;
  }

  /** A folder with the files of an image, which `owner` may write to. */
  async function workspace(owner: number): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'simplestreams-work-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeImage(join(folder, 'build'));
    await chown(folder, owner, owner);
    return folder;
  }

  test('says what it is, and runs the command as a user who is nobody', () => {
    const { configuration } = built();
    expect(configuration).toMatchObject({
      User: `${user}:${user}`,
      Entrypoint: ['simplestreams'],
      WorkingDir: '/data',
      Env: expect.arrayContaining(['HOME=/tmp']),
    });
    expect(configuration.Labels).toMatchObject({
      'org.opencontainers.image.licenses': 'Apache-2.0',
      'org.opencontainers.image.version': '1.2.3',
      'org.opencontainers.image.revision': 'a'.repeat(40),
    });
  });

  test('is smaller than 200 MB, and has no npm', async () => {
    const { root } = built();
    const size = Number((await output('du', ['-sb', root])).split('\t')[0]);
    expect(size).toBeGreaterThan(50 * mib);
    expect(size).toBeLessThan(200_000_000);
    expect(await readdir(join(root, 'usr/local/bin'))).toEqual(['node', 'simplestreams']);
    expect(await output('find', [root, '-xdev', '-name', 'npm*'])).toBe('');
  });

  test('has the shell that a runner of GitLab feeds with scripts', async () => {
    const folder = await workspace(user);
    const script = 'set -eu; id -u; echo "$HOME"; f=$(mktemp); rm "$f"; simplestreams --version';
    const run = await built().run(['-c', script], { folder, program: 'sh' });
    expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/^65532\n\/tmp\n\d+\./) });
  });

  test('publishes into a mounted folder, signed', async () => {
    const folder = await workspace(user);
    const env = { SIMPLESTREAMS_SIGNING_KEY: await privateKey() };
    const run = await built().run([...publish, '--root', 'public'], { folder, env });
    expect(run, run.stderr).toMatchObject({ code: 0 });
    const root = join(folder, 'public');
    expect(await readRoot(root, 'index.sjson')).toMatchObject({ generation: 1 });
    expect(await stat(root)).toMatchObject({ uid: user, gid: user });
  });

  test('publishes from a root it cannot write to, as a user without an entry', async () => {
    const folder = await workspace(4321);
    const options = { folder, user: '4321:4321' };
    const attempt = await built().runReadOnly(['-c', 'id -u; echo >/x; echo >/tmp/x'], {
      ...options,
      program: 'sh',
    });
    expect(attempt.stdout).toBe('4321\n');
    expect(attempt.stderr).toMatch(/\/x: Read-only file system/);
    const run = await built().runReadOnly([...publish, '--root', 'public'], options);
    expect(run, run.stderr).toMatchObject({ code: 0 });
    const root = join(folder, 'public');
    expect(await readRoot(root, 'index.json')).toMatchObject({ generation: 1 });
    expect(await stat(root)).toMatchObject({ uid: 4321, gid: 4321 });
  });

  test('publishes into a bucket from a root it cannot write to, as a user without an entry', async () => {
    const folder = await workspace(4321);
    const server = await startS3Server();
    onTestFinished(() => server.close());
    const env = {
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
      AWS_REGION: server.region,
    };
    const run = await built().runReadOnly(
      [...publish, '--root', `s3://${server.bucket}/lxd`, '--endpoint', server.endpoint],
      { folder, env, user: '4321:4321' },
    );
    expect(run, run.stderr).toMatchObject({ code: 0 });
    expect([...server.objects.keys()]).toContain('lxd/streams/v1/index.json');
  });
});
