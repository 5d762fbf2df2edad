import type { Consumer } from '../core/consumers/consumer.ts';
import type { FollowersError } from '../core/error.ts';
import type { Filter } from '../core/filter.ts';
import type { RetentionPolicy } from '../core/retention.ts';
import type { Unnamed } from '../core/visit-plan.ts';
import type { Ports } from '../ports.ts';
import { care } from './care.ts';
import { type Committed, commit } from './commit.ts';
import type { Edited } from './edit.ts';
import { warnOfExpiry } from './key-expiry.ts';
import { rememberedEdit } from './remembered-edit.ts';
import { type RetentionOutcome, retentionEdit } from './retention-edit.ts';
import { describeUnlisted, type UnlistedVersion } from './unlisted.ts';
import { reapedFile, type VisitReport } from './visit-report.ts';

export interface PruneRequest {
  /** `undefined`: nothing is unlisted. */
  readonly retention: RetentionPolicy | undefined;
  /** Which versions may be unlisted. */
  readonly filters: readonly Filter[];
  /** `undefined`: those that read the root without an error. */
  readonly consumers: readonly Consumer[] | undefined;
  readonly allow: readonly string[];
  /** To take off more than half of the bytes that the root lists. */
  readonly yes: boolean;
  /** Milliseconds between the visit that notes a file and the one that removes it. */
  readonly grace: number;
  readonly dryRun: boolean;
}

/** What a run of `prune` did: the JSON of `--json` and of the input `report`. */
export interface PruneReport extends VisitReport {
  /** True when versions were unlisted. */
  readonly changed: boolean;
  readonly dryRun: boolean;
  readonly root: string;
  readonly unlisted: readonly UnlistedVersion[];
  readonly followers: 'current' | 'behind';
  readonly warnings: readonly string[];
}

/**
 * Unlists what retention says by one commit, and makes a visit: what nothing names any more is noted, and removed by
 * the first visit after the grace time.
 * @param onDone told what was done, as soon as it was: of a run that fails later, too
 * @throws SimplestreamsError; of a root that cannot be read and verified, or looks rolled back, nothing is removed
 */
export async function prune(
  request: PruneRequest,
  ports: Ports,
  onDone: (done: Partial<PruneReport>) => void = () => undefined,
): Promise<PruneReport> {
  const { reporter, store } = ports;
  reporter.group('Root');
  reporter.info(store.url);
  const committed = await unlistOld(request, ports);
  const { changed = false, outcome, behind } = committed ?? {};
  const unlisted = outcome?.unlisted ?? [];
  if (changed && !request.dryRun) onDone({ changed, unlisted });
  // What would be unlisted has begun the plan.
  if (!request.dryRun) reporter.group('Prune');
  else if (committed === undefined) reporter.group('Plan');
  if (request.dryRun) reporter.info('dry run: nothing is written');
  const onReaped = (reaped: readonly Unnamed[]) => onDone({ reaped: reaped.map(reapedFile) });
  const visited = await care(ports, { ...request, onReaped });
  reporter.group('Result');
  return {
    changed,
    dryRun: request.dryRun,
    root: store.url,
    unlisted,
    ...visited,
    followers: behind === undefined ? 'current' : 'behind',
    warnings: [...messagesOf(behind), ...(outcome?.remarks ?? [])],
  };
}

async function unlistOld(
  { retention, filters, ...request }: PruneRequest,
  ports: Ports,
): Promise<Committed<RetentionOutcome> | undefined> {
  if (retention === undefined) {
    warnOfExpiry(ports, []);
    return undefined;
  }
  const { reporter, clock } = ports;
  const onPlan = ({ outcome }: Edited<RetentionOutcome>) => {
    reporter.group('Plan');
    for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
    if (outcome.unlisted.length === 0) reporter.info('every version that is listed stays');
    for (const remark of outcome.remarks) reporter.warning(remark);
  };
  const edit = rememberedEdit(retentionEdit(retention, filters, { ...request, now: clock.now() }));
  const { dryRun } = request;
  return commit(ports, { adopt: false, acceptRollback: false, dryRun, onPlan }, edit);
}

function messagesOf(error: FollowersError | undefined): readonly string[] {
  return error === undefined ? [] : [error.message];
}
