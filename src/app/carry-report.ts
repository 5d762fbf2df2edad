import type { Ports } from '../ports.ts';
import type { CarriedOutcome, CarryOutcome } from './carry.ts';
import type { Committed } from './commit.ts';
import type { CarriedReport, CarryReport } from './promotion.ts';
import type { PublishedItem } from './publication.ts';
import type { Stage } from './stage.ts';

/** What a run did that lists versions once more, from what it knows at its end. */
export function carryReport(
  { from, dryRun }: { readonly from: string; readonly dryRun: boolean },
  { store }: Pick<Ports, 'store'>,
  { outcome, changed, generation, signed, stage, behind, guarantee }: Committed<CarryOutcome>,
): CarryReport {
  return {
    changed,
    dryRun,
    from,
    root: store.url,
    generation,
    signed,
    versions: outcome.versions.map((version) => carriedReport(version, dryRun, stage)),
    followers: behind === undefined ? 'current' : 'behind',
    store: guarantee,
    warnings: [...(behind === undefined ? [] : [behind.message]), ...outcome.remarks],
  };
}

function carriedReport(version: CarriedOutcome, dryRun: boolean, stage: Stage): CarriedReport {
  const items = version.items.map(({ name, ftype, placed, content }): PublishedItem => {
    const isMissing = dryRun && version.isNew && !stage.isThere(content.sha256);
    const stored = isMissing ? 'planned' : (stage.stored(content.sha256) ?? 'present');
    return { name, ftype, path: placed, ...content, stored };
  });
  return { ...version, items };
}

/** The plan, as the log tells it. */
export function reportCarried(
  { reporter }: Pick<Ports, 'reporter'>,
  { versions, remarks }: CarryOutcome,
  { dryRun, changed }: { readonly dryRun: boolean; readonly changed: boolean },
): void {
  reporter.group('Plan');
  for (const version of versions) {
    const { product, serial, from, isNew, items } = version;
    if (!isNew) {
      reporter.info(`${product} lists these files already, as version ${serial}`);
      if (version.changed) reporter.info(`tags of ${product} change`);
      continue;
    }
    reporter.info(`${product} gets version ${serial}, of ${from.product} ${from.serial}`);
    for (const { name, placed, content } of items) {
      reporter.info(`${name}: ${placed}, ${content.size} bytes`);
    }
  }
  for (const remark of remarks) reporter.warning(remark);
  if (dryRun) reporter.info('dry run: nothing is written');
  else if (changed) reporter.group('Publish');
}
