import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sha256Once } from '../adapters/sha256.ts';
import { plannedChoice } from '../app/planned-choice.ts';
import type { PromoteRequest } from '../app/promotion.ts';
import { InputError } from '../core/error.ts';
import { type PromotionPlan, parsePlan } from '../core/promotion-plan.ts';
import { fileAt } from './file-at.ts';
import { unfitTarget } from './json-file.ts';
import { compareWithPlan, readPromotionChoice } from './promotion-choice.ts';
import type { Reading } from './reading.ts';
import { type RootSettings, readKeysAndReport } from './request.ts';
import { isSamePlace, type RootPlace, readFrom, readRoot } from './root.ts';

/** Everything that a run of `promote` needs to know. */
export interface PromotionSettings extends RootSettings {
  readonly from: RootPlace;
  readonly request: PromoteRequest;
  /** Where a plan is written to, and nothing else done. */
  readonly planAt: string | undefined;
  /** What is carried out. */
  readonly apply: PromotionPlan | undefined;
  /** Where the table is written to. */
  readonly summaryAt: string | undefined;
}

const largestPlan = 64 * 1024 * 1024;

/**
 * The inputs of `promote`, each valid by itself and with the others.
 * @throws InputError INPUT_INVALID naming everything that is wrong; PLAN_INVALID
 */
export function readPromotion(reading: Reading, cwd: string): PromotionSettings {
  const root = readRoot(reading, cwd);
  const from = readFrom(reading, cwd);
  const given = readPromotionChoice(reading);
  const apply = readPlan(reading, cwd);
  const planned = apply && plannedChoice(apply);
  if (planned !== undefined) compareWithPlan(reading, given, planned);
  const settings = {
    planAt: readTarget(reading, 'plan', cwd),
    summaryAt: readTarget(reading, 'plan-summary', cwd),
    singleWriter: reading.boolean('single-writer'),
    ...readKeysAndReport(reading, cwd),
  };
  const dryRun = reading.boolean('dry-run');
  checkTogether(reading, dryRun);
  if (reading.problems.length > 0 || root === undefined || from === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  const request: PromoteRequest = {
    choice: planned ?? given,
    sameRoot: isSamePlace(from, root),
    fromUnsigned: reading.boolean('from-unsigned'),
    adopt: reading.boolean('adopt'),
    acceptRollback: reading.boolean('accept-rollback'),
    dryRun,
  };
  return { ...settings, root, from, request, apply };
}

function checkTogether(reading: Reading, dryRun: boolean): void {
  const [plans, applies] = [reading.given.has('plan'), reading.given.has('apply')];
  if (plans && applies) {
    reading.wrong('apply', undefined, 'it carries out what plan wrote before: give one of them');
  }
  if (plans && dryRun) {
    reading.wrong('dry-run', undefined, 'a plan writes nothing into a root anyway: leave it out');
  }
  if (reading.given.has('plan-summary') && !plans && !applies) {
    reading.wrong('plan-summary', undefined, 'there is no plan to tell: give plan or apply too');
  }
}

function readTarget(
  reading: Reading,
  name: 'plan' | 'plan-summary',
  cwd: string,
): string | undefined {
  return reading.text(name, (path, wrong) => {
    const why = unfitTarget(path, cwd);
    return why === undefined ? path : wrong(why);
  });
}

function readPlan(reading: Reading, cwd: string): PromotionPlan | undefined {
  return reading.text('apply', (path, wrong) => {
    const file = resolve(cwd, path);
    try {
      const found = fileAt(file);
      if (found === undefined) return wrong('there is no such file');
      if (!found.isFile()) return wrong('it is not a regular file');
      if (found.size > largestPlan) return wrong('it is larger than 64 MiB');
      return parsePlan(readFileSync(file), path, sha256Once);
    } catch (error) {
      if (error instanceof InputError) throw error;
      return wrong(error instanceof Error ? error.message : String(error));
    }
  });
}
