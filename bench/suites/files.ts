import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { makeImage, makeRaw } from '../support/images.ts';
import { inTurn, timeRatio } from '../support/pairs.ts';
import { type Measured, measure } from '../support/process.ts';
import { programPath } from '../support/programs.ts';
import { publishRawWords, publishWords } from '../support/publish.ts';
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
    const publish = async (words: typeof publishWords, ...more: readonly string[]) => {
      await rm(root, { recursive: true, force: true });
      return run(process.execPath, cli, ...words(image, ['--root', root]), ...more);
    };
    const openssl = () => run('openssl', 'dgst', '-sha256', image.disk);
    const copy = async () => {
      await rm(join(cwd, 'copy'), { force: true });
      return run('cp', image.disk, join(cwd, 'copy'));
    };
    const slower = () => slowerOf(openssl, copy);

    const hashed = await inTurn(runs, () => publish(publishWords, '--dry-run'), openssl);
    const combined = () => publish(publishWords);
    const stored = await inTurn(runs, combined, slower);
    await rm(join(cwd, 'copy'), { force: true });
    const incus = await programPath('incus-simplestreams');
    const add = async (program: string) => {
      await rm(root, { recursive: true, force: true });
      await mkdir(root);
      return measure([program, 'add', image.metadata, image.disk], { cwd: root, env });
    };
    const beside = incus === undefined ? undefined : await inTurn(runs, combined, () => add(incus));
    await makeRaw(image);
    const raw = await inTurn(runs, () => publish(publishRawWords), slower);
    await rm(cwd, { recursive: true });

    const bound = { yardstick: 'the slower of cp and openssl dgst', bound: 1.2 };
    const figures: readonly Figure[] = [
      timeRatio(hashed, {
        name: 'files hash',
        what: `hash ${mebibytes} MiB, sha256 and combined hash (\`--dry-run\`)`,
        yardstick: 'openssl dgst -sha256',
        limit: 5,
      }),
      timeRatio(raw, {
        ...bound,
        name: 'files folder',
        what: `publish ${mebibytes} MiB into a folder, sha256 alone (a raw disk for MAAS)`,
        limit: 4,
      }),
      timeRatio(stored, {
        ...bound,
        name: 'files folder combined',
        what: `publish ${mebibytes} MiB into a folder, sha256 and combined hash`,
        limit: 6,
      }),
    ];
    if (beside === undefined) {
      const why = 'incus-simplestreams is not installed';
      return { figures, skipped: [{ name: 'files incus', why }] };
    }
    const incusAdd = timeRatio(beside, {
      name: 'files incus',
      what: `publish ${mebibytes} MiB into a folder`,
      yardstick: 'incus-simplestreams add',
      limit: 3,
    });
    return { figures: [...figures, incusAdd] };
  },
};

async function slowerOf(...runs: readonly (() => Promise<Measured>)[]): Promise<Measured> {
  const measured: Measured[] = [];
  for (const run of runs) measured.push(await run());
  return measured.reduce((one, other) => (other.seconds > one.seconds ? other : one));
}
