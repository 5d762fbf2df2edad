import fc from 'fast-check';
import { describe, test } from 'vitest';
import { type Event, type Fault, liveThrough } from './history.ts';
import { signing } from './publishers.ts';

const fault: fc.Arbitrary<Fault | undefined> = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: 60 }),
    kind: fc.constantFrom('crash-before', 'crash-after', 'late', 'pause-before', 'pause-after'),
  }),
  { nil: undefined, freq: 2 },
);
const product = fc.nat({ max: 2 });

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      product,
      build: fc.nat({ max: 12 }),
      skew: fc.constantFrom(0, 0, 30, -30),
      fault,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unlist' as const), product, fault }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('prune' as const), fault }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      hours: fc.constantFrom(0.1, 1, 20, 23, 25, 49, 60),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Event>({ kind: 'resume' }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'land' }) },
);

const { FC_SEED: seed, HISTORIES: runs = '60' } = process.env;

describe('whatever happens to a root that is pruned', () => {
  for (const [kind, key] of [
    ['unsigned', undefined],
    ['signed', signing],
  ] as const) {
    test(`nobody misses anything, and nothing is left over, ${kind}`, async () => {
      const histories = fc.array(event, { minLength: 5, maxLength: 40, size: 'max' });
      const property = fc.asyncProperty(histories, (events) => liveThrough(events, key));
      await fc.assert(property, { numRuns: Number(runs), ...(seed && { seed: Number(seed) }) });
    }, 120_000);
  }
});
