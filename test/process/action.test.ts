import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startS3Server } from '../fakes/s3/server.ts';
import { bundle } from './support/bundle.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { readRoot } from './support/read-root.ts';
import { runStep } from './support/runner.ts';

const product = 'alpine:3.20:amd64:default';

let action: string;
let key: string;
beforeAll(async () => {
  action = (await bundle()).action;
  key = await privateKey();
});

/** A workspace with an image, and the inputs that publish it. */
async function scene(root: string) {
  const workspace = await mkdtemp(join(tmpdir(), 'simplestreams-step-'));
  onTestFinished(() => rm(workspace, { recursive: true, force: true }));
  const files = await writeImage(join(workspace, 'build'));
  const inputs = {
    root,
    for: 'lxd\nincus\n',
    files: `${files.metadata}\n${files.root}\n`,
    'signing-key': key,
    'public-url': 'https://images.example.com/lxd/',
    'single-writer': '',
    adopt: 'false',
  };
  return { workspace, inputs };
}

async function s3() {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  const { accessKeyId, secretAccessKey } = server.credentials;
  const variables = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: server.region,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  return { server, variables };
}

const reads = /^(Get|Head)Object$/;

describe('a step', () => {
  test('gives the runner no command that somebody has hidden in a name', async () => {
    for (const product of ['::stop-commands::alpine', '##[add-mask]alpine']) {
      const { workspace, inputs } = await scene('./public');
      const step = await runStep(action, workspace, { ...inputs, product });
      expect(step).toMatchObject({ code: 0, outputs: { product } });
      expect(step.stdout).toMatch(/alpine gets version/);
      expect(step.stdout).not.toMatch(/^\s*::stop-commands|##\[add-mask/m);
    }
  });

  test('publishes into a folder, tells the next steps, and does nothing the second time', async () => {
    const { workspace, inputs } = await scene('./public');
    const first = await runStep(action, workspace, inputs);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const index = 'https://images.example.com/lxd/streams/v1/index.sjson';
    const told = { product, serial: '20261120_1504', generation: '1', 'index-url': index };
    expect(first.outputs).toMatchObject({ changed: 'true', ...told });
    expect(JSON.parse(first.outputs.report ?? '')).toMatchObject({ changed: true, product });
    expect(first.stdout).toMatch(/::group::Images\n(.*\n)+::endgroup::\n::group::Root/);
    expect(first.stdout).not.toContain('::error');
    expect(first.summary).toContain(`<code>${product}</code> <code>20261120&#95;1504</code>`);
    expect(first.summary).toMatch(
      /```sh\nlxc remote add images-example-com https:\/\/images\.example\.com\/lxd /,
    );

    const second = await runStep(action, workspace, inputs);
    expect(second.outputs).toMatchObject({ changed: 'false', ...told });
    expect(second.summary).toContain('Nothing to do');
    const versions = [`${product} 20261120_1504`];
    expect(await readRoot(join(workspace, 'public'), 'index.sjson')).toEqual({
      generation: 1,
      versions,
    });
  });

  test('publishes into a bucket; the second time no object is written and no image byte sent', async () => {
    const { server, variables } = await s3();
    const { workspace, inputs } = await scene(`s3://${server.bucket}/lxd`);
    const given = { ...inputs, endpoint: server.endpoint };
    const first = await runStep(action, workspace, given, variables);
    expect(first).toMatchObject({ code: 0, outputs: { changed: 'true', generation: '1' } });
    const requests = server.log.length;
    const second = await runStep(action, workspace, given, variables);
    expect(second).toMatchObject({ code: 0, outputs: { changed: 'false', generation: '1' } });
    const later = server.log.slice(requests);
    expect(later.filter(({ request }) => !reads.test(request.operation ?? ''))).toEqual([]);
    expect(later.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(0);
    expect(later.length).toBeLessThanOrEqual(4);
  });

  test('that fails makes one annotation, sets what is known, and ends with the code of the failure', async () => {
    const { workspace, inputs } = await scene('./public');
    const wrong = { ...inputs, for: 'lxd\nlxc', serial: 'yesterday', adopt: 'yes' };
    const { code, stdout, outputs, summary } = await runStep(action, workspace, wrong);
    expect(code).toBe(2);
    const annotations = stdout.split('\n').filter((line) => line.startsWith('::error'));
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatch(
      /^::error title=INPUT_INVALID::for "lxc".*adopt "yes".*serial "yesterday"/,
    );
    expect(JSON.parse(outputs.report ?? '')).toMatchObject({
      error: { code: 'INPUT_INVALID', exitCode: 2 },
    });
    expect(summary).toContain('Nothing was published');
  });

  test('tells a failed store in words, with the root that is known', async () => {
    const { server, variables } = await s3();
    const { workspace, inputs } = await scene('s3://no-such-bucket/lxd');
    const given = { ...inputs, endpoint: server.endpoint };
    const { code, stdout, outputs } = await runStep(action, workspace, given, variables);
    expect(code).toBe(5);
    expect(stdout).toMatch(/::error title=STORE_FAILED::.*no-such-bucket/);
    expect(JSON.parse(outputs.report ?? '')).toMatchObject({ root: 's3://no-such-bucket/lxd' });
  });

  test('masks every line of a secret before anything else, and shows none', async () => {
    const { workspace, inputs } = await scene('./public');
    const passphrase = 'canary-in-a-mine';
    const given = { ...inputs, 'signing-key-passphrase': passphrase, for: 'nobody' };
    const { stdout, stderr, outputs, summary } = await runStep(action, workspace, given);
    const masks = stdout.split('\n').filter((line) => line.startsWith('::add-mask::'));
    const lines = [...key.split(/\r?\n/), passphrase].filter((line) => line !== '');
    expect(masks).toEqual(lines.map((line) => `::add-mask::${line}`));
    const shown = [
      ...stdout.split('\n').filter((line) => !masks.includes(line)),
      stderr,
      JSON.stringify(outputs),
      summary,
    ];
    for (const line of lines) expect(shown.join('\n')).not.toContain(line);
  });

  test('needs no summary file', async () => {
    const { workspace, inputs } = await scene('./public');
    const step = await runStep(action, workspace, inputs, { GITHUB_STEP_SUMMARY: '' });
    expect(step).toMatchObject({ code: 0, outputs: { changed: 'true' } });
  });

  test('writes the report to the file it is told, also when it fails', async () => {
    const { workspace, inputs } = await scene('./public');
    await runStep(action, workspace, { ...inputs, report: 'out/report.json', for: 'nobody' });
    const report = JSON.parse(await readFile(join(workspace, 'out/report.json'), 'utf8'));
    expect(report).toMatchObject({ error: { exitCode: 2 } });
  });
});
