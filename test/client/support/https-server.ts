import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Authority } from './authority.ts';

export interface FileServer {
  /** `https://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the files below `folder` over TLS 1.3 on 127.0.0.1, as a plain web server would. LXD and Incus try plain http
 * on the same port first; that connection is closed at once, and https follows.
 */
export async function serve(folder: string, { certificate, key }: Authority): Promise<FileServer> {
  const server = createServer(
    { cert: await readFile(certificate), key: await readFile(key), minVersion: 'TLSv1.3' },
    (request, response) => {
      answer(folder, request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `https://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', 'https://127.0.0.1');
  const path = join(folder, decodeURIComponent(pathname));
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-length': found.size });
  await pipeline(createReadStream(path), response);
}
