import { type Consumer, parseConsumer } from '../core/consumers/consumer.ts';
import { InputError } from '../core/error.ts';
import { type Filter, parseFilter } from '../core/filter.ts';
import { parseProductName } from '../core/name.ts';
import type { PromotionPlan } from '../core/promotion-plan.ts';
import { parseRename } from '../core/rename.ts';
import { parseSerial } from '../core/serial.ts';
import type { PromotionChoice } from './promotion.ts';

/**
 * What a plan records of the inputs, read as inputs are.
 * @throws InputError PLAN_INVALID
 */
export function plannedChoice(plan: PromotionPlan): PromotionChoice {
  const { product, serial } = plan;
  return {
    selection: {
      filters: plan.filters.map(plannedFilter),
      product: product === undefined ? undefined : known(product, parseProductName(product)),
      serial: serial === undefined ? undefined : known(serial, parseSerial(serial)),
    },
    rename: plan.rename.map((text) => known(text, parseRename(text))),
    label: plan.label,
    consumers: plan.consumers.map(plannedConsumer),
    allow: plan.allow,
  };
}

function plannedFilter(text: string): Filter {
  const filter = parseFilter(text);
  return known(text, typeof filter === 'string' ? undefined : filter);
}

function plannedConsumer(text: string): Consumer {
  const consumer = parseConsumer(text);
  return known(text, typeof consumer === 'string' ? undefined : consumer);
}

function known<T>(text: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new InputError(
    'PLAN_INVALID',
    `the plan records ${JSON.stringify(text)}, which this program does not take; plan again`,
  );
}
