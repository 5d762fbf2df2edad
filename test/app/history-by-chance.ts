import fc from 'fast-check';
import { liveThrough } from './history.ts';
import type { Event, Fault } from './history-events.ts';
import { disk } from './history-runs.ts';

const faultAt = (max: number, ...kinds: readonly Fault['kind'][]) =>
  fc.record({ at: fc.integer({ min: 1, max }), kind: fc.constantFrom(...kinds) });

const anywhere = faultAt(60, 'crash-before', 'crash-after', 'late', 'pause-before', 'pause-after');
/** Of what a visit has to remove, most is left when it has begun. */
const removing = faultAt(50, 'silent', 'crash-removing', 'pause-removing');

const fault = fc.option(anywhere, { nil: undefined, freq: 2 });
const removalFault = fc.option(fc.oneof(anywhere, removing), { nil: undefined, freq: 4 });
const signer = fc.constantFrom(0, 0, 0, 1, 2);
const attempt = { fault, signer };
const product = fc.nat({ max: disk });
const disks = fc.constant(disk);
const kind = <K extends Event['kind']>(word: K) => fc.constant(word);

const passing = (...hours: readonly number[]): fc.Arbitrary<Event> =>
  fc.record({ kind: kind('pass'), hours: fc.constantFrom(...hours) });
const publishing = (of: fc.Arbitrary<number>): fc.Arbitrary<Event> =>
  fc.record({
    kind: kind('publish'),
    product: of,
    build: fc.nat({ max: 3 }),
    skew: fc.constantFrom(0, 0, 30, -30),
    ...attempt,
  });
const pruning: fc.Arbitrary<Event> = fc.record({
  kind: kind('prune'),
  fault: removalFault,
  signer,
});
const rotating = (...steps: readonly ('add' | 'take-over' | 'drop' | 'lost')[]) =>
  fc.record({ kind: kind('rotate'), step: fc.constantFrom(...steps), ...attempt });
const rolls: fc.Arbitrary<Event> = fc.record({
  kind: kind('roll-forward'),
  // The other is read by programs that take the same files only once.
  product: fc.constantFrom(disk, disk, disk, 0),
  version: fc.nat({ max: 2 }),
  ...attempt,
});
const resuming: fc.Arbitrary<Event> = fc.constant({ kind: 'resume' });
const landing: fc.Arbitrary<Event> = fc.constant({ kind: 'land' });

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: publishing(product) },
  { weight: 3, arbitrary: fc.record({ kind: kind('unlist'), product, ...attempt }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('again'), product, ...attempt }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('promote'), product, ...attempt }) },
  { weight: 1, arbitrary: rolls },
  { weight: 2, arbitrary: rotating('add', 'take-over', 'take-over', 'drop', 'lost') },
  { weight: 4, arbitrary: pruning },
  { weight: 4, arbitrary: passing(0.1, 1, 3, 20, 23, 25, 49, 60) },
  { weight: 2, arbitrary: resuming },
  { weight: 1, arbitrary: landing },
);

/** A version is taken off, noted and removed, something goes wrong with that, and the same is published again. */
const removal: fc.Arbitrary<readonly Event[]> = product.chain((one) => {
  const sound = { fault: undefined, signer: 0 };
  const off: Event = { kind: 'unlist', product: one, ...sound };
  const again: Event = { kind: 'again', product: one, ...sound };
  const prune: Event = { kind: 'prune', ...sound };
  return fc
    .tuple(
      publishing(fc.constant(one)),
      passing(49, 60),
      passing(3, 25),
      fc.record({ kind: kind('prune'), fault: removing, signer: fc.constant(0) }),
      fc.array(fc.oneof(passing(0.1, 0.2, 0.6), fc.constantFrom(prune, again)), { maxLength: 4 }),
      fc.array(fc.oneof(landing, landing, resuming, passing(49)), { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom(off, prune), { maxLength: 2 }),
    )
    .map(([publish, age, grace, visit, between, after, end]) => [
      publish,
      off,
      age,
      prune,
      grace,
      visit,
      ...between,
      again,
      ...after,
      ...end,
    ]);
});

const someEvents = fc.array(event, { maxLength: 2 });

/** A new key is added, takes over, and the old one is dropped, beside whatever else happens. */
const rotation: fc.Arbitrary<readonly Event[]> = fc
  .tuple(
    rotating('add'),
    someEvents,
    passing(3, 25),
    rotating('take-over', 'take-over', 'lost'),
    fc.array(publishing(product), { maxLength: 2 }),
    someEvents,
    passing(1, 3, 25),
    rotating('drop'),
  )
  .map((parts) => parts.flat());

/** An older version is listed again as the newest, beside whatever else happens. */
const rolling: fc.Arbitrary<readonly Event[]> = fc
  .tuple(
    publishing(disks),
    passing(0.1, 3),
    publishing(disks),
    someEvents,
    passing(0.1, 49),
    fc.array(rolls, { minLength: 1, maxLength: 3 }),
  )
  .map((parts) => parts.flat());

const history: fc.Arbitrary<readonly Event[]> = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: event.map((each) => [each]) },
      { weight: 1, arbitrary: removal },
      { weight: 1, arbitrary: rotation },
      { weight: 1, arbitrary: rolling },
    ),
    { minLength: 5, maxLength: 35, size: 'max' },
  )
  .map((parts) => parts.flat());

/**
 * Lives through so many histories made by chance. A failure tells the seed, which `FC_SEED` gives back, and the history,
 * as short as fast-check can make it.
 */
export async function historyByChance(kind: 'signed' | 'unsigned', runs: number): Promise<void> {
  const property = fc.asyncProperty(history, fc.constantFrom(2, 24), (events, grace) =>
    liveThrough(events, kind, grace),
  );
  const { FC_SEED: seed } = process.env;
  await fc.assert(property, { numRuns: runs, ...(seed && { seed: Number(seed) }) });
}
