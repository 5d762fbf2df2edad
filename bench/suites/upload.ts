import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median, type Skipped } from '../figure.ts';
import { makeImage } from '../support/images.ts';
import { inTurn, type Pair, peakOf, timeRatio } from '../support/pairs.ts';
import { measure } from '../support/process.ts';
import { programPath } from '../support/programs.ts';
import { publishWords } from '../support/publish.ts';
import { benchBucket } from '../support/s3.ts';
import type { Findings, Suite } from './suite.ts';

/** SHA-256 goes over every byte of the disk three times: alone, behind the metadata, and in parts. */
const passes = 3;

/** A large file into an S3 server, beside other programs that upload one. */
export const upload: Suite = {
  name: 'upload',
  inCheck: false,
  async run({ memory, cli, child, env: base, runs, quick }): Promise<Findings> {
    const s3 = benchBucket();
    if (s3 === undefined) {
      const why = 'no server: set S3_ENDPOINT, S3_BUCKET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY';
      return { figures: [], skipped: [{ name: 'upload', why }] };
    }
    const { endpoint, bucket } = s3;
    const env = { ...base, ...s3.variables };
    const cwd = join(memory, 'upload');
    await mkdir(cwd);
    const size = (quick ? 512 : 2048) * 2 ** 20;
    const gigabytes = size / 1e9;
    const what = `publish ${size / 2 ** 20} MiB to S3`;
    const image = await makeImage(join(cwd, 'build'), size);
    const prefix = `bench-${process.pid}`;
    const run = async (...command: readonly string[]) => {
      await s3.empty(prefix);
      return measure(command, { cwd, env });
    };
    const place = ['--root', `s3://${bucket}/${prefix}`, '--endpoint', endpoint];
    const publish = () => run(process.execPath, cli, ...publishWords(image, place));
    const key = `${prefix}/raw`;
    const figures: Figure[] = [];
    const skipped: Skipped[] = [];

    const raw = await inTurn(runs, publish, () =>
      run(process.execPath, child('raw-upload'), image.disk, key),
    );
    figures.push(
      timeRatio(raw, {
        name: 'upload raw',
        what,
        yardstick: 'the raw upload',
        bound: 1.15,
        limit: 1.7,
      }),
    );
    const hashing = await inTurn(
      runs,
      () => measure(['openssl', 'dgst', '-sha256', image.disk], { cwd, env }),
      () => measure(['openssl', 'version'], { cwd, env }),
    );
    figures.push(...cpuFigures(raw, hashing, gigabytes));

    const aws = await programPath('aws');
    if (aws === undefined) skipped.push({ name: 'upload aws', why: 'aws is not installed' });
    else {
      const script = `sha256sum "$1" && exec "$2" --endpoint-url "$3" s3 cp --quiet "$1" "$4"`;
      const words = [image.disk, aws, endpoint, `s3://${bucket}/${key}`];
      const pair = await inTurn(runs, publish, () => run('sh', '-c', script, 'sh', ...words));
      const yardstick = 'sha256sum and aws s3 cp';
      figures.push(timeRatio(pair, { name: 'upload aws', what, yardstick, bound: 0.5, limit: 1 }));
    }
    const rclone = await programPath('rclone');
    if (rclone === undefined)
      skipped.push({ name: 'upload rclone', why: 'rclone is not installed' });
    else {
      const remote = `:s3,provider=Ceph,env_auth=true,endpoint='${endpoint}',chunk_size=16Mi,upload_concurrency=4,no_check_bucket=true:${bucket}/${key}`;
      const pair = await inTurn(runs, publish, () => run(rclone, 'copyto', image.disk, remote));
      figures.push(
        timeRatio(pair, { name: 'upload rclone', what, yardstick: 'rclone copyto', limit: 1.2 }),
      );
    }
    await s3.empty(prefix);
    await rm(cwd, { recursive: true });
    return { figures, skipped };
  },
};

function cpuFigures(
  { ours, theirs }: Pair,
  { ours: sums }: Pair,
  gigabytes: number,
): readonly Figure[] {
  const cpuOf = (runs: Pair['ours']) => median(runs.map(({ cpu }) => cpu)) / gigabytes;
  const hashing = passes * cpuOf(sums);
  return [
    {
      name: 'upload cpu',
      what: 'CPU outside SHA-256, which is three times that of openssl dgst',
      unit: 'CPU s/GB',
      value: cpuOf(ours) - hashing,
      bound: 0.8,
      ours: `${cpuOf(ours).toFixed(2)} in all`,
      yardstick: 'the raw upload, with its SHA-256',
      theirs: cpuOf(theirs).toFixed(2),
    },
    { name: 'upload memory', what: 'memory at most', unit: 'MB', value: peakOf(ours), bound: 256 },
  ];
}
