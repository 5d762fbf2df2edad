import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from '../../process/support/command.ts';

/** A signed root in a folder, published into by the CLI. */
export interface PublishedRoot {
  readonly path: string;
  publish(files: readonly string[], ...args: readonly string[]): Promise<Report>;
  unlist(...args: readonly string[]): Promise<void>;
  prune(): Promise<void>;
}

/** The part of the report that the tests look at. */
export interface Report {
  readonly changed: boolean;
  readonly product: string;
  readonly serial: string;
}

/** Makes a key with the CLI, in `folder`, for a root beside it. */
export async function makeRoot(cli: string, folder: string): Promise<PublishedRoot> {
  const path = join(folder, 'root');
  const key = join(folder, 'key.asc');
  const report = join(folder, 'report.json');
  await mkdir(folder, { recursive: true });
  await output(process.execPath, [
    cli,
    'keygen',
    '--user-id',
    'Test <test@example.com>',
    '--out',
    key,
  ]);
  const env = { SIMPLESTREAMS_SIGNING_KEY_FILE: key };
  return {
    path,
    unlist: async (...args) => {
      await output(process.execPath, [cli, 'unlist', '--root', path, ...args], { env });
    },
    prune: async () => {
      await output(process.execPath, [cli, 'prune', '--root', path], { env });
    },
    publish: async (files, ...args) => {
      const consumers = ['--for', 'lxd', '--for', 'incus'];
      const images = files.flatMap((file) => ['--files', file]);
      await output(
        process.execPath,
        [cli, 'publish', '--root', path, ...consumers, ...images, ...args, '--report', report],
        { env },
      );
      return JSON.parse(await readFile(report, 'utf8'));
    },
  };
}
