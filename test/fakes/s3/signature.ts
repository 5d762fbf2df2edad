import { createHash, createHmac } from 'node:crypto';
import { Refusal } from './answer.ts';
import { header, type S3Request } from './request.ts';
import type { State } from './state.ts';

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const tolerance = 15 * 60 * 1000;

/**
 * Computes the request's Signature Version 4 again and refuses it as AWS does.
 * The body itself is checked against the signed digest by `checkDigests`.
 */
export function checkSignature(state: State, request: S3Request): void {
  const given = header(request, 'authorization');
  if (given === undefined) throw new Refusal(403, 'AccessDenied', 'Access Denied');
  const match = authorization.exec(given);
  if (match === null) throw new Refusal(400, 'AuthorizationHeaderMalformed');
  const [, accessKeyId = '', day = '', region = '', signed = '', signature = ''] = match;
  if (accessKeyId !== state.credentials.accessKeyId) throw new Refusal(403, 'InvalidAccessKeyId');
  if (region !== state.region) {
    const message = `the region '${region}' is wrong; expecting '${state.region}'`;
    throw new Refusal(400, 'AuthorizationHeaderMalformed', message, { Region: state.region });
  }
  const time = header(request, 'x-amz-date') ?? '';
  if (Math.abs(timeOf(time) - state.clock().getTime()) > tolerance) {
    throw new Refusal(403, 'RequestTimeTooSkewed');
  }
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical(request, signed))].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${state.credentials.secretAccessKey}`,
  );
  if (hmac(key, text).toString('hex') !== signature) {
    throw new Refusal(403, 'SignatureDoesNotMatch');
  }
}

/** The canonical request of "Create a signed AWS API request"; S3 escapes the path once. */
function canonical(request: S3Request, signed: string): string {
  const query = [...request.query]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const headers = signed
    .split(';')
    .map((name) => `${name}:${(header(request, name) ?? '').trim().replaceAll(/ +/g, ' ')}\n`)
    .join('');
  const payload = header(request, 'x-amz-content-sha256') ?? '';
  return [request.method, request.path, query, headers, signed, payload].join('\n');
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `20261120T150405Z` in milliseconds. */
function timeOf(text: string): number {
  return Date.parse(
    text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
