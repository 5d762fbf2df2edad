import { createHash } from 'node:crypto';
import { type Answer, Refusal, xmlAnswer } from './answer.ts';
import { uploadPart } from './multipart.ts';
import { keepVersion, objectHeaders } from './objects.ts';
import { header, type S3Request } from './request.ts';
import type { State, StoredObject } from './state.ts';

/** CopyObject takes no larger object. */
const largest = 5 * 2 ** 30;

export function copyObject(state: State, request: S3Request): Answer {
  const { bytes } = origin(state, request);
  if (bytes.byteLength > largest) throw new Refusal(400, 'InvalidRequest');
  if (header(request, 'x-amz-metadata-directive') !== 'REPLACE')
    throw new Refusal(501, 'NotImplemented');
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  const modified = state.clock();
  keepVersion(state, request.key);
  state.objects.set(request.key, { bytes, etag, modified, headers: objectHeaders(request) });
  return xmlAnswer('CopyObjectResult', { ETag: etag, LastModified: modified.toISOString() });
}

export function copyPart(state: State, request: S3Request): Answer {
  const { bytes } = origin(state, request);
  const range = /^bytes=(\d+)-(\d+)$/.exec(header(request, 'x-amz-copy-source-range') ?? '');
  const [first, last] = [Number(range?.[1] ?? 0), Number(range?.[2] ?? bytes.byteLength - 1)];
  if (last >= bytes.byteLength) throw new Refusal(400, 'InvalidArgument');
  const { headers } = uploadPart(state, request, bytes.subarray(first, last + 1));
  return xmlAnswer('CopyPartResult', {
    ETag: headers?.etag ?? '',
    LastModified: state.clock().toISOString(),
  });
}

function origin(state: State, request: S3Request): StoredObject {
  const path = decodeURIComponent(header(request, 'x-amz-copy-source') ?? '').replace(/^\//, '');
  const [bucket, ...segments] = path.split('/');
  if (bucket !== state.bucket) throw new Refusal(404, 'NoSuchBucket');
  const object = state.objects.get(segments.join('/'));
  if (object === undefined) throw new Refusal(404, 'NoSuchKey');
  const wanted = header(request, 'x-amz-copy-source-if-match');
  if (wanted !== undefined && wanted !== object.etag) throw new Refusal(412, 'PreconditionFailed');
  return object;
}
