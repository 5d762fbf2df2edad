import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { startS3Server } from '../fakes/s3/server.ts';
import { bundleCli } from '../process/support/bundle.ts';
import { writeImage } from '../process/support/image.ts';
import { privateKey } from '../process/support/keys.ts';
import { makePromotionScene, stable, startServer } from '../process/support/promotion.ts';
import { readRoot } from '../process/support/read-root.ts';
import { passphrase } from '../process/support/scene.ts';
import { makeProject, variablesOf } from './support/pipeline.ts';
import { startSts } from './support/sts.ts';

let cli: string;
beforeAll(async () => {
  cli = await bundleCli();
});

/** Everything that a shell, YAML or GitLab could make something else of. */
const hostile = 'a $HOME $' + '{PATH} $$ "b" \'c\' `id` \\0 \\n $(id) # & ; | * é';
const product = 'com.example:$HOME:3.20:amd64';
const files = 'lxd of $USER.tar.gz';

const component = (name: string) => `$CI_SERVER_FQDN/$CI_PROJECT_PATH/${name}@$CI_COMMIT_SHA`;

const imagesJob = { script: ['cp -r "$IMAGES" build'], artifacts: { paths: ['build'] } };

function pipeline(inputs: Readonly<Record<string, string | boolean>>): string {
  return stringify({
    stages: ['build', 'deploy', 'test', 'after'],
    include: [
      { component: component('publish'), inputs },
      {
        component: component('check'),
        inputs: { 'job-name': 'look at it', root: './public', for: 'lxd\nincus' },
      },
    ],
    build: { stage: 'build', ...imagesJob },
    'simplestreams-publish': { artifacts: { paths: ['public', 'simplestreams-publish.json'] } },
    after: {
      stage: 'after',
      script: [
        'env -0 >"$OUT/after.variables"',
        'cp -r public simplestreams-check.json gl-code-quality-report.json "$OUT"',
      ],
    },
  });
}

