import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, Refusal, refusalAnswer } from './answer.ts';
import { aws, type Behaviour } from './behaviour.ts';
import { copyObject, copyPart } from './copying.ts';
import { checkDigests } from './digests.ts';
import { bucketVersioning, listObjects, listParts, listUploads } from './listing.ts';
import { abortUpload, completeUpload, createUpload, uploadPart } from './multipart.ts';
import { deleteObject, getObject, putObject } from './objects.ts';
import { checkPolicy } from './policy.ts';
import { type Operation, parseRequest, type S3Request } from './request.ts';
import { checkSignature } from './signature.ts';
import type { State, StoredObject } from './state.ts';

/**
 * `drop`: the connection is cut before the body is read; `drop-after`: when all is done, instead of the answer;
 * `truncate`: in the middle of the answer's body. An answer is given instead of the server's own.
 */
export type Fault = Answer | 'drop' | 'drop-after' | 'truncate';

/** Asked before the body of a request is read; a promise holds the request up until it settles. */
export type Faults = (request: S3Request) => Fault | undefined | Promise<Fault | undefined>;

export interface LoggedRequest {
  readonly request: S3Request;
  /** Of the body, so far. */
  readonly bytes: number;
  /** `undefined`: not answered. */
  readonly status: number | undefined;
}

/** An S3 server in this process: one bucket, path style, on the loopback. It enforces what AWS enforces. */
export interface S3Server extends State {
  readonly endpoint: string;
  faults: Faults | undefined;
  /** Called when a request has taken effect, before it is answered. */
  onEffect: ((request: S3Request) => void) | undefined;
  /** Every request since the start, or since `log.length = 0`. */
  readonly log: LoggedRequest[];
  /** How many connections were made to it. */
  connections: number;
  count(operation: Operation): number;
  close(): Promise<void>;
}

export interface S3ServerOptions {
  readonly bucket?: string;
  readonly region?: string;
  readonly behaviour?: Behaviour;
  /** 1000, as S3's own, unless it is smaller. */
  readonly pageSize?: number;
}

export async function startS3Server(options: S3ServerOptions = {}): Promise<S3Server> {
  const log: LoggedRequest[] = [];
  const http = createServer((incoming, outgoing) => {
    serve(server, incoming, outgoing).catch((error: unknown) => {
      if (!incoming.complete) incoming.socket.destroy();
      else outgoing.writeHead(500).end(`the test's own server has a bug: ${error}`);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: S3Server = {
    endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    bucket: options.bucket ?? 'images',
    region: options.region ?? 'us-east-1',
    owner: '111122223333',
    credentials: { accessKeyId: 'test-access-key', secretAccessKey: 'test-secret-key' },
    objects: new Map(),
    uploads: new Map(),
    denied: new Set(),
    noncurrent: new Map(),
    behaviour: options.behaviour ?? aws,
    pageSize: options.pageSize ?? 1000,
    clock: () => new Date(),
    faults: undefined,
    onEffect: undefined,
    log,
    connections: 0,
    count: (operation) => log.filter(({ request }) => request.operation === operation).length,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  http.on('connection', () => {
    server.connections += 1;
  });
  return server;
}

async function serve(
  server: S3Server,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = parseRequest(incoming);
  const logged = { request, bytes: 0, status: undefined as number | undefined };
  server.log.push(logged);
  const before = server.objects.get(request.key);
  const fault = await server.faults?.(request);
  if (fault === 'drop') {
    incoming.socket.destroy();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk);
    logged.bytes += chunk.byteLength;
  }
  const own = typeof fault === 'object' ? fault : undefined;
  const answer = own ?? answerTo(server, request, Buffer.concat(chunks), before);
  server.onEffect?.(request);
  if (fault === 'drop-after') {
    incoming.socket.destroy();
    return;
  }
  logged.status = answer.status;
  send(server, request, answer, outgoing, fault === 'truncate');
}

function send(
  server: S3Server,
  request: S3Request,
  answer: Answer,
  outgoing: ServerResponse,
  truncated: boolean,
): void {
  const body = Buffer.from(answer.body ?? '');
  outgoing.writeHead(answer.status, {
    date: server.clock().toUTCString(),
    'x-amz-request-id': 'TEST',
    ...(answer.status === 204 ? {} : { 'content-length': body.byteLength }),
    ...answer.headers,
  });
  if (request.method === 'HEAD') outgoing.end();
  else if (truncated) {
    outgoing.write(body.subarray(0, body.byteLength >> 1), () => outgoing.destroy());
  } else outgoing.end(body);
}

function answerTo(
  server: S3Server,
  request: S3Request,
  body: Uint8Array,
  before: StoredObject | undefined,
): Answer {
  try {
    checkSignature(server, request);
    checkPolicy(server, request);
    checkDigests(request, body);
    return perform(server, request, body, before);
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

function perform(
  state: State,
  request: S3Request,
  body: Uint8Array,
  before: StoredObject | undefined,
): Answer {
  switch (request.operation) {
    case 'GetObject':
    case 'HeadObject':
      return getObject(state, request);
    case 'PutObject':
      return putObject(state, request, body, before);
    case 'DeleteObject':
      return deleteObject(state, request, before);
    case 'ListObjectsV2':
      return listObjects(state, request);
    case 'CreateMultipartUpload':
      return createUpload(state, request);
    case 'UploadPart':
      return uploadPart(state, request, body);
    case 'CopyObject':
      return copyObject(state, request);
    case 'UploadPartCopy':
      return copyPart(state, request);
    case 'CompleteMultipartUpload':
      return completeUpload(state, request, body, before);
    case 'AbortMultipartUpload':
      return abortUpload(state, request);
    case 'ListParts':
      return listParts(state, request);
    case 'ListMultipartUploads':
      return listUploads(state, request);
    case 'GetBucketVersioning':
      return bucketVersioning(state);
    case 'Other':
      throw new Refusal(405, 'MethodNotAllowed');
  }
}
