import { createHash } from 'node:crypto';
import { type Answer, Refusal } from './answer.ts';
import { checkConditions } from './conditions.ts';
import { checksumHeaders } from './digests.ts';
import { absent } from './policy.ts';
import { header, type S3Request } from './request.ts';
import type { ObjectHeaders, State, StoredObject } from './state.ts';

/** @param before what lay under the key when the request began */
export function putObject(
  state: State,
  request: S3Request,
  body: Uint8Array,
  before: StoredObject | undefined,
): Answer {
  checkConditions(state, request, before);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const headers = objectHeaders(request);
  keepVersion(state, request.key);
  state.objects.set(request.key, { bytes: body, etag, modified: state.clock(), headers });
  return { status: 200, headers: { etag, ...checksumHeaders(request) } };
}

export function getObject(state: State, request: S3Request): Answer {
  const object = state.objects.get(request.key);
  if (object === undefined) throw absent(state);
  const headers = {
    ...object.headers,
    etag: object.etag,
    'last-modified': object.modified.toUTCString(),
    'accept-ranges': 'bytes',
  };
  const range = header(request, 'range');
  if (range === undefined) return { status: 200, headers, body: object.bytes };
  const { size, start, end } = { size: object.bytes.byteLength, ...parseRange(range, object) };
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${size}` },
    body: object.bytes.subarray(start, end + 1),
  };
}

/** 204 whether or not there is one; with versioning a marker takes its place, and it stays as an older version. */
export function deleteObject(
  state: State,
  request: S3Request,
  before: StoredObject | undefined,
): Answer {
  const { key } = request;
  checkConditions(state, request, before);
  keepVersion(state, key);
  state.objects.delete(key);
  return { status: 204 };
}

/** Before the object under `key` is replaced or removed. */
export function keepVersion({ objects, noncurrent, behaviour }: State, key: string): void {
  const current = objects.get(key);
  if (current === undefined || behaviour.versioning !== 'Enabled') return;
  noncurrent.set(key, [...(noncurrent.get(key) ?? []), current]);
}

/** What an object keeps of the headers it was sent with. */
export function objectHeaders(request: S3Request): ObjectHeaders {
  const kept = /^(?:content-type|cache-control|content-encoding|x-amz-meta-.+)$/;
  return Object.fromEntries(
    Object.keys(request.headers).flatMap((name) => {
      const value = header(request, name);
      return value !== undefined && kept.test(name) ? [[name, value]] : [];
    }),
  );
}

function parseRange(range: string, object: StoredObject): { start: number; end: number } {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  const last = object.bytes.byteLength - 1;
  const [from = '', to = ''] = [match?.[1], match?.[2]];
  const start = from === '' ? Math.max(0, last + 1 - Number(to)) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(last, Number(to));
  if (match === null || start > end) throw new Refusal(416, 'InvalidRange');
  return { start, end };
}
