import { isSimplestreamsError } from '../core/error.ts';
import { printable } from '../core/schema/problem.ts';
import type { Unnamed, VisitPlan } from '../core/visit-plan.ts';
import type { Ports } from '../ports.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { visit } from './visit.ts';
import { amountOf, describeVisit, inWords, type VisitReport, visitReport } from './visit-report.ts';

export interface CareOptions {
  /** Milliseconds, see {@link visit}. */
  readonly grace: number;
  readonly dryRun: boolean;
  /** Told what was removed, also when it fails after that. */
  readonly onReaped?: (reaped: readonly Unnamed[]) => void;
}

/** A visit with all that belongs to it, told as it goes. @throws InputError · TrustError · StoreError */
export async function care(ports: Ports, options: CareOptions): Promise<VisitReport> {
  const { grace, dryRun } = options;
  const { reporter } = ports;
  const visited = await visit(ports, {
    ...options,
    onPlan: (plan) => {
      for (const line of describeVisit(plan)) reporter.info(line);
    },
    onReaped: (reaped) => {
      reporter.info(`reaped ${inWords(amountOf(reaped))}`);
      options.onReaped?.(reaped);
    },
  });
  const { plan, now } = visited;
  const held = visited.held ?? whyShadowed(plan);
  if (held !== undefined) reporter.warning(`not everything is reaped: ${held}`);
  const uploads =
    now === undefined ? [] : await sweepUploads(ports, { now, nested: plan.nested, dryRun });
  if (visited.reaped.length > 0 && (await ports.store.keepsVersions())) {
    reporter.warning(
      `${ports.store.url} keeps older versions, so the bytes of what was reaped stay, and are paid for, until a lifecycle rule for noncurrent versions removes them`,
    );
  }
  return visitReport({ ...visited, held, dryRun }, grace, uploads);
}

/** Of what lies below a `streams/v1/` of its own nobody can tell whose it is. */
function whyShadowed({ shadowed }: VisitPlan): string | undefined {
  const [first] = shadowed;
  if (first === undefined) return undefined;
  const below = shadowed.map(({ prefix }) => prefix).join(', ');
  return printable(
    `${first.path} makes what lies below ${below} look like another root, though this one lists files there too, and nothing there is removed; move it away`,
  );
}

/** What is known of a visit that is no more than an extra. */
export interface CareTaken {
  /** `undefined`: it failed. */
  readonly report: VisitReport | undefined;
  /** What the user should know, one line each. */
  readonly warnings: readonly string[];
}

/** As {@link care}, after a publish: what it did stands, whatever keeps the root from being cared for too. */
export async function careAfter(ports: Ports, options: CareOptions): Promise<CareTaken> {
  try {
    return { report: await care(ports, options), warnings: [] };
  } catch (error) {
    if (!isSimplestreamsError(error)) throw error;
    const warning = `what nothing names any more could not be removed, or not all of it, and waits for the next visit: ${error.message}`;
    ports.reporter.warning(warning);
    return { report: undefined, warnings: [warning] };
  }
}
