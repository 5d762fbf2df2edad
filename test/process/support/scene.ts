import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Ended, ended } from './command.ts';
import { type ImageFiles, writeImage } from './image.ts';
import { expectNoSecret } from './secrets.ts';
import { treeOf } from './tree.ts';

/** Stands in every secret input; it must come out nowhere. */
export const passphrase = 'canary passphrase 6f1d9c';

export interface Publishing {
  readonly image: ImageFiles;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Absent: not signed. */
  readonly key?: string;
}

export interface Scene {
  readonly folder: string;
  readonly root: string;
  /**
   * Starts the CLI with an environment of its own. No secret may come out of it, to the output or to any file in the
   * folder of the scene, and no temporary file may be left.
   */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  publish(publishing: Publishing): Promise<Ended>;
  /** Publishes what must go well; returns the JSON of `--json`. */
  published(publishing: Publishing): Promise<Report>;
  tree(): Promise<Readonly<Record<string, string>>>;
}

/** The part of the report that the tests look at. */
export interface Report {
  readonly changed: boolean;
  readonly generation: number;
  readonly product: string;
  readonly serial: string;
}

/** A folder for one test, with a root that does not exist yet. Removed after the test. */
export async function makeScene(cli: string): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'root');
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);

  const run: Scene['run'] = async (args, env = {}) => {
    const result = await ended(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { TMPDIR: temporary, ...env },
    });
    await expectNoSecret(env, result, folder);
    expect(await readdir(temporary)).toEqual([]);
    return result;
  };
  const publish: Scene['publish'] = ({ image, args = [], env = {}, key }) =>
    run(
      [
        ...['publish', '--root', root, '--for', 'lxd', '--for', 'incus'],
        ...['--files', image.metadata, '--files', image.root, ...args],
      ],
      { ...signing(key), ...env },
    );
  const published: Scene['published'] = async (publishing) => {
    const report = join(folder, 'report.json');
    const result = await publish({
      ...publishing,
      args: [...(publishing.args ?? []), '--report', report],
    });
    if (result.code !== 0) throw new Error(`exit code ${result.code}:\n${result.stderr}`);
    return JSON.parse(await readFile(report, 'utf8'));
  };
  return { folder, root, run, publish, published, tree: () => treeOf(root) };
}

function signing(key: string | undefined): Readonly<Record<string, string>> {
  return key === undefined
    ? {}
    : { SIMPLESTREAMS_SIGNING_KEY: key, SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE: passphrase };
}

export interface RootAndNext {
  readonly scene: Scene;
  /** Of a version newer than the one in the root. */
  readonly next: ImageFiles;
}

/** A scene with a root of one version, `20261120_1504`, signed when there is a key; and another image to publish. */
export async function rootAndNext(cli: string, key?: string): Promise<RootAndNext> {
  const scene = await makeScene(cli);
  const first = await writeImage(join(scene.folder, 'first'));
  await scene.published({ image: first, ...(key === undefined ? {} : { key }) });
  const next = await writeImage(join(scene.folder, 'next'), {
    created: '2026-11-21T15:04:00Z',
    content: 'next',
  });
  return { scene, next };
}
