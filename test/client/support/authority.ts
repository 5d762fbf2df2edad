import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from '../../process/support/command.ts';

/** Paths of PEM files: a certificate authority for one test, and a server on 127.0.0.1 that it vouches for. */
export interface Authority {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes a throwaway authority and server certificate in `folder`, good for a day. */
export async function makeAuthority(folder: string): Promise<Authority> {
  const path = (name: string) => join(folder, name);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = path('authority.pem');
  const authorityKey = path('authority.key');
  await output('openssl', [
    ...['req', '-x509', '-days', '1', '-subj', '/CN=Test authority', ...newKey],
    ...['-keyout', authorityKey, '-out', authority],
  ]);
  await output('openssl', [
    ...['req', '-subj', '/CN=127.0.0.1', ...newKey],
    ...['-keyout', path('server.key'), '-out', path('server.csr')],
  ]);
  await writeFile(path('server.ext'), 'subjectAltName=IP:127.0.0.1\n');
  await output('openssl', [
    ...['x509', '-req', '-days', '1', '-in', path('server.csr'), '-extfile', path('server.ext')],
    ...['-CA', authority, '-CAkey', authorityKey, '-CAcreateserial', '-out', path('server.pem')],
  ]);
  return { authority, certificate: path('server.pem'), key: path('server.key') };
}
