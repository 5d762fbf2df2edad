import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { directoryStore } from '../../src/adapters/directory-store.ts';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import { s3Store } from '../../src/adapters/s3/store.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { readAsClient } from '../fakes/reader.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { makeBucketScene } from '../process/support/bucket.ts';
import { bundleCli } from '../process/support/bundle.ts';
import { type ImageFiles, writeImage } from '../process/support/image.ts';
import { privateKey } from '../process/support/keys.ts';
import { skipBecause } from '../process/support/skip.ts';
import { proved } from './proved.ts';

const rounds = Number(process.env.PROVE_ROUNDS ?? 5);
// The assignments that .ci/s3/radosgw.sh prints; the program is given the AWS_ ones.
const { S3_ENDPOINT, S3_BUCKET = '', AWS_REGION = 'us-east-1' } = process.env;
const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;

let cli: string;
let key: string;
let signing: Signing;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
  signing = await openpgpSigning({
    signingKey: key,
    passphrase: undefined,
    trustedKeys: undefined,
    now: new Date(Date.now() + 60 * 60 * 1000),
  });
});

/** A root that does not exist yet, and the program that publishes into it. */
interface Place {
  readonly folder: string;
  publish(image: ImageFiles, args?: readonly string[]): Promise<{ code: number | undefined }>;
  open(): Promise<Store>;
  /** How often the head was sent, where that can be counted. */
  attempts(): number | undefined;
}

const never = new AbortController().signal;

async function inFolder(): Promise<Place> {
  const { folder, start } = await makeBucketScene(cli);
  const root = join(folder, 'root');
  return {
    folder,
    publish: (image, args) =>
      start({ image, key, root, amazon: true, ...(args && { args }) }).finished,
    open: async () => directoryStore({ folder: root, singleWriter: false }),
    attempts: () => undefined,
  };
}

async function inBucket(): Promise<Place> {
  const { server, folder, publish } = await makeBucketScene(cli);
  return {
    folder,
    publish: (image, args = []) => publish({ image, key, args }),
    open: () => {
      useCredentials(server.credentials);
      const { bucket, endpoint } = server;
      return s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter: false, signal: never });
    },
    attempts: () =>
      server.log.filter(
        ({ request }) =>
          request.operation === 'PutObject' && request.key === 'lxd/streams/v1/index.sjson',
      ).length,
  };
}

async function onGivenServer(): Promise<Place> {
  const { folder, publish } = await makeBucketScene(cli);
  const endpoint = S3_ENDPOINT ?? '';
  const prefix = randomUUID();
  const env = {
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    AWS_REGION,
    AWS_SESSION_TOKEN: undefined,
  };
  return {
    folder,
    publish: (image, args = []) =>
      publish({ image, key, args, env, endpoint, root: `s3://${S3_BUCKET}/${prefix}` }),
    open: () =>
      s3Store({ bucket: S3_BUCKET, prefix, endpoint, singleWriter: false, signal: never }),
    attempts: () => undefined,
  };
}

const places = [
  { name: 'a folder', placeOf: inFolder, given: true },
  { name: 'a bucket on a server in this process', placeOf: inBucket, given: true },
  { name: 'the bucket of S3_ENDPOINT', placeOf: onGivenServer, given: S3_ENDPOINT !== undefined },
];

for (const { name, placeOf, given } of places) {
  describe(`processes at once, ${name}`, () => {
    test('16 images: none is lost', async (context) => {
      if (!given) skipBecause(context, 'S3_ENDPOINT is not set');
      const attempts: number[] = [];
      const seconds: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const place = await placeOf();
        const images = await Promise.all(
          Array.from({ length: 16 }, (_, number) =>
            writeImage(join(place.folder, `image-${number}`), {
              os: `Os${number}`,
              content: `image ${number}`,
            }),
          ),
        );
        const begun = performance.now();
        const ended = await Promise.all(images.map((image) => place.publish(image)));
        seconds.push((performance.now() - begun) / 1000);
        expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
        const store = await place.open();
        const seen = await readAsClient(store, 'sjson', signing);
        expect(seen.generation).toBe(16);
        expect(Object.keys(seen.versions)).toHaveLength(16);
        expect(await readAsClient(store, 'json')).toEqual(seen);
        attempts.push(place.attempts() ?? Number.NaN);
      }
      const most = Math.max(...attempts);
      const sent = Number.isNaN(most) ? '' : `, ${most} heads sent at most`;
      const slowest = Math.max(...seconds).toFixed(1);
      proved(context, { cases: 16 * rounds, note: `${slowest} s a round at most${sent}` });
    });

    test('8 times other files under one given serial: one wins', async (context) => {
      if (!given) skipBecause(context, 'S3_ENDPOINT is not set');
      for (let round = 0; round < rounds; round++) {
        const place = await placeOf();
        const images = await Promise.all(
          Array.from({ length: 8 }, (_, number) =>
            writeImage(join(place.folder, `image-${number}`), { content: `image ${number}` }),
          ),
        );
        const serial = ['--serial', '20261121_0000'];
        const ended = await Promise.all(images.map((image) => place.publish(image, serial)));
        expect(ended.map(({ code }) => code).sort()).toEqual([0, 3, 3, 3, 3, 3, 3, 3]);
        const seen = await readAsClient(await place.open(), 'sjson', signing);
        expect(Object.values(seen.versions)).toEqual([['20261121_0000']]);
      }
      proved(context, { cases: 8 * rounds });
    });
  });
}
