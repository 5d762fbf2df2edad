import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import { sealPlan, writePlan } from '../../../src/core/promotion-plan.ts';
import { readCommandLine } from '../../../src/faces/cli/command-line.ts';
import { readPromotion } from '../../../src/faces/promotion-request.ts';
import { readRollForward } from '../../../src/faces/roll-forward-request.ts';
import { folder, problemsOf } from './support/settings.ts';

async function read(words: readonly string[], cwd = folder()) {
  return readPromotion(readCommandLine(['promote', ...words], {}).reading, cwd);
}

const buckets = ['--from', 's3://images/candidate', '--root', 's3://images/stable'];

describe('the roots', () => {
  test('are both required', async () => {
    const problems = await problemsOf(read([]));
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(['--from', '--root']);
  });

  test('lie at one endpoint, unless that is said of one', async () => {
    const there = ['--endpoint', 'https://s3.example.com', '--region', 'eu'];
    const { from, root } = await read([...buckets, ...there]);
    expect(from).toMatchObject({ endpoint: 'https://s3.example.com', region: 'eu' });
    expect(root).toMatchObject({ endpoint: 'https://s3.example.com', region: 'eu' });
    const other = ['--from-endpoint', 'https://s3.example.org', '--from-region', 'us'];
    expect((await read([...buckets, ...there, ...other])).from).toMatchObject({
      endpoint: 'https://s3.example.org',
      region: 'us',
    });
  });

  test('are one root when bucket, prefix and endpoint are', async () => {
    const same = ['--from', 's3://images/a', '--root', 's3://images/a/'];
    expect((await read(same)).request.sameRoot).toBe(true);
    const other = ['--from-endpoint', 'https://s3.example.org'];
    expect((await read([...same, ...other])).request.sameRoot).toBe(false);
    expect((await read(buckets)).request.sameRoot).toBe(false);
    const cwd = folder();
    expect((await read(['--from', '.', '--root', cwd], cwd)).request.sameRoot).toBe(true);
  });

  test('in a folder have no endpoint', async () => {
    const cwd = folder();
    const words = ['--from', '.', '--root', 'b', '--from-endpoint', 'https://s3.example.com'];
    expect(await problemsOf(read(words, cwd))).toEqual([
      expect.stringMatching(/^--from-endpoint: is for a root in a bucket/),
    ]);
  });
});

describe('inputs that do not go together are refused:', () => {
  test.each([
    [['--plan', 'a', '--dry-run'], /^--dry-run/],
    [['--plan-summary', 'a'], /^--plan-summary/],
    [['--rename', 'a=b', '--rename', 'a=c'], /a is renamed twice/],
    [['--rename', 'a.b=c'], /^--rename "a.b=c": expected/],
    [['--for', 'maas', '--for', 'lxd'], /cannot share a root/],
    [['--apply', 'none'], /^--apply "none": there is no such file/],
  ])('%j', async (words, why) => {
    expect(await problemsOf(read([...buckets, ...words]))).toEqual([expect.stringMatching(why)]);
  });
});

describe('a plan that is applied', () => {
  function planned() {
    const plan = sealPlan(
      {
        format: 'promotion:1.0',
        source: { url: 's3://images/candidate', generation: 1 },
        target: { url: 's3://images/stable', generation: 0 },
        filters: ['arch=amd64', 'release!=jammy'],
        serial: '20261120',
        rename: ['candidate=stable'],
        label: 'stable',
        consumers: ['maas>=3.4<=3.7'],
        allow: ['MAAS-012'],
        versions: [],
      },
      sha256,
    );
    const cwd = folder();
    writeFileSync(join(cwd, 'plan.json'), writePlan(plan));
    return { cwd, plan };
  }

  test('says what is promoted', async () => {
    const { cwd, plan } = planned();
    const { request, apply } = await read([...buckets, '--apply', 'plan.json'], cwd);
    expect(apply).toEqual(plan);
    expect(request.choice).toMatchObject({
      selection: { filters: [{ key: 'arch' }, { key: 'release' }], serial: '20261120' },
      rename: [{ from: 'candidate', to: 'stable' }],
      label: 'stable',
      consumers: [{ name: 'maas', releases: { from: 3004, to: 3007 } }],
      allow: ['MAAS-012'],
    });
  });

  test('agrees with inputs that say the same, in any order', async () => {
    const { cwd } = planned();
    const same = ['--filter', 'release!=jammy', '--filter', 'arch=amd64', '--label', 'stable'];
    await read([...buckets, '--apply', 'plan.json', ...same], cwd);
  });

  test('names every input that says something else', async () => {
    const { cwd } = planned();
    const other = [
      '--filter',
      'arch=arm64',
      '--product',
      'p',
      '--for',
      'maas',
      '--label',
      'stable',
    ];
    const problems = await problemsOf(read([...buckets, '--apply', 'plan.json', ...other], cwd));
    expect(problems).toEqual([
      expect.stringMatching(/^--filter: the plan has arch=amd64, release!=jammy;/),
      expect.stringMatching(/^--product: the plan has none;/),
      expect.stringMatching(/^--for: the plan has maas>=3.4<=3.7;/),
    ]);
  });
});

test('rolling forward needs the serial of the version', async () => {
  const { reading } = readCommandLine(['roll-forward', '--root', 'a'], {});
  const problems = await problemsOf(
    Promise.resolve().then(() => readRollForward(reading, folder())),
  );
  expect(problems).toEqual([expect.stringMatching(/^--serial .*is required/)]);
});
