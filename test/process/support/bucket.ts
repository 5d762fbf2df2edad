import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { PublishReport } from '../../../src/app/publication.ts';
import { type S3Server, type S3ServerOptions, startS3Server } from '../../fakes/s3/server.ts';
import type { ImageFiles } from './image.ts';
import { type Finished, type Running, started } from './running.ts';
import { expectNoSecret } from './secrets.ts';

/** Goes with every request; the server does not look at it, and it must come out nowhere. */
const sessionToken = 'canary-session-token-7d0b';

export interface BucketRun {
  /** In place of `publish`. */
  readonly command?: string;
  /** What is published; absent of a command that takes no files. */
  readonly image?: ImageFiles;
  /** Absent: not signed. */
  readonly key?: string;
  /** In place of the server's own. */
  readonly root?: string;
  readonly endpoint?: string;
  /** Amazon S3 itself is meant: no endpoint is given. */
  readonly amazon?: boolean;
  readonly args?: readonly string[];
  /** Of the programs that run before the CLI: flags of Node. */
  readonly node?: readonly string[];
  /** A variable that is `undefined` is not set. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface BucketEnded extends Finished {
  /** Of the JSON that the run wrote, what it says; a run that is killed writes none. */
  readonly report: Partial<PublishReport>;
  readonly seconds: number;
}

/** A bucket on a server in this process, and the CLI that publishes into it. */
export interface BucketScene {
  readonly server: S3Server;
  readonly folder: string;
  /** No credential and no signature may come out of any run. */
  start(run: BucketRun): Omit<Running, 'finished'> & { readonly finished: Promise<BucketEnded> };
  publish(run: BucketRun): Promise<BucketEnded>;
  /** The keys that readers begin with. */
  listed(): readonly string[];
}

/** A scene for one test, with a root at `s3://images/lxd` that does not exist yet. */
export async function makeBucketScene(
  cli: string,
  options: S3ServerOptions = {},
): Promise<BucketScene> {
  const server = await startS3Server(options);
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-bucket-'));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  await mkdir(join(folder, 'home'));
  let runs = 0;

  function start(run: BucketRun) {
    const report = join(folder, `report-${++runs}.json`);
    const env = environment(server, folder, run);
    const begun = performance.now();
    const running = started(process.execPath, [...(run.node ?? []), cli, ...words(report, run)], {
      cwd: folder,
      env,
    });
    const finished = running.finished.then(async (result): Promise<BucketEnded> => {
      const seconds = (performance.now() - begun) / 1000;
      await expectNoSecret(env, result, folder);
      expectNoCredential(env, result);
      const written = await readFile(report, 'utf8').catch(() => '{}');
      expectNoCredential(env, { stdout: written, stderr: '' });
      return { ...result, report: JSON.parse(written), seconds };
    });
    return { ...running, finished };
  }

  function words(report: string, run: BucketRun) {
    const { command = 'publish', image, root, endpoint, amazon, args = [] } = run;
    const consumers = ['--for', 'lxd', '--for', 'incus'];
    return [
      ...[command, '--root', root ?? `s3://${server.bucket}/lxd`],
      ...(amazon ? [] : ['--endpoint', endpoint ?? server.endpoint]),
      ...(image ? [...consumers, '--files', image.metadata, '--files', image.root] : []),
      ...['--report', report, ...args],
    ];
  }

  return {
    server,
    folder,
    start,
    publish: (run) => start(run).finished,
    listed: () => [...server.objects.keys()].filter((key) => /\/index\.s?json$/.test(key)),
  };
}

function environment(server: S3Server, folder: string, { key, env = {} }: BucketRun) {
  const all = {
    HOME: join(folder, 'home'),
    AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_REGION: server.region,
    AWS_EC2_METADATA_DISABLED: 'true',
    SIMPLESTREAMS_SIGNING_KEY: key,
    ...env,
  };
  const set = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(set);
}

function expectNoCredential(
  env: Readonly<Record<string, string>>,
  { stdout, stderr }: Pick<Finished, 'stdout' | 'stderr'>,
): void {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
  const told = stdout + stderr;
  const leaks = names.filter((name) => told.includes(env[name] ?? 'AWS4-HMAC'));
  expect(leaks).toEqual([]);
  expect(told).not.toMatch(/Signature=|X-Amz-(Signature|Credential|Security)|AWS4-HMAC/i);
}
