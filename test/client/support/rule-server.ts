import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootView } from '../../../src/core/consumers/listing.ts';
import { makeAuthority } from './authority.ts';
import { serve } from './https-server.ts';
import { type Client, makeReader, type Reader } from './reader.ts';
import { type RealRoot, realRoot, smallSquashfs, writeRoot } from './real-root.ts';
import { lookFor, type Sight } from './sight.ts';
import type { Tool } from './tools.ts';

/** What it starts, beside the client. */
export const serverTools: readonly Tool[] = ['mksquashfs', 'openssl'];

/** Fixtures of rules as real roots, each under a prefix of one server. */
export interface RuleServer {
  real(view: RootView): RealRoot;
  /** A client whose remote `check` is the root, which has a configuration and a home of its own. */
  reader(client: Client, root: RealRoot): Promise<Reader>;
  /** What a client makes of the image of `fingerprint`; asked once of roots that are the same. */
  sight(client: Client, root: RealRoot, fingerprint: string): Promise<Sight>;
  close(): Promise<void>;
}

export async function startRuleServer(): Promise<RuleServer> {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-rules-'));
  const made = await makeAuthority(folder);
  const squashfs = await readFile(await smallSquashfs(folder));
  const roots = join(folder, 'roots');
  await mkdir(roots);
  const { url, close } = await serve(roots, made);
  const sights = new Map<string, Promise<Sight>>();

  const own = (name: string) => mkdtemp(join(folder, `${name}-`));
  const reader = async (client: Client, root: RealRoot) => {
    const place = await mkdtemp(join(roots, 'root-'));
    await writeRoot(place, root);
    const options = { client, authority: made.authority, folder: await own(client) };
    return makeReader({ ...options, url: `${url}${place.slice(roots.length)}` });
  };
  const look = async (client: Client, root: RealRoot, fingerprint: string) =>
    lookFor(await reader(client, root), fingerprint, 'alpine/3.22', await own('download'));

  return {
    real: (view) => realRoot(view, squashfs),
    reader,
    sight: (client, root, fingerprint) => {
      const question = [client, fingerprint, ...[...root.files].flat().map(String)].join('\n');
      const sight = sights.get(question) ?? look(client, root, fingerprint);
      sights.set(question, sight);
      return sight;
    },
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
