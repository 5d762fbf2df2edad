import { describe, test } from 'vitest';
import { historyByChance } from '../app/history-by-chance.ts';
import { proved } from './proved.ts';

const runs = Number(process.env.PROVE_RUNS ?? 5_000);

describe('histories of a root that is pruned', () => {
  for (const kind of ['unsigned', 'signed'] as const) {
    test(kind, async (context) => {
      await historyByChance(kind, runs);
      proved(context, { cases: runs });
    });
  }
});
