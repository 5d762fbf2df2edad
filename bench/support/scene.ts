import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { generateKey } from 'openpgp';
import { build } from 'rolldown';
import configuration from '../../rolldown.config.ts';

/** What every suite works with. */
export interface Scene {
  /** Of this run alone; removed at its end. */
  readonly folder: string;
  /** In memory where the machine has such a file system, so that no disk is measured. */
  readonly memory: string;
  /** Bundled from the sources of this moment, as `npm run build` does. */
  readonly cli: string;
  /** The programs of `children/`, by name. */
  readonly child: (name: string) => string;
  /** Armored, and the path of a file that holds it. */
  readonly key: string;
  readonly keyFile: string;
  /** Of every program that is run: with the signing key, without what a user's home says. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly runs: number;
  readonly quick: boolean;
}

export async function withScene<T>(
  options: { readonly runs: number; readonly quick: boolean },
  use: (scene: Scene) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-bench-'));
  const memory = await mkdtemp('/dev/shm/simplestreams-bench-').catch(() => join(folder, 'memory'));
  try {
    await mkdir(memory, { recursive: true });
    await mkdir(join(folder, 'home'));
    await bundle(folder);
    const { privateKey: key } = await generateKey({
      type: 'ecc',
      curve: 'ed25519Legacy',
      userIDs: [{ name: 'Bench', email: 'bench@example.com' }],
    });
    const keyFile = join(folder, 'key.asc');
    await writeFile(keyFile, key);
    const home = { HOME: join(folder, 'home'), PATH: env.PATH };
    return await use({
      folder,
      memory,
      cli: join(folder, 'dist/cli.mjs'),
      child: (name) => join(folder, 'children', `${name}.mjs`),
      key,
      keyFile,
      env: { ...home, SIMPLESTREAMS_SIGNING_KEY: key },
      ...options,
    });
  } finally {
    await rm(memory, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(folder: string): Promise<void> {
  const output = { ...configuration.output, dir: join(folder, 'dist') };
  await build({ ...configuration, logLevel: 'warn', output });
  await build({
    input: {
      contention: 'bench/children/contention.ts',
      documents: 'bench/children/documents.ts',
      'raw-upload': 'bench/children/raw-upload.ts',
    },
    platform: 'node',
    logLevel: 'warn',
    output: { dir: join(folder, 'children'), entryFileNames: '[name].mjs', format: 'esm' },
  });
}
