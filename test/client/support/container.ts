import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, ended } from '../../process/support/command.ts';
import { started } from '../../process/support/running.ts';
import { pathOf } from './tools.ts';

/** From the assignments that `.ci/container/base.sh` prints; `undefined` when no base is told. */
export const base = process.env.CONTAINER_BASE;

/** What the image says of itself (OCI image specification, "Image Configuration"). */
export interface Configuration {
  readonly User: string;
  readonly Env: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly WorkingDir: string;
  readonly Labels: Readonly<Record<string, string>>;
}

export interface ContainerOptions {
  /** Becomes /data. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In place of the entrypoint. */
  readonly program?: string;
}

/** A container of the image that the Dockerfile makes. */
export interface Container {
  readonly configuration: Configuration;
  /** Its file system, on this machine. */
  readonly root: string;
  /** As `docker run`. */
  run(args: readonly string[], options: ContainerOptions): Promise<Ended>;
  /** As `docker run --read-only --user`. */
  runReadOnly(
    args: readonly string[],
    options: ContainerOptions & { user: string },
  ): Promise<Ended>;
  remove(): Promise<void>;
}

/** Builds the image on `base`, of a bundle, and starts a container of it. */
export async function buildContainer(on: string, bundle: string): Promise<Container> {
  const context = await mkdtemp(join(tmpdir(), 'simplestreams-container-'));
  await cp(bundle, join(context, 'dist'), { recursive: true });
  for (const name of ['Dockerfile', '.dockerignore']) await copyFile(name, join(context, name));
  const image = 'localhost/simplestreams';
  const versions = ['VERSION=1.2.3', `REVISION=${'a'.repeat(40)}`, `BASE=${on}`];
  const flags = versions.flatMap((version) => ['--build-arg', version]);
  await buildah('bud', '--quiet', '--pull-never', ...flags, '--tag', image, context);
  await rm(context, { recursive: true });
  const container = (await buildah('from', '--pull-never', image)).trim();
  const inspected = JSON.parse(await buildah('inspect', '--type', 'image', image));
  const configuration: Configuration = inspected.OCIv1.config;
  const root = (await buildah('mount', container)).trim();
  return {
    configuration,
    root,
    run: (args, { folder, env = {}, program }) => {
      const variables = Object.entries(env).flatMap(([name, value]) => [
        '--env',
        `${name}=${value}`,
      ]);
      const command = program === undefined ? configuration.Entrypoint : [program];
      const how = ['--volume', `${folder}:/data`, ...variables, container, '--'];
      return ended(pathOf('buildah'), ['run', ...how, ...command, ...args], { env: environment() });
    },
    runReadOnly: (args, { folder, env = {}, program, user }) => {
      const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
      const command = program === undefined ? configuration.Entrypoint : [program];
      const how = [root, folder, user, ...configuration.Env, ...variables];
      return ended('.ci/container/read-only.sh', [...how, ...command, ...args]);
    },
    remove: async () => {
      await buildah('rm', container);
      await buildah('rmi', image);
    },
  };
}

/** A command that must succeed; returns its output. */
async function buildah(...args: readonly string[]): Promise<string> {
  const run = await started(pathOf('buildah'), args, { env: environment() }).finished;
  if (run.code !== 0) throw new Error(`buildah ${args[0]} ended with ${run.code}:\n${run.stderr}`);
  return run.stdout;
}

function environment(): Readonly<Record<string, string>> {
  const names = ['CONTAINERS_STORAGE_CONF', 'BUILDAH_ISOLATION', 'HOME', 'TMPDIR'];
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
}
