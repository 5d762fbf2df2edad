import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The zip of an artifact that was created, uploaded in blocks and finalized. */
export interface Artifact {
  readonly name: string;
  readonly zip: Buffer;
}

export interface ResultsService {
  /** What a runner tells an action of it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Those that were finalized. */
  readonly artifacts: readonly Artifact[];
  /** Method and path, without the query, of all that was asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

interface Upload {
  readonly name: string;
  readonly blocks: Map<string, Buffer>;
  blob: Buffer | undefined;
}

type Answer = readonly [status: number, body: unknown];

const service = '/twirp/github.actions.results.api.v1.ArtifactService';

/**
 * The service that keeps the artifacts of workflow runs, on 127.0.0.1: a name can be taken once, and an artifact
 * counts when its size and digest are those of the bytes that arrived.
 * @param taken names that another job has used
 */
export async function startResultsService(
  options: { readonly taken?: readonly string[] } = {},
): Promise<ResultsService> {
  const token = tokenFor('Actions.Results:run-1:job-1');
  const uploads = new Map<string, Upload>();
  const artifacts: Artifact[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void handle(request).then(([status, body]) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', origin);
    requests.push(`${request.method} ${url.pathname}`);
    const body = await buffer(request);
    if (url.pathname.startsWith('/blob/')) return put(request.method, url, body);
    if (request.headers.authorization !== `Bearer ${token}`) return refused(401, 'no such token');
    const asked: Record<string, unknown> = JSON.parse(body.toString());
    if (asked.workflow_run_backend_id !== 'run-1' || asked.workflow_job_run_backend_id !== 'job-1')
      return refused(403, 'the token is for another job');
    if (url.pathname === `${service}/CreateArtifact`) return create(String(asked.name));
    if (url.pathname === `${service}/FinalizeArtifact`) return finalize(asked);
    return refused(404, 'no such method');
  }

  function create(name: string): Answer {
    if (uploads.has(name) || options.taken?.includes(name))
      return refused(409, 'an artifact with this name already exists on the workflow run');
    uploads.set(name, { name, blocks: new Map(), blob: undefined });
    const signed = `${origin}/blob/${encodeURIComponent(name)}?sig=signed-for-a-test`;
    return [200, { ok: true, signed_upload_url: signed }];
  }

  /** Put Block and Put Block List of Azure's Blob Storage. */
  function put(method: string | undefined, url: URL, body: Buffer): Answer {
    const upload = uploads.get(decodeURIComponent(url.pathname.slice('/blob/'.length)));
    if (method !== 'PUT' || upload === undefined) return refused(404, 'no such blob');
    if (url.searchParams.get('sig') !== 'signed-for-a-test') return refused(403, 'not signed');
    if (url.searchParams.get('comp') === 'block') {
      upload.blocks.set(url.searchParams.get('blockid') ?? '', body);
      return [201, undefined];
    }
    const ids = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id]) => id);
    const blocks = ids.flatMap((id) => upload.blocks.get(id ?? '') ?? []);
    if (blocks.length !== ids.length) return refused(400, 'InvalidBlockList');
    upload.blob = Buffer.concat(blocks);
    return [201, undefined];
  }

  function finalize({ name, size, hash }: Record<string, unknown>): Answer {
    const upload = uploads.get(String(name));
    const zip = upload?.blob;
    if (zip === undefined) return refused(404, 'nothing was uploaded');
    const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
    if (size !== String(zip.length) || hash !== digest) return refused(400, 'other bytes arrived');
    artifacts.push({ name: String(name), zip });
    return [200, { ok: true, artifact_id: String(artifacts.length) }];
  }

  return {
    variables: { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: `${origin}/` },
    artifacts,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refused(status: number, msg: string): Answer {
  return [status, { code: 'refused', msg }];
}

/** A JWT, of which clients read the claims and check nothing. */
function tokenFor(scope: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part({ scp: scope }), 'signature'].join('.');
}
