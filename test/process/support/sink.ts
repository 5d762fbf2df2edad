import { xmlAnswer } from '../../fakes/s3/answer.ts';
import { header, type S3Request } from '../../fakes/s3/request.ts';
import type { Fault, S3Server } from '../../fakes/s3/server.ts';

const etag = '"00000000000000000000000000000000-1"';

interface Sunk {
  /** Of the parts, together. */
  size: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Has a server take uploads in parts without keeping or checking them, so that they may be of any size. */
export function discardParts(server: S3Server): void {
  const sunk = new Map<string, Sunk>();
  server.faults = (request): Fault | undefined => {
    switch (request.operation) {
      case 'UploadPart':
        addPart(server, sunk, request);
        return { status: 200, headers: { etag } };
      case 'CompleteMultipartUpload':
        server.uploads.delete(request.query.get('uploadId') ?? '');
        return xmlAnswer('CompleteMultipartUploadResult', { Key: request.key, ETag: etag });
      case 'HeadObject':
        return sizeOf(sunk.get(request.key));
      default:
        return undefined;
    }
  };
}

function addPart({ uploads }: S3Server, sunk: Map<string, Sunk>, request: S3Request): void {
  const { headers = {} } = uploads.get(request.query.get('uploadId') ?? '') ?? {};
  const object = sunk.get(request.key) ?? { size: 0, headers };
  object.size += Number(header(request, 'content-length'));
  sunk.set(request.key, object);
}

function sizeOf(object: Sunk | undefined): Fault | undefined {
  if (object === undefined) return undefined;
  const told = { etag, 'last-modified': new Date().toUTCString() };
  return {
    status: 200,
    headers: { ...object.headers, ...told, 'content-length': String(object.size) },
  };
}
