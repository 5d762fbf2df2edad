import { StoreError } from '../core/error.ts';
import type { Ports } from '../ports.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { visit } from './visit.ts';
import { describeVisit, type VisitReport, visitReport } from './visit-report.ts';

export interface CareOptions {
  /** Milliseconds, see {@link visit}. */
  readonly grace: number;
  readonly dryRun: boolean;
}

/** A visit with all that belongs to it, told as it goes. @throws TrustError · StoreError */
export async function care(ports: Ports, options: CareOptions): Promise<VisitReport> {
  const { grace, dryRun } = options;
  const { reporter } = ports;
  const visited = await visit(ports, {
    ...options,
    onPlan: (plan) => {
      for (const line of describeVisit(plan)) reporter.info(line);
    },
  });
  const { plan, now, held } = visited;
  if (held !== undefined) reporter.warning(`not everything is reaped: ${held}`);
  const uploads =
    now === undefined ? [] : await sweepUploads(ports, { now, nested: plan.nested, dryRun });
  if (visited.reaped.length > 0 && (await ports.store.keepsVersions())) {
    reporter.warning(
      `${ports.store.url} keeps older versions, so the bytes of what was reaped stay, and are paid for, until a lifecycle rule for noncurrent versions removes them`,
    );
  }
  return visitReport({ ...visited, dryRun }, grace, uploads);
}

/** As {@link care}, after a publish: what it did stands, whether or not the root can be cared for too. */
export async function careAfter(
  ports: Ports,
  options: CareOptions,
): Promise<VisitReport | undefined> {
  try {
    return await care(ports, options);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    ports.reporter.warning(`published, and nothing is reaped: ${error.message}`);
    return undefined;
  }
}
