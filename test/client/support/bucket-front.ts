import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, NoSuchKey } from '@aws-sdk/client-s3';
import type { Authority } from './authority.ts';
import type { CephBucket } from './ceph.ts';
import type { FileServer } from './https-server.ts';

/** Serves what lies below `prefix` of a bucket to anybody, over TLS 1.3 on 127.0.0.1, as a CDN in front of it would. */
export async function serveBucket(
  bucket: CephBucket,
  prefix: string,
  { certificate, key }: Authority,
): Promise<FileServer> {
  const server = createServer(
    { cert: await readFile(certificate), key: await readFile(key), minVersion: 'TLSv1.3' },
    (request, response) => {
      answer(bucket, prefix, request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `https://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { client, bucket }: CephBucket,
  prefix: string,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(url, 'https://127.0.0.1');
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: prefix + decodeURIComponent(pathname),
  });
  const found = await client.send(command).catch((error: unknown) => {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  });
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { Body, ContentLength = 0, ContentType = '', CacheControl = '' } = found;
  if (!(Body instanceof Readable)) throw new Error('the SDK gives no stream');
  response.writeHead(200, {
    'content-length': ContentLength,
    'content-type': ContentType,
    'cache-control': CacheControl,
  });
  await pipeline(Body, response);
}
