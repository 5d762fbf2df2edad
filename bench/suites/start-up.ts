import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeImage } from '../support/images.ts';
import { inTurn, timeRatio } from '../support/pairs.ts';
import { measure } from '../support/process.ts';
import { publishWords } from '../support/publish.ts';
import type { Suite } from './suite.ts';

/** What is there before any work: of a process that only says its version, and of one that finds nothing to do. */
export const startUp: Suite = {
  name: 'start-up',
  inCheck: true,
  async run({ memory, cli, env, runs }) {
    const cwd = join(memory, 'start-up');
    await mkdir(cwd);
    const empty = join(cwd, 'empty.mjs');
    await writeFile(empty, '');
    const node = (...words: readonly string[]) =>
      measure([process.execPath, ...words], { cwd, env });
    const yardstick = 'an empty Node script';
    const many = runs * 3;

    const version = await inTurn(
      many,
      () => node(cli, '--version'),
      () => node(empty),
    );
    const image = await makeImage(join(cwd, 'build'), 1 << 20);
    const words = publishWords(image, ['--root', join(cwd, 'root')]);
    await node(cli, ...words);
    const noop = await inTurn(
      many,
      () => node(cli, ...words),
      () => node(empty),
    );
    return {
      figures: [
        timeRatio(version, {
          name: 'start-up version',
          what: '`--version`',
          yardstick,
          bound: 1.3,
          limit: 2,
        }),
        timeRatio(noop, {
          name: 'start-up no-op',
          what: 'a publish of 1 MiB that is there already, into a signed folder',
          yardstick,
          bound: 4.5,
          limit: 9,
        }),
      ],
    };
  },
};
