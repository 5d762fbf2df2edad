import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { actionCommands } from '../../src/faces/github/action-inputs.ts';
import { canonicalProducts, indexOf, reportedRoot } from '../fakes/foreign-roots.ts';
import { startS3Server } from '../fakes/s3/server.ts';
import { bundle } from './support/bundle.ts';
import { makeFolder, writeRoot } from './support/foreign-root.ts';
import { writeImage } from './support/image.ts';
import { runStep } from './support/runner.ts';

let action: string;
beforeAll(async () => {
  action = (await bundle()).action;
});

function annotations(stdout: string, kind: string): readonly string[] {
  return stdout.split('\n').filter((line) => line.startsWith(`::${kind} `));
}

test('a check makes an annotation of each finding, a table, outputs, SARIF, and ends with 7', async () => {
  const workspace = await makeFolder();
  await writeRoot(join(workspace, 'public'), reportedRoot);
  const inputs = { command: 'check', root: 'public', for: 'maas<=3.7', sarif: 'out/a.sarif' };
  const step = await runStep(action, workspace, inputs, {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_ACTION_REPOSITORY: 'example/simplestreams-action',
    GITHUB_ACTION_REF: 'v1',
  });
  expect(step).toMatchObject({ code: 7, stderr: '' });
  expect(annotations(step.stdout, 'error')).toEqual([
    expect.stringMatching(/^::error title=MAAS-001 .*::os is ubuntu.*%0AFix: give the input/),
  ]);
  expect(annotations(step.stdout, 'warning')).toHaveLength(1);
  const notices = annotations(step.stdout, 'notice').length;
  const report = JSON.parse(step.outputs.report ?? '');
  expect(report.counts).toEqual({ error: 1, warning: 1, note: notices, allowed: 0 });
  expect(step.outputs).toMatchObject({ findings: String(2 + notices), changed: '', product: '' });
  const page = 'https://github.com/example/simplestreams-action/blob/v1/docs/rules.md';
  expect(step.summary).toContain(`| [MAAS-001](${page}#maas-001) | error |`);
  const sarif = JSON.parse(await readFile(join(workspace, 'out/a.sarif'), 'utf8'));
  expect(sarif.runs[0].tool.driver.rules[0].helpUri).toBe(`${page}#maas-001`);
});

test('allowed findings are in the summary, and neither annotations nor counted', async () => {
  const workspace = await makeFolder();
  await writeRoot(workspace, reportedRoot);
  const inputs = { command: 'check', root: '.', for: 'maas<=3.7', allow: 'MAAS-001\n' };
  const step = await runStep(action, workspace, inputs);
  expect(step.code).toBe(0);
  expect(annotations(step.stdout, 'error')).toEqual([]);
  expect(step.summary).toContain('| MAAS-001 | error, allowed |');
});

test('of many findings of a kind ten are shown, the last of which says how many more there are', async () => {
  const workspace = await makeFolder();
  const [product] = Object.values(reportedRoot['bases.json'].products);
  const names = Array.from({ length: 25 }, (_, n) => `com.example:ubuntu-bases:${n}:amd64`);
  const products = {
    ...canonicalProducts,
    products: Object.fromEntries(names.map((name) => [name, product])),
  };
  const index = indexOf(products, 'streams/v1/a.json');
  await writeRoot(workspace, { 'index.json': index, 'a.json': products });
  const inputs = { command: 'check', root: '.', for: 'maas<=3.7' };
  const step = await runStep(action, workspace, inputs);
  const errors = annotations(step.stdout, 'error');
  expect(errors).toHaveLength(10);
  expect(errors[9]).toMatch(/^::error title=\d+ more errors::/);
  for (const name of names) expect(step.summary).toContain(name);
});

test('files are checked without a root', async () => {
  const workspace = await makeFolder();
  const { metadata, root } = await writeImage(join(workspace, 'build'));
  const inputs = { command: 'check', for: 'lxd\nincus', files: `${metadata}\n${root}` };
  const step = await runStep(action, workspace, inputs);
  expect(step).toMatchObject({ code: 0, outputs: { findings: '0' } });
  expect(step.summary).toContain('Found nothing in <code>the files</code>');
});

test('a root in a bucket is only read', async () => {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  const { accessKeyId, secretAccessKey } = server.credentials;
  const variables = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: server.region,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const workspace = await makeFolder();
  const files = await writeImage(join(workspace, 'build'));
  const inputs = {
    root: `s3://${server.bucket}/lxd`,
    endpoint: server.endpoint,
    for: 'lxd\nincus',
  };
  const publish = { ...inputs, files: `${files.metadata}\n${files.root}` };
  expect(await runStep(action, workspace, publish, variables)).toMatchObject({ code: 0 });
  const requests = server.log.length;
  const step = await runStep(action, workspace, { ...inputs, command: 'check' }, variables);
  expect(step).toMatchObject({ code: 0, outputs: { findings: '0' } });
  const operations = server.log.slice(requests).map(({ request }) => request.operation);
  expect(new Set(operations)).toEqual(new Set(['GetObject']));
});

test('a check that fails is told as one, and publishes nothing', async () => {
  const workspace = await makeFolder();
  const inputs = { command: 'check', root: 'nowhere', for: 'lxc' };
  const step = await runStep(action, workspace, inputs);
  expect(step.code).toBe(2);
  expect(annotations(step.stdout, 'error')).toHaveLength(1);
  expect(step.summary).toContain('Nothing was checked');
});

test.each(['keygen', 'chekc'])('the command %s is none of a step', async (command) => {
  const workspace = await makeFolder();
  const step = await runStep(action, workspace, { command, root: '.', for: 'lxd' });
  expect(step.code).toBe(2);
  const expected = actionCommands.join(', ');
  expect(step.stdout).toContain(`command "${command}": expected ${expected}`);
});
