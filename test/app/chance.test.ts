import { describe, test } from 'vitest';
import { raceByChance } from './chance.ts';
import { crowds } from './crowd-scenarios.ts';

describe('several publishers at once, in schedules made by chance', () => {
  for (const scenario of crowds) test(scenario.name, () => raceByChance(scenario, 40));
});
