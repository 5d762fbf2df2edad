import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, ended, output } from '../../process/support/command.ts';
import { pathOf } from './tools.ts';

/** One image, as `image list --format json` tells it. */
export interface ListedImage {
  readonly fingerprint: string;
  readonly type: 'container' | 'virtual-machine';
  readonly architecture: string;
  readonly size: number;
  /** `null` when it has none. */
  readonly aliases: readonly { readonly name: string }[] | null;
  readonly expires_at: string;
  readonly properties: Readonly<Record<string, string>>;
}

export type Client = 'lxc' | 'incus';

/** The client of LXD or of Incus, with the root under test as its remote `check`. */
export interface Reader {
  readonly client: Client;
  images(): Promise<readonly ListedImage[]>;
  aliases(): Promise<readonly { readonly name: string; readonly target: string }[]>;
  /** Fingerprint of what an alias, or the beginning of a fingerprint, means. */
  fingerprintOf(name: string, ...flags: readonly string[]): Promise<string>;
  /** Downloads an image to `target`, whose name the client extends; it compares the fingerprint itself. */
  export(name: string, target: string, ...flags: readonly string[]): Promise<void>;
  run(...args: readonly string[]): Promise<Ended>;
}

export interface ReaderOptions {
  readonly client: Client;
  /** An empty folder for its configuration and its home. */
  readonly folder: string;
  readonly url: string;
  /** PEM file of the authority to trust. */
  readonly authority: string;
}

/** Sets a client up in a folder of its own. */
export async function makeReader({ client, folder, url, authority }: ReaderOptions) {
  const program = pathOf(client);
  const configuration = join(folder, 'configuration');
  await mkdir(configuration, { recursive: true });
  const env = {
    [client === 'lxc' ? 'LXD_CONF' : 'INCUS_CONF']: configuration,
    HOME: folder,
    SSL_CERT_FILE: authority,
    SSL_CERT_DIR: folder,
  };
  const call = (...args: readonly string[]) => output(program, args, { env });
  await call('remote', 'add', 'check', url, '--protocol', 'simplestreams', '--public');
  const reader: Reader = {
    client,
    images: async () => JSON.parse(await call('image', 'list', 'check:', '--format', 'json')),
    aliases: async () =>
      JSON.parse(await call('image', 'alias', 'list', 'check:', '--format', 'json')),
    fingerprintOf: async (name, ...flags) => {
      const info = await call('image', 'info', `check:${name}`, ...flags);
      const fingerprint = /^Fingerprint: ([0-9a-f]{64})$/m.exec(info)?.[1];
      if (fingerprint === undefined) throw new Error(`no fingerprint in:\n${info}`);
      return fingerprint;
    },
    export: async (name, target, ...flags) => {
      await call('image', 'export', `check:${name}`, target, ...flags);
    },
    run: (...args) => ended(program, args, { env }),
  };
  return reader;
}
