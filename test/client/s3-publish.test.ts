import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { bundle } from '../process/support/bundle.ts';
import { writeDisk } from '../process/support/disk.ts';
import { privateKey } from '../process/support/keys.ts';
import { measured, peakMemory } from '../process/support/peak-memory.ts';
import { runStep } from '../process/support/runner.ts';
import { started } from '../process/support/running.ts';
import { type CephBucket, ceph } from './support/ceph.ts';

const MiB = 2 ** 20;
const largeFile = Number(process.env.LARGE_FILE_MIB ?? 1024) * MiB;

describe.runIf(ceph)('given S3_ENDPOINT, by .ci/s3/radosgw.sh', () => {
  let programs: Awaited<ReturnType<typeof bundle>>;
  let key: string;
  beforeAll(async () => {
    programs = await bundle();
    key = await privateKey();
  });

  /** A folder, and a prefix of its own in the bucket. */
  async function scene() {
    if (ceph === undefined) throw new Error('there is no server');
    const folder = await mkdtemp(join(tmpdir(), 'simplestreams-ceph-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return { folder, prefix: randomUUID(), bucket: ceph };
  }

  /** The CLI, and the words and variables to start it with. */
  async function command(
    folder: string,
    prefix: string,
    { endpoint, bucket, variables }: CephBucket,
    size: number,
  ) {
    const { metadata, root } = await writeDisk(join(folder, 'build'), size);
    const report = join(folder, 'report.json');
    const args = [
      ...[programs.cli, 'publish', '--root', `s3://${bucket}/${prefix}`, '--endpoint', endpoint],
      ...['--for', 'lxd', '--files', metadata, '--files', root, '--report', report],
    ];
    const env = { ...variables, HOME: folder, SIMPLESTREAMS_SIGNING_KEY: key };
    return { args, env, report };
  }

  test(`the action publishes on Ceph ${ceph?.major}, in parts, and the second time writes nothing`, async () => {
    const { folder, prefix, bucket } = await scene();
    const files = await writeDisk(join(folder, 'build'), 40 * MiB);
    const inputs = {
      root: `s3://${bucket.bucket}/${prefix}`,
      endpoint: bucket.endpoint,
      for: 'lxd\nincus',
      files: `${files.metadata}\n${files.root}`,
      'signing-key': key,
    };
    const first = await runStep(programs.action, folder, inputs, bucket.variables);
    expect(first).toMatchObject({ code: 0, outputs: { changed: 'true', generation: '1' } });
    const before = await bucket.list(prefix);
    const disk = Object.keys(before).find((name) => name.endsWith('/disk.qcow2')) ?? '';
    expect(before[disk]).toMatch(/^"[0-9a-f]{32}-3" 41943040 /);
    expect(sha256(await bucket.read(disk))).toBe(sha256(await readFile(files.root)));

    const second = await runStep(programs.action, folder, inputs, bucket.variables);
    expect(second).toMatchObject({ code: 0, outputs: { changed: 'false', generation: '1' } });
    expect(await bucket.list(prefix)).toEqual(before);
    expect(await bucket.uploads(prefix)).toEqual([]);
  });

  test('SIGTERM in the middle of 1 GiB ends the run in 5 s, and leaves no upload', async () => {
    const { folder, prefix, bucket } = await scene();
    const { args, env } = await command(folder, prefix, bucket, 1024 * MiB);
    const run = started(process.execPath, args, { cwd: folder, env });
    await begun(bucket, prefix);
    const from = performance.now();
    run.kill('SIGTERM');
    expect(await run.finished).toMatchObject({ code: 143 });
    expect(performance.now() - from).toBeLessThan(5000);
    expect(await bucket.uploads(prefix)).toEqual([]);
    expect(
      Object.keys(await bucket.list(prefix)).filter((name) => /index|disk/.test(name)),
    ).toEqual([]);
  });

  test('what SIGKILL leaves is named by the next run, which succeeds in little memory', async () => {
    const { folder, prefix, bucket } = await scene();
    const { args, env, report } = await command(folder, prefix, bucket, largeFile);
    const killed = started(process.execPath, args, { cwd: folder, env });
    await begun(bucket, prefix);
    killed.kill('SIGKILL');
    await killed.finished;
    const [left] = await bucket.uploads(prefix);
    expect(left).toMatch(/\/disk\.qcow2$/);

    const status = join(folder, 'status');
    const from = performance.now();
    const next = started(process.execPath, [...measured, ...args], {
      cwd: folder,
      env: { ...env, PEAK_MEMORY_FILE: status },
    });
    expect(await next.finished).toMatchObject({ code: 0 });
    const { warnings } = JSON.parse(await readFile(report, 'utf8'));
    expect(warnings).toEqual([
      expect.stringContaining(`an upload of s3://${bucket.bucket}/${left}`),
    ]);
    const peak = (await peakMemory(status)) / MiB;
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(`${largeFile / MiB} MiB in ${seconds} s, at most ${peak.toFixed(0)} MiB`);
    expect(peak).toBeLessThan(256);
  });
});

/** Resolves when an upload in parts is under way. */
async function begun(bucket: CephBucket, prefix: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if ((await bucket.uploads(prefix)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no upload begins');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
