import type { PromotionPlan } from '../promotion-plan.ts';
import { isPromotion } from './generated/is-promotion.js';
import { validated } from './validated.ts';

/**
 * `value` as the plan of a promotion, by `promotion.schema.json`.
 * @param place the plan's path, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validatePromotion(value: unknown, place: string): PromotionPlan {
  return validated(value, isPromotion, 'a promotion:1.0', place);
}
