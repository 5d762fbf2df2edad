import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { makeImage } from '../support/images.ts';
import { inTurn, timeRatio } from '../support/pairs.ts';
import { type Measured, measure } from '../support/process.ts';
import { programPath } from '../support/programs.ts';
import { publishWords } from '../support/publish.ts';
import type { Findings, Suite } from './suite.ts';

/** A large file into a folder, beside what hashes and what copies; all in memory, so that no disk is measured. */
export const files: Suite = {
  name: 'files',
  inCheck: true,
  async run({ memory, cli, env, runs, quick }): Promise<Findings> {
    const cwd = join(memory, 'files');
    await mkdir(cwd);
    const size = (quick ? 512 : 2048) * 2 ** 20;
    const mebibytes = size / 2 ** 20;
    const image = await makeImage(join(cwd, 'build'), size);
    const run = (...command: readonly string[]) => measure(command, { cwd, env });
    const root = join(cwd, 'root');
    const publish = async (...more: readonly string[]) => {
      await rm(root, { recursive: true, force: true });
      return run(process.execPath, cli, ...publishWords(image, ['--root', root]), ...more);
    };
    const openssl = () => run('openssl', 'dgst', '-sha256', image.disk);
    const copy = async () => {
      await rm(join(cwd, 'copy'), { force: true });
      return run('cp', image.disk, join(cwd, 'copy'));
    };

    const hashed = await inTurn(runs, () => publish('--dry-run'), openssl);
    const stored = await inTurn(
      runs,
      () => publish(),
      () => slower(openssl, copy),
    );
    const figures: Figure[] = [
      timeRatio(hashed, {
        name: 'files hash',
        what: `hash ${mebibytes} MiB, sha256 and combined hash (\`--dry-run\`)`,
        yardstick: 'openssl dgst -sha256',
        limit: 5,
      }),
      timeRatio(stored, {
        name: 'files folder',
        what: `publish ${mebibytes} MiB into a folder`,
        yardstick: 'the slower of cp and openssl dgst',
        bound: 1.2,
        limit: 8,
      }),
    ];
    const incus = await programPath('incus-simplestreams');
    await rm(join(cwd, 'copy'), { force: true });
    if (incus === undefined) {
      return {
        figures,
        skipped: [{ name: 'files incus', why: 'incus-simplestreams is not installed' }],
      };
    }
    const beside = await inTurn(
      runs,
      () => publish(),
      async () => {
        await rm(root, { recursive: true, force: true });
        await mkdir(root);
        return measure([incus, 'add', image.metadata, image.disk], { cwd: root, env });
      },
    );
    await rm(cwd, { recursive: true });
    figures.push(
      timeRatio(beside, {
        name: 'files incus',
        what: `publish ${mebibytes} MiB into a folder`,
        yardstick: 'incus-simplestreams add',
        limit: 3,
      }),
    );
    return { figures };
  },
};

async function slower(...runs: readonly (() => Promise<Measured>)[]): Promise<Measured> {
  const measured: Measured[] = [];
  for (const run of runs) measured.push(await run());
  return measured.reduce((one, other) => (other.seconds > one.seconds ? other : one));
}
