import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import { selfSigned } from './self-signed.ts';

/** A server that is not S3, until the test ends; returns its port. */
export function webServer(listener: RequestListener): Promise<number> {
  return listening(createServer(listener));
}

/** Speaks TLS, with a certificate that nobody trusts. */
export function tlsServer(): Promise<number> {
  return listening(createTlsServer(selfSigned()));
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(server: Server): Promise<number> {
  onTestFinished(() => void server.close());
  return listen(server);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
