import { serialOf } from '../core/serial.ts';
import type { Ports, Scratch } from '../ports.ts';
import { type CarryOutcome, fileToStage } from './carry.ts';
import { carryReport, reportCarried } from './carry-report.ts';
import { commit } from './commit.ts';
import type { CarryReport } from './promotion.ts';
import { rememberedEdit } from './remembered-edit.ts';
import { type RollForwardRequest, rollInto } from './roll-forward-edit.ts';

/**
 * Lists the files of an older version as a new one, for clients that only move forward: they are copied to a new path,
 * in the store where it can. What the newest version of a product holds already is not listed again.
 * @throws FindingError where a client takes the same files only once: LXD and Incus
 * @throws SimplestreamsError; unless it says otherwise, readers see what they saw before
 */
export async function rollForward(
  request: RollForwardRequest,
  ports: Ports,
  scratch: Scratch,
): Promise<CarryReport> {
  const { reporter, store, clock } = ports;
  try {
    reporter.group('Root');
    reporter.info(store.url);
    const derived = serialOf(clock.now());
    const carrier = { store, scratch, reporter };
    const edit = rememberedEdit<CarryOutcome>((documents, stage) => {
      const { outcome, changed } = rollInto(documents, request, derived, store.url, stage);
      const carried = outcome.versions.filter(({ isNew }) => isNew).flatMap(({ items }) => items);
      return { outcome, changed, files: carried.map((item) => fileToStage(carrier, item)) };
    });
    const committed = await commit(
      ports,
      {
        ...request,
        adopt: false,
        onPlan: ({ outcome, changed }) =>
          reportCarried(ports, outcome, { ...request, changed: changed.size > 0 }),
      },
      edit,
    );
    reporter.group('Result');
    return carryReport({ from: store.url, dryRun: request.dryRun }, ports, committed);
  } finally {
    await scratch.clear();
  }
}
