import { setMaxListeners } from 'node:events';
import { CreateMultipartUploadCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Store } from '../../src/adapters/s3/store.ts';
import type { MadeStore } from './store-fixture.ts';

export interface S3Place {
  readonly bucket: string;
  readonly endpoint: string | undefined;
  /** Empty: the root is the whole bucket. */
  readonly prefix: string;
  readonly singleWriter?: boolean;
}

/** A store of the prefix, and what other programs do with a client of their own. Credentials are in the environment. */
export async function s3Made({ prefix, singleWriter = false, ...place }: S3Place) {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const open = (prefix: string) => s3Store({ ...place, prefix, singleWriter, signal });
  const { bucket: Bucket, endpoint } = place;
  const client = new S3Client({
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    region: 'us-east-1',
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const keyOf = (path: string) => (prefix === '' ? path : `${prefix}/${path}`);
  return {
    store: await open(prefix),
    // There is nothing beside a whole bucket: a copy then comes from below.
    neighbour: () => open(prefix === '' ? 'neighbour' : `${prefix}2`),
    foreign: async (path, bytes) => {
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(path), Body: bytes }));
    },
    leaveUpload: async (path) => {
      const command = new CreateMultipartUploadCommand({ Bucket, Key: keyOf(path) });
      const { UploadId = '' } = await client.send(command);
      return UploadId;
    },
    dispose: async () => client.destroy(),
  } satisfies MadeStore;
}
