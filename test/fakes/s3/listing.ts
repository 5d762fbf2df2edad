import { type Answer, Refusal, type XmlContent, xmlAnswer } from './answer.ts';
import type { S3Request } from './request.ts';
import type { State } from './state.ts';

/**
 * ListObjectsV2, in the order of the keys' bytes and in pages. The continuation token is opaque, and good for one more
 * page; one that this server did not make is refused.
 */
export function listObjects(state: State, request: S3Request): Answer {
  const { query } = request;
  const name = naming(query);
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : keyOfToken(token);
  const keys = inOrder(state.objects.keys()).filter(
    (key) => key.startsWith(prefix) && compareKeys(key, after) > 0,
  );
  const page = keys.slice(0, pageSize(state, query.get('max-keys')));
  const last = page.at(-1);
  const more = keys.length > page.length && last !== undefined;
  return xmlAnswer('ListBucketResult', {
    Name: state.bucket,
    Prefix: name.of(prefix),
    ...name.told,
    KeyCount: String(page.length),
    IsTruncated: String(more),
    ...(more ? { NextContinuationToken: tokenOf(last) } : {}),
    Contents: page.flatMap((key) => {
      const object = state.objects.get(key);
      if (object === undefined) return [];
      const { bytes, etag, modified } = object;
      const [Size, LastModified] = [String(bytes.byteLength), modified.toISOString()];
      return [{ Key: name.of(key), Size, ETag: etag, LastModified }];
    }),
  });
}

/** ListMultipartUploads, by key and then by id, in pages that begin after a key, or after an upload of a key. */
export function listUploads(state: State, request: S3Request): Answer {
  const { query } = request;
  const name = naming(query);
  const prefix = query.get('prefix') ?? '';
  const after = { key: query.get('key-marker') ?? '', id: query.get('upload-id-marker') };
  const uploads = [...state.uploads]
    .map(([id, { key, initiated }]) => ({ id, key, initiated }))
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.id, b.id))
    .filter(({ id, key }) => {
      const order = compareKeys(key, after.key);
      return order > 0 || (order === 0 && after.id !== null && compareKeys(id, after.id) > 0);
    });
  const page = uploads.slice(0, pageSize(state, query.get('max-uploads')));
  const last = page.at(-1);
  const more = uploads.length > page.length && last !== undefined;
  return xmlAnswer('ListMultipartUploadsResult', {
    Bucket: state.bucket,
    ...name.told,
    IsTruncated: String(more),
    ...(more ? { NextKeyMarker: name.of(last.key), NextUploadIdMarker: last.id } : {}),
    Upload: page.map(({ id, key, initiated }) => ({
      Key: name.of(key),
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

interface Naming {
  /** A key as the answer writes it. */
  of(key: string): string;
  readonly told: { readonly [name: string]: XmlContent };
}

/** With `encoding-type=url` keys are escaped as in a form, and a blank is a `+`; S3 leaves these five alone. */
function naming(query: URLSearchParams): Naming {
  const type = query.get('encoding-type');
  if (type === null) return { of: (key) => key, told: {} };
  if (type !== 'url') throw new Refusal(400, 'InvalidArgument');
  const of = (key: string) =>
    encodeURIComponent(key)
      .replaceAll(/[!'()]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%2F', '/')
      .replaceAll('%20', '+');
  return { of, told: { EncodingType: type } };
}

function pageSize(state: State, asked: string | null): number {
  return Math.min(state.pageSize, Number(asked ?? state.pageSize));
}

function inOrder(keys: Iterable<string>): readonly string[] {
  return [...keys].sort(compareKeys);
}

function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const tokenMark = 'after ';

function tokenOf(key: string): string {
  return Buffer.from(tokenMark + key).toString('base64');
}

function keyOfToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString();
  if (!text.startsWith(tokenMark)) throw new Refusal(400, 'InvalidArgument');
  return text.slice(tokenMark.length);
}
