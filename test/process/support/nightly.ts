import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ManyReport } from '../../../src/faces/many-report.ts';
import type { S3Server } from '../../fakes/s3/server.ts';
import { qcow2 } from '../../unit/images/headers.ts';
import { type Ended, ended } from './command.ts';
import { writeImage } from './image.ts';

const example = fileURLToPath(new URL('../../../examples/nightly/', import.meta.url));

/** Writes what `examples/nightly/make-images` makes, and the images file beside it. */
export async function writeNightly(folder: string): Promise<void> {
  for (const os of ['rocky', 'alma']) {
    for (const arch of ['amd64', 'arm64']) {
      const image = join(folder, 'build', os, arch);
      await writeImage(image, { os, arch, content: `${os} ${arch}` });
      if (arch === 'amd64') await writeFile(join(image, 'disk.qcow2'), disk(os));
    }
  }
  await mkdir(folder, { recursive: true });
  await copyFile(join(example, 'simplestreams.yaml'), join(folder, 'simplestreams.yaml'));
}

function disk(content: string): Uint8Array {
  return Buffer.concat([qcow2(), Buffer.from(content)]);
}

export interface NightlyRun {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Publishes by the images file of `folder`, into roots on `server`. */
export function publishNightly(
  cli: string,
  folder: string,
  server: S3Server,
  { args = [], env = {} }: NightlyRun = {},
): Promise<Ended> {
  const words = ['publish', '--images', 'simplestreams.yaml', '--endpoint', server.endpoint];
  return ended(process.execPath, [cli, ...words, '--json', ...args], {
    cwd: folder,
    env: {
      HOME: folder,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
      AWS_REGION: server.region,
      AWS_EC2_METADATA_DISABLED: 'true',
      ROOTS_URL: `s3://${server.bucket}`,
      ...env,
    },
  });
}

/** The JSON of a run that must go well. */
export function reportOf({ code, stdout, stderr }: Ended): ManyReport {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** The keys that were written since the log of the server was emptied, one for each request. */
export function writtenTo(server: S3Server): readonly string[] {
  return server.log
    .filter(({ request }) => !['GET', 'HEAD'].includes(request.method))
    .map(({ request }) => request.key);
}
