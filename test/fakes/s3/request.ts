import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export type Operation =
  | 'GetObject'
  | 'HeadObject'
  | 'PutObject'
  | 'DeleteObject'
  | 'ListObjectsV2'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CopyObject'
  | 'UploadPartCopy'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'ListParts'
  | 'ListMultipartUploads'
  | 'GetBucketVersioning'
  | 'Other';

/** A request whose body has not been read yet. */
export interface S3Request {
  readonly operation: Operation;
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The path as it was sent, still escaped: what the signature covers. */
  readonly path: string;
}

/** Path style only: `/bucket/key`. */
export function parseRequest(incoming: IncomingMessage): S3Request {
  const [path = '/', search = ''] = (incoming.url ?? '/').split('?', 2);
  const [, bucket = '', ...segments] = path.split('/');
  const key = decodeURIComponent(segments.join('/'));
  const query = new URLSearchParams(search);
  const method = incoming.method ?? '';
  const plain = key === '' ? ofBucket(method, query) : ofObject(method, query);
  const operation = incoming.headers['x-amz-copy-source'] === undefined ? plain : copying(plain);
  return { operation, method, bucket, key, query, headers: incoming.headers, path };
}

function copying(operation: Operation): Operation {
  if (operation === 'PutObject') return 'CopyObject';
  return operation === 'UploadPart' ? 'UploadPartCopy' : operation;
}

/** The value of a header that may be there once. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function ofBucket(method: string, query: URLSearchParams): Operation {
  if (method !== 'GET') return 'Other';
  if (query.has('uploads')) return 'ListMultipartUploads';
  if (query.has('versioning')) return 'GetBucketVersioning';
  return query.get('list-type') === '2' ? 'ListObjectsV2' : 'Other';
}

function ofObject(method: string, query: URLSearchParams): Operation {
  const plain: Readonly<Record<string, Operation>> = {
    GET: 'GetObject',
    HEAD: 'HeadObject',
    PUT: 'PutObject',
    DELETE: 'DeleteObject',
  };
  const multipart: Readonly<Record<string, Operation>> = {
    GET: 'ListParts',
    PUT: 'UploadPart',
    POST: 'CompleteMultipartUpload',
    DELETE: 'AbortMultipartUpload',
  };
  if (query.has('uploadId')) return multipart[method] ?? 'Other';
  if (query.has('uploads')) return method === 'POST' ? 'CreateMultipartUpload' : 'Other';
  return plain[method] ?? 'Other';
}
