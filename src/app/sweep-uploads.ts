import { StoreError } from '../core/error.ts';
import { storedPath } from '../core/stored-path.ts';
import type { UnfinishedUpload } from '../ports/store.ts';
import type { Ports } from '../ports.ts';

/** No upload of a build takes as long. */
const uploadLimit = 7 * 24 * 60 * 60 * 1000;

export interface SweepOptions {
  /** By the store's clock. */
  readonly now: Date;
  /** Prefixes of other roots. */
  readonly nested: readonly string[];
  readonly dryRun: boolean;
}

/** Ends uploads to paths of ours that were begun more than seven days ago: whoever began them is gone. */
export async function sweepUploads(
  { store, reporter }: Pick<Ports, 'store' | 'reporter'>,
  { now, nested, dryRun }: SweepOptions,
): Promise<readonly UnfinishedUpload[]> {
  const ended: UnfinishedUpload[] = [];
  try {
    const old = (await store.unfinished()).filter(
      ({ path, since }) =>
        now.getTime() - since.getTime() > uploadLimit &&
        storedPath(path) !== undefined &&
        !nested.some((prefix) => path.startsWith(prefix)),
    );
    for (const upload of old) {
      if (!dryRun) await store.abort(upload);
      ended.push(upload);
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    reporter.warning(
      `unfinished uploads, or some of them, were left as they are: ${error.message}`,
    );
  }
  return ended;
}
