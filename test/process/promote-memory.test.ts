import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { ended } from './support/command.ts';
import { writeDisk } from './support/disk.ts';
import { privateKey } from './support/keys.ts';
import { measured, peakMemory } from './support/peak-memory.ts';
import { makePromotionScene, startServer } from './support/promotion.ts';
import { passphrase } from './support/scene.ts';
import { discardParts } from './support/sink.ts';

const MiB = 2 ** 20;
const size = 320 * MiB;

test.runIf(process.platform === 'linux')(
  'a file that has to be sent is promoted in less memory than it has bytes, and leaves none of them behind',
  async () => {
    const cli = await bundleCli();
    const key = await privateKey({ passphrase });
    const server = await startServer();
    const scene = await makePromotionScene(cli, key, server);
    discardParts(server);
    const image = await writeDisk(join(scene.folder, 'build'), size);
    await scene.published({ image, key });
    const file = join(scene.folder, 'status');
    const into = ['--root', 's3://images/stable', '--endpoint', server.endpoint];
    const temporary = join(scene.folder, 'tmp');
    const run = await ended(
      process.execPath,
      [...measured, cli, 'promote', '--from', scene.root, ...into],
      { env: { ...scene.keys, TMPDIR: temporary, PEAK_MEMORY_FILE: file }, cwd: scene.folder },
    );
    expect(run).toMatchObject({ code: 0 });
    const sent = server.log.filter(({ request }) => request.operation === 'UploadPart');
    expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(size);
    expect((await peakMemory(file)) / MiB).toBeLessThan(256);
    expect(await readdir(temporary)).toEqual([]);
  },
  120_000,
);
