import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bundle } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { readRoot } from './support/read-root.ts';
import { runStep } from './support/runner.ts';

let cli: string;
let action: string;
let key: string;
beforeAll(async () => {
  const bundled = await bundle();
  cli = bundled.cli;
  action = bundled.action;
  key = await privateKey();
});

const releases = ['3.18', '3.19', '3.20'];

/** A workspace, and what runs `simplestreams` in it as a job of a pipeline does. */
async function pipeline() {
  const workspace = await mkdtemp(join(tmpdir(), 'simplestreams-matrix-'));
  onTestFinished(() => rm(workspace, { recursive: true, force: true }));
  const env = { SIMPLESTREAMS_SIGNING_KEY: key, CI_PIPELINE_ID: '4711', HOME: workspace };
  const job = (...args: readonly string[]) =>
    ended(process.execPath, [cli, ...args, '--root', 'public', '--for', 'lxd'], {
      cwd: workspace,
      env,
    });
  return { workspace, job };
}

describe('a build matrix', () => {
  test('stages in each job at once, and one commit publishes all of it', async () => {
    const { workspace, job } = await pipeline();
    const staged = await Promise.all(
      releases.map(async (release) => {
        const files = await writeImage(join(workspace, release), { content: release });
        return job(
          'stage',
          '--stage-name',
          release,
          '--release',
          release,
          '--files',
          files.metadata,
          '--files',
          files.root,
        );
      }),
    );
    expect(staged.map(({ code, stderr }) => [code, /error/.test(stderr)])).toEqual(
      releases.map(() => [0, false]),
    );
    const committed = await job(
      'commit',
      '--json',
      ...releases.flatMap((release) => ['--expect', release]),
    );
    expect(committed.code).toBe(0);
    expect(JSON.parse(committed.stdout)).toMatchObject({ changed: true, generation: 1 });
    const versions = releases.map((release) => `alpine:${release}:amd64:default 20261120_1504`);
    const seen = await readRoot(join(workspace, 'public'), 'index.sjson');
    expect(seen).toEqual({ generation: 1, versions });
  });

  test('with a job that died publishes nothing, and says which record is missing', async () => {
    const { workspace, job } = await pipeline();
    const files = await writeImage(join(workspace, 'image'));
    await job(
      'stage',
      '--stage-name',
      'container',
      '--files',
      files.metadata,
      '--files',
      files.root,
    );
    const { code, stderr } = await job('commit', '--expect', 'container', '--expect', 'machine');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: stage machine of run 4711 has left no record/m);
    expect(await readRoot(join(workspace, 'public'), 'index.sjson')).toBeUndefined();
  });

  test('that does not say which run it is, is told to', async () => {
    const { job } = await pipeline();
    const { code, stderr } = await job(
      'stage',
      '--stage-name',
      '../x',
      '--run-id',
      'a b',
      '--files',
      'none',
    );
    expect(code).toBe(2);
    for (const flag of ['--stage-name "../x"', '--run-id "a b"', '--files "none"'])
      expect(stderr).toContain(`error: ${flag}`);
  });

  test('runs as steps of a workflow, which know their run', async () => {
    const { workspace } = await pipeline();
    const files = await writeImage(join(workspace, 'image'));
    const inputs = { root: 'public', for: 'lxd', 'signing-key': key };
    const variables = { GITHUB_RUN_ID: '99' };
    const stage = {
      ...inputs,
      command: 'stage',
      'stage-name': 'container',
      files: `${files.metadata}\n${files.root}`,
    };
    const staged = await runStep(action, workspace, stage, variables);
    expect(staged).toMatchObject({ code: 0, stderr: '' });
    expect(staged.summary).toContain('Staged <code>container</code> of run <code>99</code>');
    const committed = await runStep(
      action,
      workspace,
      { ...inputs, command: 'commit', expect: 'container' },
      variables,
    );
    expect(committed).toMatchObject({ code: 0, outputs: { changed: 'true', generation: '1' } });
  });
});
