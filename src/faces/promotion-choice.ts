import type { PromotionChoice } from '../app/promotion.ts';
import { formatConsumer } from '../core/consumers/consumer.ts';
import { formatFilter } from '../core/filter.ts';
import { parseProductName } from '../core/name.ts';
import { formatRename, parseRename } from '../core/rename.ts';
import type { Selection } from '../core/selection.ts';
import { parseSerial } from '../core/serial.ts';
import { readAllow } from './allow.ts';
import { readConsumersOfOneRoot } from './consumers.ts';
import { readFilters } from './filters.ts';
import type { InputName } from './inputs.ts';
import { orWrong, type Reading } from './reading.ts';
import { parseLine } from './tags.ts';

/** The inputs `filter`, `product` and `serial`. */
export function readSelection(reading: Reading): Selection {
  return {
    filters: readFilters(reading),
    product: reading.text('product', orWrong(parseProductName)),
    serial: reading.text('serial', orWrong(parseSerial)),
  };
}

/** The inputs that say what is promoted, and as what. */
export function readPromotionChoice(reading: Reading): PromotionChoice {
  const consumers = readConsumersOfOneRoot(reading);
  const rename = reading.list('rename', orWrong(parseRename));
  for (const [at, { from }] of rename.entries()) {
    if (rename.slice(0, at).some((earlier) => earlier.from === from)) {
      reading.wrong('rename', undefined, `${from} is renamed twice`);
    }
  }
  return {
    selection: readSelection(reading),
    rename,
    label: reading.text('label', parseLine),
    consumers: consumers.length === 0 ? undefined : consumers,
    allow: readAllow(reading),
  };
}

/** Notes every input that was given and is not what the plan records. */
export function compareWithPlan(
  reading: Reading,
  given: PromotionChoice,
  planned: PromotionChoice,
): void {
  const recorded = new Map(textsOf(planned));
  for (const [name, texts] of textsOf(given)) {
    const expected = recorded.get(name) ?? [];
    if (!reading.given.has(name) || isSame(texts, expected)) continue;
    const says = expected.length === 0 ? 'none' : expected.join(', ');
    reading.wrong(name, undefined, `the plan has ${says}; leave it out, or plan again`);
  }
}

function textsOf({
  selection: { filters, product, serial },
  rename,
  label,
  consumers = [],
  allow,
}: PromotionChoice): readonly (readonly [InputName, readonly string[]])[] {
  return [
    ['filter', filters.map(formatFilter)],
    ['product', product === undefined ? [] : [product]],
    ['serial', serial === undefined ? [] : [serial]],
    ['rename', rename.map(formatRename)],
    ['label', label === undefined ? [] : [label]],
    ['for', consumers.map(formatConsumer)],
    ['allow', allow],
  ];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}
