import { printable } from '../core/schema/problem.ts';
import type { Guarantee } from '../ports/store.ts';
import type { Ports, Reporter } from '../ports.ts';
import { type Committed, commit } from './commit.ts';
import type { Edited } from './edit.ts';
import { rememberedEdit } from './remembered-edit.ts';
import {
  type ResolvedProduct,
  type UnlistOutcome,
  type UnlistRequest,
  unlistEdit,
} from './unlist-edit.ts';
import { describeUnlisted, type UnlistedVersion } from './unlisted.ts';

/** What a run took back: the JSON of `--json` and of the input `report`. */
export interface UnlistReport {
  readonly changed: boolean;
  readonly dryRun: boolean;
  readonly root: string;
  /** Of the head after the run. */
  readonly generation: number;
  readonly signed: boolean;
  readonly reason: string | undefined;
  readonly unlisted: readonly UnlistedVersion[];
  /** What clients make of each product that lost a version. */
  readonly products: readonly ResolvedProduct[];
  readonly followers: 'current' | 'behind';
  /** What keeps publishers apart, as the store has shown; absent when nothing was written. */
  readonly store?: Guarantee | undefined;
  readonly warnings: readonly string[];
}

/**
 * Takes versions back by one commit: readers that come after it see the versions before. The files stay, for readers
 * that came earlier.
 * @throws SimplestreamsError; unless it says otherwise, readers see what they saw before
 */
export async function unlist(request: UnlistRequest, ports: Ports): Promise<UnlistReport> {
  const { reporter, store, signing } = ports;
  reporter.group('Root');
  const signer = signing === undefined ? 'unsigned' : `signing with ${signing.signer.fingerprint}`;
  reporter.info(`${store.url}, ${signer}`);
  const edit = rememberedEdit(unlistEdit(request, store.url));
  const onPlan = (edited: Edited<UnlistOutcome>) => reportPlan(request, reporter, edited);
  const committed = await commit(ports, { ...request, adopt: false, onPlan }, edit);
  reporter.group('Result');
  return unlistReport(request, store.url, committed);
}

function reportPlan(
  { dryRun, reason }: UnlistRequest,
  reporter: Reporter,
  { outcome }: Edited<UnlistOutcome>,
): void {
  reporter.group('Plan');
  if (reason !== undefined) reporter.info(`reason: ${reason}`);
  for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
  for (const product of outcome.products) reporter.info(describeResolved(product));
  for (const remark of outcome.remarks) reporter.warning(remark);
  if (dryRun) reporter.info('dry run: nothing is written');
  else reporter.group('Publish');
}

/** What clients make of a product from now on, in one line. */
export function describeResolved({ product, newest, changed }: ResolvedProduct): string {
  if (newest === undefined)
    return printable(`${product} is listed no more, and clients do not find it`);
  const name = printable(`${product} ${newest}`);
  return changed ? `clients get ${name}, the version before` : `clients get ${name}, as they did`;
}

function unlistReport(
  { dryRun, reason }: UnlistRequest,
  root: string,
  { outcome, changed, generation, signed, behind, guarantee }: Committed<UnlistOutcome>,
): UnlistReport {
  const { unlisted, products, remarks } = outcome;
  return {
    changed,
    dryRun,
    root,
    generation,
    signed,
    reason,
    unlisted,
    products,
    followers: behind === undefined ? 'current' : 'behind',
    store: guarantee,
    warnings: [...(behind === undefined ? [] : [behind.message]), ...remarks],
  };
}
