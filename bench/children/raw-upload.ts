import { open } from 'node:fs/promises';
import { env } from 'node:process';
import {
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

// raw-upload.mjs FILE KEY
// The least that an upload by the SDK takes: parts of 16 MiB read into six buffers, signed by the SDK, and nothing else.

const partSize = 16 << 20;
const [file = '', Key = ''] = process.argv.slice(2);
const Bucket = env.S3_BUCKET ?? '';
const client = new S3Client({
  endpoint: env.S3_ENDPOINT ?? '',
  region: env.AWS_REGION ?? '',
  forcePathStyle: true,
  requestChecksumCalculation: 'WHEN_REQUIRED',
});
const handle = await open(file);
const { size } = await handle.stat();
const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
const Parts: CompletedPart[] = [];
let next = 0;

async function lane(): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(partSize);
  while (next * partSize < size) {
    const index = next++;
    const { bytesRead } = await handle.read(buffer, 0, partSize, index * partSize);
    const part = { Bucket, Key, UploadId, PartNumber: index + 1 };
    const { ETag } = await client.send(
      new UploadPartCommand({ ...part, Body: buffer.subarray(0, bytesRead) }),
    );
    Parts[index] = { PartNumber: index + 1, ETag };
  }
}

await Promise.all(Array.from({ length: 6 }, lane));
const done = { Bucket, Key, UploadId, MultipartUpload: { Parts } };
await client.send(new CompleteMultipartUploadCommand(done));
await handle.close();
client.destroy();
