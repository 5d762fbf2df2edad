import { Refusal } from './answer.ts';
import { header, type Operation, type S3Request } from './request.ts';
import type { State } from './state.ts';

export type Permission =
  | 's3:GetObject'
  | 's3:PutObject'
  | 's3:DeleteObject'
  | 's3:ListBucket'
  | 's3:AbortMultipartUpload'
  | 's3:ListMultipartUploadParts'
  | 's3:ListBucketMultipartUploads'
  | 's3:GetBucketVersioning';

const needed: Readonly<Record<Operation, Permission | undefined>> = {
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  PutObject: 's3:PutObject',
  DeleteObject: 's3:DeleteObject',
  ListObjectsV2: 's3:ListBucket',
  CreateMultipartUpload: 's3:PutObject',
  UploadPart: 's3:PutObject',
  CopyObject: 's3:PutObject',
  UploadPartCopy: 's3:PutObject',
  CompleteMultipartUpload: 's3:PutObject',
  AbortMultipartUpload: 's3:AbortMultipartUpload',
  ListParts: 's3:ListMultipartUploadParts',
  ListMultipartUploads: 's3:ListBucketMultipartUploads',
  GetBucketVersioning: 's3:GetBucketVersioning',
  Other: undefined,
};

/** The right that a request needs; the listing right that tells absent from denied comes on top. */
export function neededFor(operation: Operation): Permission | undefined {
  return needed[operation];
}

/** Refuses a request for another bucket, for another owner's, or for what the policy denies. */
export function checkPolicy(state: State, request: S3Request): void {
  if (request.bucket !== state.bucket) {
    throw new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
  }
  const owner = header(request, 'x-amz-expected-bucket-owner');
  if (owner !== undefined && owner !== state.owner) throw denied();
  const permission = needed[request.operation];
  if (permission !== undefined && state.denied.has(permission)) throw denied();
  const copies = header(request, 'x-amz-copy-source') !== undefined;
  if (copies && state.denied.has('s3:GetObject')) throw denied();
  // S3 User Guide, "Conditional requests": If-Match on a write needs the right to read as well.
  const reads = header(request, 'if-match') !== undefined;
  if (reads && state.denied.has('s3:GetObject')) throw denied();
}

/** Whoever may not list a bucket is not told what is absent in it. */
export function absent(state: State): Refusal {
  return state.denied.has('s3:ListBucket')
    ? denied()
    : new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
}

function denied(): Refusal {
  return new Refusal(403, 'AccessDenied', 'Access Denied');
}
