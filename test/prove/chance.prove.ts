import { describe, test } from 'vitest';
import { raceByChance } from '../app/chance.ts';
import { crowds } from '../app/crowd-scenarios.ts';
import { proved } from './proved.ts';

const runs = Number(process.env.PROVE_RUNS ?? 5_000);

describe('several publishers at once, by chance', () => {
  for (const scenario of crowds) {
    test(scenario.name, async (context) => {
      await raceByChance(scenario, runs);
      proved(context, { cases: runs });
    });
  }
});
