import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpSource } from '../../../src/adapters/http-source.ts';
import { StoreError, TrustError } from '../../../src/core/error.ts';
import { joinPath } from '../../../src/core/path.ts';

const path = joinPath('streams/v1/index.json');

async function serve(listener: RequestListener): Promise<string> {
  const { url, close } = await start(listener);
  onTestFinished(close);
  return url;
}

async function start(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, close };
}

interface Reading {
  readonly limit?: number;
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

async function readFrom(url: string, { limit = 1000, ...options }: Reading = {}) {
  const source = httpSource({ url, signal: new AbortController().signal, ...options });
  const read = await source.read(path, limit);
  return read === undefined ? undefined : new TextDecoder().decode(read.bytes);
}

function failureOf(read: Promise<unknown>): Promise<unknown> {
  return read.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a document behind a web server', () => {
  test('is read below the URL of the root, with or without a slash at its end', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url);
      response.end('{}');
    });
    expect(await readFrom(`${url}/lxd`)).toBe('{}');
    expect(await readFrom(`${url}/lxd//`)).toBe('{}');
    expect(asked).toEqual(['/lxd/streams/v1/index.json', '/lxd/streams/v1/index.json']);
  });

  test('is found behind a redirect', async () => {
    const url = await serve((request, response) => {
      if (request.url?.startsWith('/old/')) {
        response.writeHead(301, { location: request.url.replace('/old/', '/new/') }).end();
      } else response.end(`at ${request.url}`);
    });
    expect(await readFrom(`${url}/old`)).toBe('at /new/streams/v1/index.json');
  });

  test('is unpacked when it comes compressed', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'));
    });
    expect(await readFrom(url)).toBe('{"a":1}');
  });

  test.each([404, 410])('is absent where the answer is %i', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end('no'));
    expect(await readFrom(url)).toBeUndefined();
  });

  test.each([401, 403])('is denied, not absent, where the answer is %i', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end('<Error/>'));
    const error = await failureOf(readFrom(url));
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({
      code: 'STORE_DENIED',
      message: expect.stringContaining(`${url}/${path} answers ${status}`),
    });
  });

  test('is asked for again when the server is busy', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end();
      else response.end('{}');
    });
    expect(await readFrom(url)).toBe('{}');
    expect(asked).toBe(2);
  });

  test('is given up when the answer breaks off every time', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"index"', () => response.destroy());
    });
    const error = await failureOf(readFrom(url));
    expect(error).toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringMatching(/cannot be read: the connection broke off .*UND_ERR_SOCKET/),
    });
    expect(asked).toBe(3);
  });

  test('is not read past the limit, with or without a length', async () => {
    const url = await serve((request, response) => {
      if (request.url?.startsWith('/told')) response.setHeader('content-length', 2000);
      response.write('x'.repeat(1000));
      setTimeout(() => response.end('x'.repeat(1000)), 20);
    });
    for (const root of [url, `${url}/told`]) {
      const error = await failureOf(readFrom(root, { limit: 1500 }));
      expect(error).toBeInstanceOf(TrustError);
      expect(error).toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
    }
    expect(await readFrom(url, { limit: 2000 })).toHaveLength(2000);
  });

  test('is given up when nothing comes', async () => {
    const url = await serve((_, response) => response.writeHead(200).write('{'));
    const error = await failureOf(readFrom(url, { patience: 100 }));
    expect(error).toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining('nothing came for 0.1 seconds'),
    });
  });

  test('is not waited for after a signal, whose reason is told', async () => {
    const url = await serve(() => undefined);
    const reason = new Error('ended');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    expect(await failureOf(readFrom(url, { signal: controller.signal }))).toBe(reason);
  });
});

test('a server that is not there is named, with the reason', async () => {
  const { url, close } = await start(() => undefined);
  await close();
  const error = await failureOf(readFrom(url));
  expect(error).toMatchObject({
    code: 'STORE_FAILED',
    message: `${url}/${path} cannot be read: nothing listens there (ECONNREFUSED)`,
  });
});

test('another answer is no document', async () => {
  const url = await serve((_, response) => response.writeHead(204).end());
  expect(await failureOf(readFrom(url))).toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringContaining('answers 204 No Content; a root is served as plain files'),
  });
});
