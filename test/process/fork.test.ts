import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startS3Server } from '../fakes/s3/server.ts';
import { bundle } from './support/bundle.ts';
import { eventVariables, fork, ownRepository, pullFrom, runFrom } from './support/events.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { runStep } from './support/runner.ts';

let action: string;
let key: string;
beforeAll(async () => {
  action = (await bundle()).action;
  key = await privateKey();
});

/** A workspace with an image; what a step of a fork is given: secrets and variables are empty. */
async function scene() {
  const workspace = await mkdtemp(join(tmpdir(), 'simplestreams-fork-'));
  onTestFinished(() => rm(workspace, { recursive: true, force: true }));
  const files = await writeImage(join(workspace, 'build'));
  const inputs = {
    root: './public',
    for: 'lxd\nincus\n',
    files: `${files.metadata}\n${files.root}\n`,
    'signing-key': '',
    adopt: 'true',
  };
  return { workspace, inputs };
}

const checked = { code: 0, outputs: { changed: 'false', outcome: 'checked', findings: '0' } };
const why = 'Nothing is signed or published: the code is of a fork, somebody/images';

/** The step has changed nothing in its workspace. */
async function untouched(workspace: string) {
  expect((await readdir(workspace)).sort()).toEqual(['.runner', 'build', 'event.json']);
}

describe('a pull request from a fork', () => {
  test('is checked, told so everywhere, and neither signed nor published', async () => {
    const { workspace, inputs } = await scene();
    const event = await eventVariables(workspace, 'pull_request', pullFrom(fork));
    const step = await runStep(action, workspace, inputs, event);
    expect(step).toMatchObject({ ...checked, stderr: '' });
    expect(step.stdout).toContain(`\n${why}`);
    expect(step.stdout).toContain('alpine:3.20:amd64:default would get version 20261120_1504');
    expect(step.stdout).toMatch(/::notice title=Checked%2C not published::/);
    expect(step.summary).toMatch(/^## Checked, not published\n\nNothing is signed or published/);
    expect(step.summary).toContain('Found nothing in <code>the files</code>');
    expect(JSON.parse(step.outputs.report ?? '')).toMatchObject({
      outcome: 'checked',
      why: 'the code is of a fork, somebody/images',
      counts: { error: 0 },
    });
    await untouched(workspace);
  });

  test('does so with secrets too, since pull_request_target has them', async () => {
    const { workspace, inputs } = await scene();
    const event = await eventVariables(workspace, 'pull_request_target', pullFrom(fork));
    const given = { ...inputs, 'signing-key': key };
    expect(await runStep(action, workspace, given, event)).toMatchObject(checked);
    await untouched(workspace);
  });

  test('asks nothing of the store, for which it has no credentials', async () => {
    const server = await startS3Server();
    onTestFinished(() => server.close());
    const { workspace, inputs } = await scene();
    const event = await eventVariables(workspace, 'workflow_run', runFrom('somebody/images'));
    const given = { ...inputs, root: `s3://${server.bucket}/lxd`, endpoint: server.endpoint };
    expect(await runStep(action, workspace, given, event)).toMatchObject(checked);
    expect(server.log).toEqual([]);
  });

  test('needs no root, since a variable that names it is empty', async () => {
    const { workspace, inputs } = await scene();
    const event = await eventVariables(workspace, 'pull_request', pullFrom(fork));
    for (const root of ['', 's3:///lxd']) {
      expect(await runStep(action, workspace, { ...inputs, root }, event)).toMatchObject(checked);
    }
  });

  test('with an images file is checked for each of its roots', async () => {
    const { workspace, inputs } = await scene();
    const file = `roots:
  - {url: ./public/lxd, for: [lxd]}
  - {url: ./public/incus, for: [incus]}
images:
  - files: [build/*.tar.gz]
`;
    await writeFile(join(workspace, 'build/images.yaml'), file);
    const event = await eventVariables(workspace, 'pull_request', pullFrom(fork));
    const given = { images: 'build/images.yaml', adopt: inputs.adopt };
    const step = await runStep(action, workspace, given, event);
    expect(step).toMatchObject(checked);
    const report = JSON.parse(step.outputs.report ?? '');
    expect(report.roots.map(({ consumers }: { consumers: unknown }) => consumers)).toEqual([
      [expect.stringMatching(/^LXD /)],
      [expect.stringMatching(/^Incus /)],
    ]);
    expect(step.summary).toContain(`${workspace}/public/incus`);
    await untouched(workspace);
  });

  test('stages nothing and commits nothing', async () => {
    const { workspace, inputs } = await scene();
    const event = await eventVariables(workspace, 'pull_request', pullFrom(fork));
    const stage = { ...inputs, command: 'stage', 'stage-name': 'container', adopt: '' };
    expect(await runStep(action, workspace, stage, event)).toMatchObject(checked);
    const { root, for: consumers } = inputs;
    const commit = { root, for: consumers, command: 'commit', expect: 'container' };
    const committed = await runStep(action, workspace, commit, event);
    expect(committed).toMatchObject(checked);
    expect(committed.summary).toContain('Nothing is signed or published');
    await untouched(workspace);
  });

  test('fails for files that make no image, and for inputs that are wrong', async () => {
    const { workspace, inputs } = await scene();
    const event = await eventVariables(workspace, 'pull_request', pullFrom(fork));
    const given = { ...inputs, files: 'event.json', for: 'lxc' };
    const step = await runStep(action, workspace, given, event);
    expect(step.code).toBe(2);
    expect(step.stdout).toContain('for "lxc"');
    const broken = await runStep(action, workspace, { ...inputs, files: 'event.json' }, event);
    expect(broken.code).toBe(2);
  });

  test('fails with 7 for what a consumer would ignore or refuse', async () => {
    const { workspace } = await scene();
    const event = await eventVariables(workspace, 'pull_request', pullFrom(fork));
    const { root } = await writeImage(join(workspace, 'build'));
    const tags = { os: 'my-ubuntu', release: '9', 'os-version': '9', arch: 'amd64' };
    const given = { files: root, for: 'maas', 'stream-name': 'com.example', ...tags };
    const step = await runStep(action, workspace, given, event);
    expect(step.code).toBe(7);
    expect(step.outputs).toMatchObject({ outcome: 'checked' });
    expect(step.stdout).toMatch(/::error title=MAAS-/);
  });
});

test('a pull request of the repository itself publishes', async () => {
  const { workspace, inputs } = await scene();
  const event = await eventVariables(workspace, 'pull_request', pullFrom(ownRepository));
  const step = await runStep(action, workspace, { ...inputs, adopt: '' }, event);
  expect(step).toMatchObject({ code: 0, outputs: { changed: 'true', outcome: 'published' } });
});
