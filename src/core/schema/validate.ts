import type { Index, Products } from '../document.ts';
import { FindingError, TrustError } from '../error.ts';
import type { PromotionPlan } from '../promotion-plan.ts';
import type { StagingRecord } from '../staging-record.ts';
import { type Check, isIndex, isProducts, isPromotion, isStaging } from './generated/validators.js';
import { parseJsonText } from './json-text.ts';
import { problemText } from './problem.ts';

const shownProblems = 10;
const itemLimit = 1_000_000;

/**
 * `text` as an index.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN, TrustError DOCUMENT_TOO_LARGE: as {@link parseJsonText} and {@link validateIndex}
 */
export function parseIndex(text: string, place: string): Index {
  return validateIndex(parseJsonText(text, place), place);
}

/**
 * `text` as a products document.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN, TrustError DOCUMENT_TOO_LARGE: as {@link parseJsonText} and
 *   {@link validateProducts}, or with more than a million items
 */
export function parseProducts(text: string, place: string): Products {
  const document = validateProducts(parseJsonText(text, place), place);
  const items = countItems(document);
  if (items <= itemLimit) return document;
  throw new TrustError(
    'DOCUMENT_TOO_LARGE',
    `${place} lists ${items} items, more than the ${itemLimit} that are taken for real; split it`,
  );
}

/**
 * `value` as an index, by `index.schema.json`.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateIndex(value: unknown, place: string): Index {
  return validate(value, isIndex, 'an index:1.0', place);
}

/**
 * `value` as a products document, by `products.schema.json`.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateProducts(value: unknown, place: string): Products {
  return validate(value, isProducts, 'a products:1.0', place);
}

/**
 * `value` as the record of a stage, by `staging.schema.json`.
 * @param place the record's path, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateStaging(value: unknown, place: string): StagingRecord {
  return validate(value, isStaging, 'a staging:1.0', place);
}

/**
 * `value` as the plan of a promotion, by `promotion.schema.json`.
 * @param place the plan's path, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validatePromotion(value: unknown, place: string): PromotionPlan {
  return validate(value, isPromotion, 'a promotion:1.0', place);
}

function countItems({ products }: Products): number {
  let count = 0;
  for (const { versions = {} } of Object.values(products)) {
    for (const { items = {} } of Object.values(versions)) count += Object.keys(items).length;
  }
  return count;
}

function validate<T>(value: unknown, check: Check<T>, kind: string, place: string): T {
  if (check(value)) return value;
  // `if` says only that a problem lies under its `else`, which is reported by itself.
  const problems = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const lines = problems
    .slice(0, shownProblems)
    .map((problem) => `  ${problemText(problem, value)}`);
  if (problems.length > shownProblems) {
    lines.push(`  and ${problems.length - shownProblems} more`);
  }
  throw new FindingError(
    'SCHEMA_BROKEN',
    `${place} is not ${kind} document as clients read it; correct it with the tool that wrote it:\n${lines.join('\n')}`,
  );
}
