import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Refusal } from './answer.ts';
import { header, type S3Request } from './request.ts';

/** Refuses a body that is not what the request's own digests say. */
export function checkDigests(request: S3Request, body: Uint8Array): void {
  const signed = header(request, 'x-amz-content-sha256');
  if (signed === undefined) throw new Refusal(400, 'MissingSecurityHeader');
  if (signed.startsWith('STREAMING-')) throw new Refusal(501, 'NotImplemented');
  if (signed !== 'UNSIGNED-PAYLOAD' && signed !== digest('sha256', body, 'hex')) {
    throw new Refusal(400, 'XAmzContentSHA256Mismatch');
  }
  const md5 = header(request, 'content-md5');
  if (md5 !== undefined && md5 !== digest('md5', body, 'base64')) {
    throw new Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match');
  }
  for (const [name, compute] of Object.entries(checksums)) {
    const given = header(request, `x-amz-checksum-${name}`);
    // On CompleteMultipartUpload the header speaks of the object, not of the body.
    const ofBody = request.operation !== 'CompleteMultipartUpload';
    if (given !== undefined && ofBody && given !== compute(body)) {
      throw new Refusal(400, 'BadDigest', `The ${name} you specified did not match`);
    }
  }
}

const checksums: Readonly<Record<string, (body: Uint8Array) => string>> = {
  crc32: crc32Of,
  sha1: (body) => digest('sha1', body, 'base64'),
  sha256: (body) => digest('sha256', body, 'base64'),
};

/** The checksum headers of an answer to a part: SDKs hand them back when they complete the upload. */
export function checksumHeaders(request: S3Request): Record<string, string> {
  return Object.fromEntries(
    Object.keys(checksums).flatMap((name) => {
      const value = header(request, `x-amz-checksum-${name}`);
      return value === undefined ? [] : [[`x-amz-checksum-${name}`, value]];
    }),
  );
}

function crc32Of(body: Uint8Array): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}

function digest(algorithm: string, body: Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(body).digest(encoding);
}
