import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';
import { writeDisk } from './support/disk.ts';
import { privateKey } from './support/keys.ts';
import { measured, peakMemory } from './support/peak-memory.ts';
import { discardParts } from './support/sink.ts';

const MiB = 2 ** 20;
// What an upload takes is the same from half a gigabyte on; `.ci/run` asks for the 4096 that are promised.
const size = Number(process.env.LARGE_FILE_MIB ?? 512) * MiB;

test.runIf(process.platform === 'linux')(
  'a file of gigabytes is published in less than 256 MiB of memory',
  async () => {
    const scene = await makeBucketScene(await bundleCli());
    discardParts(scene.server);
    const image = await writeDisk(join(scene.folder, 'build'), size);
    const file = join(scene.folder, 'status');
    const run = await scene.publish({
      image,
      key: await privateKey(),
      node: measured,
      env: { PEAK_MEMORY_FILE: file },
    });
    expect(run).toMatchObject({ code: 0, report: { changed: true } });
    const sent = scene.server.log.filter(({ request }) => request.operation === 'UploadPart');
    expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(size);
    const peak = (await peakMemory(file)) / MiB;
    console.log(`${size / MiB} MiB in ${run.seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MiB`);
    expect(peak).toBeLessThan(256);
  },
  120_000,
);
