import {
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';

/** The bucket of a Ceph server, from the assignments that `.ci/s3/radosgw.sh start` prints. */
export interface CephBucket {
  readonly major: number;
  readonly endpoint: string;
  readonly bucket: string;
  readonly client: S3Client;
  /** What a program needs in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** ETag, size and time of every object below `prefix`, by key. */
  list(prefix: string): Promise<Readonly<Record<string, string>>>;
  read(key: string): Promise<Uint8Array>;
  /** Keys of unfinished uploads below `prefix`. */
  uploads(prefix: string): Promise<readonly string[]>;
}

const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket = '', CEPH_MAJOR = '' } = process.env;

/** `undefined` when no server is told. */
export const ceph: CephBucket | undefined = endpoint === undefined ? undefined : open(endpoint);

function open(endpoint: string): CephBucket {
  const client = new S3Client({ endpoint, forcePathStyle: true });
  const variable = (name: string) => [name, process.env[name] ?? ''] as const;
  return {
    major: Number(CEPH_MAJOR),
    endpoint,
    bucket,
    client,
    variables: Object.fromEntries(
      ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'].map(variable),
    ),
    async list(prefix) {
      const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix });
      const { Contents = [] } = await client.send(command);
      return Object.fromEntries(
        Contents.map(({ Key = '', ETag, Size, LastModified }) => [
          Key,
          `${ETag} ${Size} ${LastModified?.toISOString()}`,
        ]),
      );
    },
    async read(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error(`${key} has no body`);
      return Body.transformToByteArray();
    },
    async uploads(prefix) {
      const command = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix });
      const { Uploads = [] } = await client.send(command);
      return Uploads.map(({ Key = '' }) => Key);
    },
  };
}
