import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { S3Server } from '../fakes/s3/server.ts';
import { makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';
import { writeDisk } from './support/disk.ts';
import { privateKey } from './support/keys.ts';

const size = 160 << 20;

let cli: string;
let key: string;
beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
});

/** Resolves at the sixth part of an upload; that one and all requests that `held` picks out get no answer. */
function sixthPart(server: S3Server, held: (operation: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    server.faults = ({ operation }) => {
      if (server.count('UploadPart') < 6) return undefined;
      resolve();
      return held(operation) ? new Promise(() => undefined) : undefined;
    };
  });
}

/** Seconds from the signal to the end. */
async function secondsSince(begun: number, finished: Promise<unknown>): Promise<number> {
  await finished;
  return (performance.now() - begun) / 1000;
}

test('SIGTERM in the middle of an upload ends the run in 5 s, and no upload is left', async () => {
  const scene = await makeBucketScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), size);
  const reached = sixthPart(scene.server, (operation) => operation === 'UploadPart');
  const run = scene.start({ image, key });
  await reached;
  run.kill('SIGTERM');
  expect(await secondsSince(performance.now(), run.finished)).toBeLessThan(5);
  const { code, stderr, report } = await run.finished;
  expect(code).toBe(143);
  expect(stderr).toMatch(/^error: ended by SIGTERM$/m);
  expect(report).toMatchObject({ error: { code: 'SIGNAL', exitCode: 143 } });
  expect([...scene.server.uploads.keys()]).toEqual([]);
  expect([...scene.server.objects.keys()].filter((name) => name.includes('disk'))).toEqual([]);
  expect(scene.listed()).toEqual([]);
});

test('SIGTERM ends the run in 5 s, also when the store does not answer any more', async () => {
  const scene = await makeBucketScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), size);
  const reached = sixthPart(scene.server, () => true);
  const run = scene.start({ image, key });
  await reached;
  run.kill('SIGTERM');
  expect(await secondsSince(performance.now(), run.finished)).toBeLessThan(5);
  expect(await run.finished).toMatchObject({ code: 143 });
});

test('SIGTERM while a publish that is done looks for what nothing names is a warning', async () => {
  const scene = await makeBucketScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), 1 << 20);
  const { server } = scene;
  const reached = new Promise<void>((resolve) => {
    server.faults = ({ operation }) => {
      if (operation !== 'ListObjectsV2') return undefined;
      resolve();
      return new Promise(() => undefined);
    };
  });
  const run = scene.start({ image, key, args: ['--keep', '2'] });
  await reached;
  run.kill('SIGTERM');
  const { code, report } = await run.finished;
  expect({ code, report }).toMatchObject({ code: 0, report: { changed: true, generation: 1 } });
  const told = /what nothing names any more could not be removed, .*: ended by SIGTERM$/;
  expect(report.warnings).toEqual([expect.stringMatching(told)]);
  expect(scene.listed()).toHaveLength(2);
});

test('what SIGKILL leaves is named by the next run, which succeeds', async () => {
  const scene = await makeBucketScene(cli);
  const image = await writeDisk(join(scene.folder, 'build'), size);
  const reached = sixthPart(scene.server, (operation) => operation === 'UploadPart');
  const run = scene.start({ image, key });
  await reached;
  run.kill('SIGKILL');
  expect(await run.finished).toMatchObject({ code: undefined, signal: 'SIGKILL' });
  const left = [...scene.server.uploads.values()];
  expect(left).toHaveLength(1);
  expect(scene.listed()).toEqual([]);

  scene.server.faults = undefined;
  const next = await scene.publish({ image, key });
  expect(next).toMatchObject({ code: 0, report: { changed: true, generation: 1 } });
  const url = `s3://images/${left[0]?.key}`;
  const since = left[0]?.initiated.toISOString().slice(0, 19);
  const told = expect.stringContaining(`an upload of ${url}, begun at ${since}`);
  expect(next.report.warnings).toEqual([told]);
  expect(next.stderr).toContain(`warning: an upload of ${url}`);
});
