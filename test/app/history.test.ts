import { describe, test } from 'vitest';
import { historyByChance } from './history-by-chance.ts';
import { signing } from './publishers.ts';

describe('whatever happens to a root that is pruned, nobody misses anything, and nothing is left over', () => {
  test('unsigned', () => historyByChance(undefined, 40), 60_000);
  test('signed', () => historyByChance(signing, 40), 60_000);
});
