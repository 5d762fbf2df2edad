import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { useCredentials } from '../../fakes/s3/environment.ts';
import { startS3Server } from '../../fakes/s3/server.ts';

async function openClient() {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const { endpoint, region } = server;
  const client = new S3Client({ endpoint, region, forcePathStyle: true });
  return { server, client, at: { Bucket: server.bucket } };
}

test('a request without a signature is refused', async () => {
  const { server } = await openClient();
  const answer = await fetch(`${server.endpoint}/images/a`, { method: 'PUT', body: 'a' });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('<Code>AccessDenied</Code>');
  expect(server.objects.size).toBe(0);
});

test('a key with every escaped character is signed and stored as it is', async () => {
  const { server, client, at } = await openClient();
  const key = "a b+c%d/é(1)!*'~:@&=;,?#";
  await client.send(new PutObjectCommand({ ...at, Key: key, Body: 'a' }));
  expect([...server.objects.keys()]).toEqual([key]);
  expect(server.log[0]?.status).toBe(200);
});

test.each([
  { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' },
  { ChecksumCRC32: 'AAAAAA==' },
  { ChecksumSHA256: Buffer.alloc(32).toString('base64') },
])('a body that is not what %j says is refused', async (digest) => {
  const { server, client, at } = await openClient();
  const sent = client.send(new PutObjectCommand({ ...at, Key: 'a', Body: 'a', ...digest }));
  await expect(sent).rejects.toMatchObject({ name: 'BadDigest' });
  expect(server.objects.size).toBe(0);
});

test('a range is answered with that range, and a deleted object is gone', async () => {
  const { client, at } = await openClient();
  const one = { ...at, Key: 'a' };
  await client.send(new PutObjectCommand({ ...one, Body: '0123456789' }));
  for (const [Range, text] of [
    ['bytes=2-4', '234'],
    ['bytes=7-', '789'],
    ['bytes=-2', '89'],
  ]) {
    const { Body, ContentRange } = await client.send(new GetObjectCommand({ ...one, Range }));
    expect(await Body?.transformToString()).toBe(text);
    expect(ContentRange).toMatch(/\/10$/);
  }
  await client.send(new DeleteObjectCommand(one));
  await expect(client.send(new HeadObjectCommand(one))).rejects.toMatchObject({ name: 'NotFound' });
});

test('objects are listed in pages, in the order of their keys', async () => {
  const { client, at } = await openClient();
  for (const Key of ['p/c', 'p/a', 'q/d', 'p/b']) {
    await client.send(new PutObjectCommand({ ...at, Key, Body: Key }));
  }
  const pages: (string | undefined)[][] = [];
  let ContinuationToken: string | undefined;
  do {
    const input = { ...at, Prefix: 'p/', MaxKeys: 2, ContinuationToken };
    const page = await client.send(new ListObjectsV2Command(input));
    pages.push((page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  expect(pages).toEqual([['p/a', 'p/b'], ['p/c']]);
});

test('an unfinished upload is listed with its parts', async () => {
  const { client, at } = await openClient();
  const one = { ...at, Key: 'a' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(one));
  const part = { ...one, UploadId, PartNumber: 1, Body: 'part' };
  const { ETag } = await client.send(new UploadPartCommand(part));
  const { Uploads } = await client.send(new ListMultipartUploadsCommand(at));
  expect(Uploads).toMatchObject([{ Key: 'a', UploadId, Initiated: expect.any(Date) }]);
  const { Parts } = await client.send(new ListPartsCommand({ ...one, UploadId }));
  expect(Parts).toMatchObject([{ PartNumber: 1, ETag, Size: 4 }]);
});
