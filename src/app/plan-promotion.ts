import { formatConsumer } from '../core/consumers/consumer.ts';
import { ConflictError, InputError } from '../core/error.ts';
import { formatFilter } from '../core/filter.ts';
import {
  type PlannedRoot,
  type PromotionPlan,
  sealPlan,
  writePlan,
} from '../core/promotion-plan.ts';
import { formatRename } from '../core/rename.ts';
import type { Ports } from '../ports.ts';
import type { CarryOutcome } from './carry.ts';
import type { Head, ReadingPorts } from './head.ts';
import { type WarningPorts, warnOfExpiry } from './key-expiry.ts';
import type { Gatekeeper } from './promote.ts';
import { promoteInto, selectPromoted } from './promote-edit.ts';
import type { PromotionChoice, PromotionPermissions } from './promotion.ts';
import { ringKeys } from './ring.ts';
import { checkOrigin, readSource, readVerified, type SourceRoot } from './verified-root.ts';

/** A plan, and what consumers do with its result that the user should know, one line each. */
export interface PlannedPromotion {
  readonly plan: PromotionPlan;
  readonly remarks: readonly string[];
}

/**
 * Works out what a promotion would do, and writes nothing. Warns of a key that is about to expire.
 * @param into with a key to sign with, the target will be signed, though it may not be yet
 * @param admit asked whether this is what a plan says that is there already
 * @throws SimplestreamsError as promoting would, as far as two roots that are only read can show it
 */
export async function planPromotion(
  choice: PromotionChoice,
  permissions: PromotionPermissions,
  from: ReadingPorts,
  into: ReadingPorts & WarningPorts,
  admit?: Gatekeeper,
): Promise<PlannedPromotion> {
  const source = await readSource(from);
  const target = await readVerified(into);
  const signed = target.signed || into.signing !== undefined;
  checkOrigin(source, { url: target.url, signed }, permissions.fromUnsigned);
  admit?.roots(source, target.head);
  const promoted = selectPromoted(source, choice, permissions);
  const place = { place: ({ path }: { readonly path: Path }) => path };
  const { outcome } = promoteInto(target.documents, promoted, source, choice, place);
  admit?.outcome(source, outcome);
  warnOfExpiry(into, await ringKeys(into, target.head));
  const plan = planOf(choice, source, plannedRoot(target.url, target.head), outcome, from.sha256);
  return { plan, remarks: outcome.remarks };
}

type Path = ReturnType<Parameters<typeof promoteInto>[4]['place']>;

/**
 * Admits what the plan says, and nothing else: from the roots as they were planned with.
 * @param ports of the target
 * @throws ConflictError PLAN_OUTDATED; InputError PLAN_INVALID
 */
export function admitPlanned(
  plan: PromotionPlan,
  choice: PromotionChoice,
  { store, sha256 }: Pick<ReadingPorts, 'store' | 'sha256'>,
): Gatekeeper {
  return {
    roots(source, targetHead) {
      checkRoot('source', plan.source, source.url, source.head);
      checkRoot('target', plan.target, store.url, targetHead);
    },
    outcome(source, outcome) {
      const now = planOf(choice, source, plan.target, outcome, sha256);
      if (writePlan(now) === writePlan(plan)) return;
      throw new InputError(
        'PLAN_INVALID',
        'the plan is not what promoting would do, though neither root has changed since: another version of this program wrote it, or it was altered; plan again',
      );
    },
  };
}

function checkRoot(
  which: 'source' | 'target',
  planned: PlannedRoot,
  url: string,
  head: Head | undefined,
): void {
  if (planned.url !== url) {
    throw new InputError(
      'PLAN_INVALID',
      `the plan has the ${which} ${planned.url}, and ${url} is given; plan again, or give the root that was planned with`,
    );
  }
  if (isPlannedHead(planned, head)) return;
  const { generation = 0 } = head?.index ?? {};
  const applied =
    which === 'target' && generation === planned.generation + 1
      ? ', perhaps by this very plan'
      : '';
  throw new ConflictError(
    'PLAN_OUTDATED',
    `the ${which} ${url} is not any more what it was when the promotion was planned: generation ${planned.generation} became ${generation}${applied}; nothing is promoted. Plan again`,
  );
}

/** A root that only got the mark of one that becomes signed lists what it listed before. */
function isPlannedHead({ head: planned }: PlannedRoot, head: Head | undefined): boolean {
  if (head?.sha256 === planned) return true;
  return head?.form === 'json' && head.index.head !== undefined && head.index.previous === planned;
}

function planOf(
  { selection, rename, label, allow }: PromotionChoice,
  source: SourceRoot,
  target: PlannedRoot,
  { versions, consumers }: CarryOutcome,
  sha256: Ports['sha256'],
): PromotionPlan {
  const { filters, product, serial } = selection;
  return sealPlan(
    {
      format: 'promotion:1.0',
      source: plannedRoot(source.url, source.head),
      target,
      filters: filters.map(formatFilter),
      ...(product === undefined ? {} : { product }),
      ...(serial === undefined ? {} : { serial }),
      rename: rename.map(formatRename),
      ...(label === undefined ? {} : { label }),
      consumers: consumers.map(formatConsumer),
      allow,
      versions: versions.map(({ contentId, product, serial, from, isNew, changed, items }) => ({
        from,
        to: { contentId, product, serial },
        isNew,
        changed,
        items: items.map(({ name, content }) => ({ name, ...content })),
      })),
    },
    sha256,
  );
}

function plannedRoot(url: string, head: Head | undefined): PlannedRoot {
  return {
    url,
    generation: head?.index.generation ?? 0,
    ...(head === undefined ? {} : { head: head.sha256 }),
    ...(head?.signedBy === undefined ? {} : { signedBy: head.signedBy }),
  };
}
