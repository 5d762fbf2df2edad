import { env } from 'node:process';
import { DeleteObjectsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';

/** A bucket of a server that runs already; its settings come by the environment, as `.ci/s3/radosgw.sh` prints them. */
export interface BenchBucket {
  readonly endpoint: string;
  readonly bucket: string;
  /** For the programs that are run. */
  readonly variables: Readonly<Record<string, string>>;
  /** Removes everything under a prefix. */
  empty(prefix: string): Promise<void>;
}

export function benchBucket(): BenchBucket | undefined {
  const { S3_ENDPOINT, S3_BUCKET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = env;
  if (!S3_ENDPOINT || !S3_BUCKET || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  const region = env.AWS_REGION ?? 'us-east-1';
  env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const client = new S3Client({ endpoint: S3_ENDPOINT, region, forcePathStyle: true });
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    variables: {
      S3_ENDPOINT,
      S3_BUCKET,
      AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY,
      AWS_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    async empty(prefix) {
      for (;;) {
        const listed = await client.send(
          new ListObjectsV2Command({ Bucket: S3_BUCKET, Prefix: prefix }),
        );
        const Objects = (listed.Contents ?? []).map(({ Key }) => ({ Key }));
        if (Objects.length === 0) return;
        await client.send(new DeleteObjectsCommand({ Bucket: S3_BUCKET, Delete: { Objects } }));
      }
    },
  };
}
