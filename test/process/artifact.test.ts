import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startResultsService } from '../fakes/results-service.ts';
import { bundle } from './support/bundle.ts';
import { writeImage } from './support/image.ts';
import { runStep } from './support/runner.ts';
import { unzipped } from './support/zip.ts';

let action: string;
beforeAll(async () => {
  action = (await bundle()).action;
});

/** A workspace with an image, and the inputs that publish it and keep the report. */
async function scene() {
  const workspace = await mkdtemp(join(tmpdir(), 'simplestreams-artifact-'));
  onTestFinished(() => rm(workspace, { recursive: true, force: true }));
  const files = await writeImage(join(workspace, 'build'));
  const inputs = {
    root: './public',
    for: 'lxd',
    files: `${files.metadata}\n${files.root}\n`,
    artifact: 'simplestreams report',
  };
  return { workspace, inputs };
}

async function results(taken: readonly string[] = []) {
  const service = await startResultsService({ taken });
  onTestFinished(() => service.close());
  return service;
}

/** What a runner sets beside the service. */
function runner(workspace: string, serviceVariables: Readonly<Record<string, string>> = {}) {
  return {
    GITHUB_WORKSPACE: workspace,
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: workspace,
    ...serviceVariables,
  };
}

const published = { code: 0, outputs: { changed: 'true', outcome: 'published' } };

describe('an artifact', () => {
  test('holds the report and the summary of what was published', async () => {
    const { workspace, inputs } = await scene();
    const service = await results();
    const step = await runStep(action, workspace, inputs, runner(workspace, service.variables));
    expect(step).toMatchObject(published);
    expect(step.stdout).not.toContain('::warning');
    expect(service.artifacts.map(({ name }) => name)).toEqual([inputs.artifact]);
    const files = unzipped(service.artifacts[0]?.zip ?? Buffer.of());
    expect(Object.keys(files).sort()).toEqual(['report.json', 'summary.md']);
    expect(JSON.parse(files['report.json'] ?? '')).toEqual(JSON.parse(step.outputs.report ?? ''));
    expect(files['summary.md']).toBe(step.summary);
    expect(await readdir(workspace)).toEqual(['.runner', 'build', 'public']);
  });

  test('of a dry run holds the plan too', async () => {
    const { workspace, inputs } = await scene();
    const service = await results();
    const given = { ...inputs, 'dry-run': 'true' };
    const step = await runStep(action, workspace, given, runner(workspace, service.variables));
    expect(step.code).toBe(0);
    const files = unzipped(service.artifacts[0]?.zip ?? Buffer.of());
    expect(files['plan.txt']).toMatch(/^Would publish alpine:3\.20:amd64:default 20261120_1504\n/);
    expect(await readdir(workspace)).not.toContain('public');
  });

  test('of a run that fails holds why', async () => {
    const { workspace, inputs } = await scene();
    const service = await results();
    const given = { ...inputs, for: 'lxc' };
    const step = await runStep(action, workspace, given, runner(workspace, service.variables));
    expect(step.code).toBe(2);
    const files = unzipped(service.artifacts[0]?.zip ?? Buffer.of());
    expect(JSON.parse(files['report.json'] ?? '')).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect(files['summary.md']).toContain('Nothing was published');
  });

  test('is not asked for where none is wanted, and its client is not loaded then', async () => {
    const { workspace, inputs } = await scene();
    const service = await results();
    const given = { ...inputs, artifact: '' };
    const copy = await mkdtemp(join(tmpdir(), 'simplestreams-copy-'));
    onTestFinished(() => rm(copy, { recursive: true }));
    await cp(dirname(action), copy, { recursive: true });
    const chunk = join(copy, 'chunks', 'artifact.mjs');
    await writeFile(chunk, 'throw new Error("the client of artifacts was loaded");');
    const broken = join(copy, basename(action));
    const variables = runner(workspace, service.variables);
    expect(await runStep(broken, workspace, given, variables)).toMatchObject(published);
    expect(service.requests).toEqual([]);
    // So the chunk is where it would have been loaded from.
    const step = await runStep(broken, workspace, inputs, variables);
    expect(step.stdout).toContain('the client of artifacts was loaded');
  });

  test('whose name GitHub would refuse is a wrong input', async () => {
    const { workspace, inputs } = await scene();
    const service = await results();
    const given = { ...inputs, artifact: 'report: alpine/3.20' };
    const step = await runStep(action, workspace, given, runner(workspace, service.variables));
    expect(step.code).toBe(2);
    expect(step.stdout).toMatch(/::error title=INPUT_INVALID::artifact "report: alpine\/3.20": /);
    expect(service.requests).toEqual([]);
  });
});

describe('an artifact that cannot be uploaded is a warning, and the run a success,', () => {
  async function warned(
    variables: (workspace: string) => Readonly<Record<string, string>>,
  ): Promise<string> {
    const { workspace, inputs } = await scene();
    const step = await runStep(action, workspace, inputs, variables(workspace));
    expect(step).toMatchObject(published);
    const warnings = step.stdout.split('\n').filter((line) => line.startsWith('::warning'));
    expect(warnings).toHaveLength(1);
    return warnings.join();
  }

  test('where the runner has no service', async () => {
    expect(await warned((workspace) => runner(workspace))).toMatch(
      /could not be uploaded: this runner has no service for artifacts: ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL not set/,
    );
  });

  test('on GitHub Enterprise Server', async () => {
    const service = await results();
    const server = { GITHUB_SERVER_URL: 'https://ghes.example.com' };
    expect(
      await warned((workspace) => ({ ...runner(workspace, service.variables), ...server })),
    ).toContain('https://ghes.example.com has no service for artifacts of this kind');
    expect(service.requests).toEqual([]);
  });

  test('when the service refuses', async () => {
    const service = await results(['simplestreams report']);
    expect(await warned((workspace) => runner(workspace, service.variables))).toMatch(
      /could not be uploaded: .*409.*already exists on the workflow run/,
    );
  });

  test('when the token is none', async () => {
    const service = await results();
    const variables = { ...service.variables, ACTIONS_RUNTIME_TOKEN: 'no-token' };
    expect(await warned((workspace) => runner(workspace, variables))).toContain(
      'could not be uploaded: ',
    );
  });
});