describe('the components of GitLab', () => {
  test('publish, check and hand on, with every input as it was written', async (context) => {
    const inputs = {
      root: './public',
      for: 'lxd\nincus\n',
      files: `build/${files}\nbuild/rootfs.tar.gz\n`,
      product,
      'release-title': hostile,
      tag: `first=${hostile}\nsecond=two\n`,
      'public-url': 'https://images.example.com/a$b',
      'accept-rollback': true,
    };
    const project = await makeProject(context, cli, pipeline(inputs));
    const images = join(project.out, 'images');
    await rename((await writeImage(images)).metadata, join(images, files));
    const key = join(project.out, 'key.asc');
    await writeFile(key, await privateKey());

    const variables = { IMAGES: images, SIMPLESTREAMS_SIGNING_KEY_FILE: key };
    const run = await project.run([], variables);
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });

    const given = variablesOf(await readFile(join(project.out, 'publish.variables'), 'utf8'));
    expect(given).toMatchObject({
      SIMPLESTREAMS_FILES: inputs.files,
      SIMPLESTREAMS_FOR: inputs.for,
      SIMPLESTREAMS_RELEASE_TITLE: hostile,
      SIMPLESTREAMS_TAG: inputs.tag,
      SIMPLESTREAMS_ACCEPT_ROLLBACK: 'true ',
      SIMPLESTREAMS_ADOPT: 'false ',
      SIMPLESTREAMS_SERIAL: '',
    });
    const root = join(project.out, 'public');
    const document = JSON.parse(await readFile(join(root, 'streams/v1/images.json'), 'utf8'));
    expect(document.products[product]).toMatchObject({ release_title: hostile, first: hostile });
    expect(await readRoot(root, 'index.sjson')).toMatchObject({ generation: 1 });

    const told = variablesOf(await readFile(join(project.out, 'after.variables'), 'utf8'));
    expect(told).toMatchObject({
      STREAMS_CHANGED: 'true',
      STREAMS_SERIAL: '20261120_1504',
      STREAMS_PRODUCT: product,
      STREAMS_GENERATION: '1',
      STREAMS_INDEX_URL: 'https://images.example.com/a$b/streams/v1/index.sjson',
      STREAMS_FINDINGS: '0',
    });
    expect(Object.keys(told).filter((name) => name.startsWith('SIMPLESTREAMS_'))).toEqual([
      'SIMPLESTREAMS_SIGNING_KEY_FILE',
    ]);
    const report = await readFile(join(project.out, 'simplestreams-check.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({ findings: [] });
    expect(await readFile(join(project.out, 'gl-code-quality-report.json'), 'utf8')).toBe('[]\n');
  });

  test('take on an AWS role with the ID token of the job, and leave no token behind', async (context) => {
    const server = await startS3Server();
    onTestFinished(() => server.close());
    const sts = await startSts(server.credentials);
    const role = 'arn:aws:iam::123456789012:role/publish-images';
    const inputs = {
      root: `s3://${server.bucket}/lxd`,
      for: 'lxd',
      files: 'build/*.tar.gz',
      endpoint: server.endpoint,
      region: server.region,
      'aws-role-arn': role,
    };
    const project = await makeProject(context, cli, pipeline(inputs));
    const images = join(project.out, 'images');
    await writeImage(images);
    const run = await project.run(['build', 'simplestreams-publish'], {
      IMAGES: images,
      STREAMS_AWS_ID_TOKEN: 'a.token.of-the-job',
      AWS_ENDPOINT_URL_STS: sts.endpoint,
      AWS_REGION: server.region,
    });
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
    expect(sts.requests).toMatchObject([
      {
        RoleArn: role,
        WebIdentityToken: 'a.token.of-the-job',
        Action: 'AssumeRoleWithWebIdentity',
      },
    ]);
    expect([...server.objects.keys()]).toContain('lxd/streams/v1/index.json');
    const given = variablesOf(await readFile(join(project.out, 'publish.variables'), 'utf8'));
    expect(existsSync(given.AWS_WEB_IDENTITY_TOKEN_FILE ?? '')).toBe(false);
    expect(given.AWS_WEB_IDENTITY_TOKEN_FILE).toMatch(/^\//);
  });

  test('stage in several jobs and commit once, by the id of the pipeline', async (context) => {
    const server = await startS3Server();
    onTestFinished(() => server.close());
    const root = { root: `s3://${server.bucket}/lxd`, for: 'lxd', endpoint: server.endpoint };
    const staging = ['one', 'two'].map((name) => ({
      component: component('stage'),
      inputs: { ...root, 'job-name': name, 'stage-name': name, files: `build/${name}/*.tar.gz` },
    }));
    const committing = { component: component('commit'), inputs: { ...root, expect: 'one\ntwo' } };
    const text = stringify({
      stages: ['prepare', 'build', 'deploy'],
      include: [...staging, committing],
      prepare: { stage: 'prepare', ...imagesJob },
    });
    const project = await makeProject(context, cli, text);
    const images = join(project.out, 'images');
    for (const name of ['one', 'two']) await writeImage(join(images, name), { os: name });
    const run = await project.run([], {
      IMAGES: images,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
      AWS_REGION: server.region,
    });
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
    const document = server.objects.get('lxd/streams/v1/images.json');
    const { products } = JSON.parse(Buffer.from(document?.bytes ?? []).toString());
    expect(Object.keys(products)).toEqual(['one:3.20:amd64:default', 'two:3.20:amd64:default']);
  });

  test('promote by a plan that one job makes and another one applies, and prune', async (context) => {
    const server = await startServer();
    const root = `s3://${server.bucket}/stable`;
    const into = { root, endpoint: server.endpoint };
    const roots = { from: `s3://${server.bucket}/candidate`, ...into };
    const text = stringify({
      stages: ['test', 'deploy', 'prune', 'after'],
      include: [
        {
          component: component('promote'),
          inputs: {
            ...{ ...roots, 'job-name': 'promotion-plan', stage: 'test', for: 'maas' },
            ...{ rename: 'candidate=stable', label: 'stable', filter: 'arch=amd64\nlabel!=$USER' },
            plan: 'simplestreams-promote.plan.json',
          },
        },
        {
          component: component('promote'),
          inputs: { ...roots, apply: 'simplestreams-promote.plan.json', 'job-name': 'promote' },
        },
        { component: component('prune'), inputs: { ...into, stage: 'prune', keep: '2' } },
      ],
      after: { stage: 'after', script: ['cp simplestreams-prune.json "$OUT"'] },
    });
    const project = await makeProject(context, cli, text);
    const scene = await makePromotionScene(cli, await privateKey({ passphrase }), server);
    await scene.publishMaas(roots.from, '20261120');
    for (const serial of ['20261118', '20261119']) await scene.publishMaas(root, serial, 'stable');

    const run = await project.run([], scene.keys);
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
    const report = await readFile(join(project.out, 'simplestreams-prune.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({
      unlisted: [{ product: stable, serial: '20261118' }],
      reaped: [],
    });
    const files = [...server.objects.keys()].filter((key) => /^stable\/.*root-tgz$/.test(key));
    expect(files.map((key) => key.split('/')[4])).toEqual(['20261118', '20261119', '20261120']);
  });

  test('fail with the exit code of the command, and say why in the log', async (context) => {
    const inputs = { root: './public', for: 'lxd', files: 'build/none.tar', alias: 'a b' };
    const project = await makeProject(context, cli, pipeline(inputs));
    const run = await project.run(['simplestreams-publish']);
    expect(run.code).toBe(1);
    const log = run.stdout + run.stderr;
    expect(log).toContain('SIMPLESTREAMS_FILES "build/none.tar": there is no such file');
    expect(log).toContain('SIMPLESTREAMS_ALIAS "a b": expected visible ASCII');
    expect(log).toMatch(/FAIL 2 /);
  });

  test('are what the own pipeline of this project passes with', async (context) => {
    const project = await makeProject(context, cli, await readFile('.gitlab-ci.yml', 'utf8'));
    const run = await project.run(['sample', 'publish', 'check', 'outputs']);
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
    expect(run.stdout).toMatch(/PASS.*outputs/);
  });

  test('refuse a value that an input cannot have', async (context) => {
    const text = stringify({
      include: [{ component: component('check'), inputs: { for: 'lxd', 'fail-on': 'everything' } }],
    });
    const project = await makeProject(context, cli, text);
    const run = await project.run([]);
    expect(run.code).not.toBe(0);
    expect(run.stderr + run.stdout).toContain('fail-on');
  });
});
