import type { Store } from '../ports/store.ts';
import type { Ports, Scratch } from '../ports.ts';
import { type CarryOutcome, fileToStage } from './carry.ts';
import { carryReport, reportCarried } from './carry-report.ts';
import { commit } from './commit.ts';
import type { Edit } from './edit.ts';
import type { Head, ReadingPorts } from './head.ts';
import { promoteInto, selectPromoted } from './promote-edit.ts';
import type { CarryReport, PromoteRequest } from './promotion.ts';
import { rememberedEdit } from './remembered-edit.ts';
import { checkOrigin, readSource, type SourceRoot } from './verified-root.ts';

/** Where versions are taken from. */
export interface Origin extends ReadingPorts {
  readonly store: Store;
  readonly scratch: Scratch;
}

/** Sees each promotion before it becomes an edit: what it throws is thrown, and nothing is written. */
export interface Gatekeeper {
  /** The two roots, as they were read. */
  roots(source: SourceRoot, targetHead: Head | undefined): void;
  outcome(source: SourceRoot, outcome: CarryOutcome): void;
}

const anything: Gatekeeper = { roots: () => undefined, outcome: () => undefined };

/**
 * Lists versions of one root in another: their files are copied inside the store where it can, or streamed through here
 * and checked; one commit, all of them or none.
 *
 * What the target lists already changes nothing and writes nothing.
 * @param ports of the target
 * @param admit asked at every attempt, with the target as it is then
 * @throws SimplestreamsError; unless it says otherwise, readers of the target see what they saw before
 */
export async function promote(
  request: PromoteRequest,
  origin: Origin,
  ports: Ports,
  admit: Gatekeeper = anything,
): Promise<CarryReport> {
  const { reporter, store, signing } = ports;
  try {
    reporter.group('Root');
    const source = await readSource(origin);
    const signer =
      signing === undefined ? 'unsigned' : `signing with ${signing.signer.fingerprint}`;
    reporter.info(`from ${describeSource(source)}`);
    reporter.info(`into ${store.url}, ${signer}`);
    const target = { url: store.url, signed: signing !== undefined };
    checkOrigin(source, target, request.fromUnsigned);
    const edit = rememberedEdit(promotionEdit(request, source, { ...origin, reporter }, admit));
    const committed = await commit(
      ports,
      {
        ...request,
        onPlan: ({ outcome, changed }) =>
          reportCarried(ports, outcome, { ...request, changed: changed.size > 0 }),
      },
      edit,
    );
    reporter.group('Result');
    return carryReport({ from: source.url, dryRun: request.dryRun }, ports, committed);
  } finally {
    await origin.scratch.clear();
  }
}

function promotionEdit(
  request: PromoteRequest,
  source: SourceRoot,
  carrier: Parameters<typeof fileToStage>[0],
  admit: Gatekeeper,
): Edit<CarryOutcome> {
  const { choice } = request;
  const promoted = selectPromoted(source, choice, request);
  return (documents, stage, head) => {
    admit.roots(source, head);
    const { outcome, changed } = promoteInto(documents, promoted, source, choice, stage);
    admit.outcome(source, outcome);
    const carried = outcome.versions.filter(({ isNew }) => isNew).flatMap(({ items }) => items);
    return { outcome, changed, files: carried.map((item) => fileToStage(carrier, item)) };
  };
}

function describeSource({ url, head, signed }: SourceRoot): string {
  const { generation = 0 } = head.index;
  const signature = signed ? `signed by ${head.signedBy}` : 'unsigned';
  return `${url}, generation ${generation}, ${signature}`;
}
