import { httpSource } from '../adapters/http-source.ts';
import { sha256 } from '../adapters/sha256.ts';
import { type ListReader, list } from '../app/list.ts';
import type { ListReport } from '../app/list-report.ts';
import type { CommandRun } from './command-run.ts';
import { type ListSettings, readList } from './list-request.ts';
import type { ReadablePlace } from './root.ts';
import { openStore, type Run } from './wire.ts';
import { openVerifier } from './wire-check.ts';

/** Everything of `list` but how it is told. */
export async function runListing(listing: CommandRun): Promise<ListReport> {
  const settings = readList(listing.reading, listing.cwd);
  const reader = await wireLister(settings, listing);
  listing.known.set('root', reader.root.url);
  return list(settings.request, reader);
}

/** OpenPGP is loaded only for a signed root. */
async function wireLister(settings: ListSettings, run: Run): Promise<ListReader> {
  const now = new Date();
  return {
    ...(await openPlace(settings.root, run)),
    verifier: await openVerifier(settings, now),
    openRing: async () => (await import('../adapters/openpgp/ring.ts')).openpgpRing(now),
    claimedKey: async (signed) =>
      (await import('../adapters/openpgp/claimed-key.ts')).claimedKey(signed),
    now,
    sha256,
    reporter: run.reporter,
  };
}

async function openPlace(
  root: ReadablePlace,
  run: Run,
): Promise<Pick<ListReader, 'root' | 'store'>> {
  if (root.kind === 'web') {
    return { root: httpSource({ url: root.url, signal: run.signal }), store: undefined };
  }
  const store = await openStore({ root, singleWriter: false }, run);
  return { root: store, store };
}
