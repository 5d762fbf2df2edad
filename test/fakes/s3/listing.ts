import { type Answer, Refusal, xmlAnswer } from './answer.ts';
import type { S3Request } from './request.ts';
import type { State } from './state.ts';

/** ListObjectsV2, in pages of `max-keys`; the continuation token is the last key of the page. */
export function listObjects(state: State, request: S3Request): Answer {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const size = Math.min(1000, Number(query.get('max-keys') ?? 1000));
  const keys = [...state.objects.keys()].filter((key) => key.startsWith(prefix) && key > after);
  const page = keys.sort().slice(0, size);
  const last = page.at(-1);
  const more = keys.length > page.length && last !== undefined;
  return xmlAnswer('ListBucketResult', {
    Name: state.bucket,
    Prefix: prefix,
    KeyCount: String(page.length),
    IsTruncated: String(more),
    ...(more ? { NextContinuationToken: last } : {}),
    Contents: page.flatMap((key) => {
      const object = state.objects.get(key);
      if (object === undefined) return [];
      const { bytes, etag, modified } = object;
      const [Size, LastModified] = [String(bytes.byteLength), modified.toISOString()];
      return [{ Key: key, Size, ETag: etag, LastModified }];
    }),
  });
}

export function listUploads(state: State, request: S3Request): Answer {
  const prefix = request.query.get('prefix') ?? '';
  const uploads = [...state.uploads].filter(([, { key }]) => key.startsWith(prefix));
  return xmlAnswer('ListMultipartUploadsResult', {
    Bucket: state.bucket,
    IsTruncated: 'false',
    Upload: uploads.map(([id, { key, initiated }]) => ({
      Key: key,
      UploadId: id,
      Initiated: initiated.toISOString(),
    })),
  });
}

export function bucketVersioning({ behaviour: { versioning } }: State): Answer {
  return xmlAnswer(
    'VersioningConfiguration',
    versioning === undefined ? '' : { Status: versioning },
  );
}

export function listParts(state: State, request: S3Request): Answer {
  const upload = state.uploads.get(request.query.get('uploadId') ?? '');
  if (upload?.key !== request.key) throw new Refusal(404, 'NoSuchUpload');
  const parts = [...upload.parts].sort(([a], [b]) => a - b);
  return xmlAnswer('ListPartsResult', {
    Bucket: state.bucket,
    Key: upload.key,
    IsTruncated: 'false',
    Part: parts.map(([number, { bytes, etag }]) => ({
      PartNumber: String(number),
      ETag: etag,
      Size: String(bytes.byteLength),
    })),
  });
}
