import { createHash, randomUUID } from 'node:crypto';
import { type Answer, Refusal, xmlAnswer } from './answer.ts';
import { checkConditions } from './conditions.ts';
import { checksumHeaders } from './digests.ts';
import { keepVersion, objectHeaders } from './objects.ts';
import { header, type S3Request } from './request.ts';
import type { State, StoredObject, Upload } from './state.ts';

const smallestPart = 5 << 20;

export function createUpload(state: State, request: S3Request): Answer {
  const id = randomUUID();
  const algorithm = header(request, 'x-amz-checksum-algorithm');
  state.uploads.set(id, {
    key: request.key,
    initiated: state.clock(),
    headers: objectHeaders(request),
    algorithm,
    parts: new Map(),
  });
  const answer = xmlAnswer('InitiateMultipartUploadResult', {
    Bucket: state.bucket,
    Key: request.key,
    UploadId: id,
  });
  return algorithm === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'x-amz-checksum-algorithm': algorithm } };
}

export function uploadPart(state: State, request: S3Request, body: Uint8Array): Answer {
  const { upload } = uploadOf(state, request);
  const number = Number(request.query.get('partNumber'));
  if (!(number >= 1 && number <= 10_000)) throw new Refusal(400, 'InvalidArgument');
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  upload.parts.set(number, { bytes: body, etag });
  return { status: 200, headers: { etag, ...checksumHeaders(request) } };
}

/** @param before what lay under the key when the request began */
export function completeUpload(
  state: State,
  request: S3Request,
  body: Uint8Array,
  before: StoredObject | undefined,
): Answer {
  const { id, upload } = uploadOf(state, request);
  const parts = namedParts(upload, Buffer.from(body).toString());
  checkConditions(state, request, before);
  const digests = parts.map(({ etag }) => Buffer.from(etag.replaceAll('"', ''), 'hex'));
  const md5 = createHash('md5').update(Buffer.concat(digests)).digest('hex');
  const etag = `"${md5}-${parts.length}"`;
  const bytes = Buffer.concat(parts.map((part) => part.bytes));
  state.uploads.delete(id);
  keepVersion(state, upload.key);
  // AWS dates a multipart object by its initiation.
  state.objects.set(upload.key, {
    bytes,
    etag,
    modified: upload.initiated,
    headers: upload.headers,
  });
  return xmlAnswer('CompleteMultipartUploadResult', {
    Bucket: state.bucket,
    Key: upload.key,
    ETag: etag,
  });
}

export function abortUpload(state: State, request: S3Request): Answer {
  state.uploads.delete(uploadOf(state, request).id);
  return { status: 204 };
}

function uploadOf(state: State, request: S3Request): { id: string; upload: Upload } {
  const id = request.query.get('uploadId') ?? '';
  const upload = state.uploads.get(id);
  if (upload?.key !== request.key) throw new Refusal(404, 'NoSuchUpload');
  return { id, upload };
}

function namedParts(upload: Upload, text: string): readonly { bytes: Uint8Array; etag: string }[] {
  const named = [...text.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    etag: /<ETag>([^<]*)</.exec(part)?.[1]?.replaceAll('&quot;', '"'),
    checked: part.includes(`<Checksum${upload.algorithm}>`),
  }));
  if (upload.algorithm !== undefined && !named.every(({ checked }) => checked)) {
    throw new Refusal(400, 'InvalidRequest', 'The checksum of a part is missing');
  }
  if (named.length === 0) throw new Refusal(400, 'MalformedXML');
  if (named.some(({ number }, index) => number <= (named[index - 1]?.number ?? 0))) {
    throw new Refusal(400, 'InvalidPartOrder');
  }
  return named.map(({ number, etag }, index) => {
    const part = upload.parts.get(number);
    if (part === undefined || part.etag !== etag) throw new Refusal(400, 'InvalidPart');
    const last = index === named.length - 1;
    if (!last && part.bytes.byteLength < smallestPart) throw new Refusal(400, 'EntityTooSmall');
    return part;
  });
}
