import fc from 'fast-check';
import type { RaceScenario } from './publishers.ts';
import { replayRace } from './races.ts';

/**
 * Tries schedules by chance. A failure tells the seed, which `FC_SEED` gives back, and the schedule, as short as
 * fast-check can make it.
 */
export async function raceByChance(scenario: RaceScenario, runs: number): Promise<void> {
  const actor = fc.nat({ max: 2 * scenario.publishers.length - 1 });
  // In runs of a few turns each: a publisher that never gets two turns in a row gets nowhere.
  const stretch = fc.tuple(actor, fc.integer({ min: 1, max: 12 }));
  const schedules = fc.array(stretch, { maxLength: 80, size: 'max' });
  const property = fc.asyncProperty(schedules, (stretches) =>
    replayRace(
      scenario,
      stretches.flatMap(([who, turns]) => Array.from({ length: turns }, () => who)),
    ),
  );
  const { FC_SEED: seed } = process.env;
  await fc.assert(property, { numRuns: runs, ...(seed && { seed: Number(seed) }) });
}
