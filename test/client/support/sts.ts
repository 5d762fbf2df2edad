import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Sts {
  readonly endpoint: string;
  /** The parameters of every request. */
  readonly requests: readonly Readonly<Record<string, string>>[];
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The Security Token Service of AWS on the loopback: it gives `credentials` for whatever token. Ends with the test. */
export async function startSts(credentials: Credentials): Promise<Sts> {
  const requests: Readonly<Record<string, string>>[] = [];
  const server = createServer(async (request, response) => {
    requests.push(Object.fromEntries(new URLSearchParams(await text(request))));
    response.setHeader('content-type', 'text/xml').end(answer(credentials));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => void server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, requests };
}

function answer({ accessKeyId, secretAccessKey }: Credentials): string {
  return `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithWebIdentityResult><Credentials>
    <AccessKeyId>${accessKeyId}</AccessKeyId>
    <SecretAccessKey>${secretAccessKey}</SecretAccessKey>
    <SessionToken>session</SessionToken>
    <Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>
  </Credentials></AssumeRoleWithWebIdentityResult>
</AssumeRoleWithWebIdentityResponse>`;
}
