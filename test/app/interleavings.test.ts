import { describe, expect, test } from 'vitest';
import { raceScenarios } from './race-scenarios.ts';
import { exploreRace } from './races.ts';

describe('two publishers at once, in every schedule up to a bound', () => {
  for (const scenario of raceScenarios) {
    test(scenario.name, async () => {
      const { cases } = await exploreRace(scenario, { preemptions: 2, schedules: 80 });
      expect(cases).toBeGreaterThan(20);
    });
  }
});
