import { admitPlanned, planPromotion } from '../app/plan-promotion.ts';
import { promote } from '../app/promote.ts';
import type { CarryReport } from '../app/promotion.ts';
import { type PromotionPlan, writePlan } from '../core/promotion-plan.ts';
import type { CommandRun } from './command-run.ts';
import { writeTextFile } from './json-file.ts';
import { planTable } from './plan-table.ts';
import { type PromotionSettings, readPromotion } from './promotion-request.ts';
import { wire } from './wire.ts';
import { wireOrigin, wirePlanning } from './wire-promotion.ts';

/** What a run of `promote` did, or would do. */
export type Promoted =
  | { readonly kind: 'promoted'; readonly report: CarryReport }
  | { readonly kind: 'planned'; readonly report: PlanReport };

/** What was planned: the JSON of `--json` and of the input `report`. */
export interface PlanReport {
  readonly changed: boolean;
  readonly plan: PromotionPlan;
  readonly warnings: readonly string[];
}

/** Everything of `promote` but how it is told. */
export async function runPromoting(promoting: CommandRun): Promise<Promoted> {
  const { reading, cwd } = promoting;
  const settings = readPromotion(reading, cwd);
  const { planAt, apply, request } = settings;
  // To look whether a plan still holds needs no more than to make one.
  return planAt !== undefined || (apply !== undefined && request.dryRun)
    ? { kind: 'planned', report: await runPlanning(settings, promoting) }
    : { kind: 'promoted', report: await runPromotion(settings, promoting) };
}

async function runPromotion(
  settings: PromotionSettings,
  promoting: CommandRun,
): Promise<CarryReport> {
  const { environment, known, cwd } = promoting;
  const { request, apply, summaryAt } = settings;
  const ports = await wire(settings, promoting);
  const origin = await wireOrigin(settings, ports, promoting, environment);
  known.set('from', origin.store.url).set('root', ports.store.url).set('dryRun', request.dryRun);
  if (apply !== undefined && summaryAt !== undefined) {
    writeTextFile(summaryAt, cwd, planTable(apply));
  }
  return promote(request, origin, ports, apply && admitPlanned(apply, request.choice, ports));
}

async function runPlanning(
  settings: PromotionSettings,
  promoting: CommandRun,
): Promise<PlanReport> {
  const { cwd, known, reporter } = promoting;
  const { request, apply, planAt, summaryAt } = settings;
  const { from, into } = await wirePlanning(settings, promoting);
  known.set('from', from.store.url).set('root', into.store.url);
  reporter.group('Plan');
  const admit = apply && admitPlanned(apply, request.choice, into);
  const { plan, remarks } = await planPromotion(request.choice, request, from, into, admit);
  for (const remark of remarks) reporter.warning(remark);
  if (summaryAt !== undefined) writeTextFile(summaryAt, cwd, planTable(plan));
  if (planAt === undefined) {
    reporter.info('the plan can be applied as it is; nothing was written');
  } else {
    writeTextFile(planAt, cwd, writePlan(plan));
    reporter.info(`the plan is in ${planAt}; nothing else was written`);
  }
  const changed = plan.versions.some((version) => version.changed);
  return { changed, plan, warnings: remarks };
}
