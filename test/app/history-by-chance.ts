import fc from 'fast-check';
import type { Signing } from '../../src/ports.ts';
import { liveThrough } from './history.ts';
import type { Event, Fault } from './history-events.ts';

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
      build: fc.nat({ max: 3 }),
      skew: fc.constantFrom(0, 0, 30, -30),
      fault,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unlist' as const), product, fault }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('promote' as const), product, fault }) },
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

/**
 * Lives through so many histories made by chance. A failure tells the seed, which `FC_SEED` gives back, and the history,
 * as short as fast-check can make it.
 */
export async function historyByChance(key: Signing | undefined, runs: number): Promise<void> {
  const histories = fc.array(event, { minLength: 5, maxLength: 40, size: 'max' });
  const property = fc.asyncProperty(histories, (events) => liveThrough(events, key));
  const { FC_SEED: seed } = process.env;
  await fc.assert(property, { numRuns: runs, ...(seed && { seed: Number(seed) }) });
}
