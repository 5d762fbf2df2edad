import { describe, test } from 'vitest';
import { historyByChance } from './history-by-chance.ts';

describe('whatever happens to a root that is pruned, nobody misses anything, and nothing is left over', () => {
  test('unsigned', () => historyByChance('unsigned', 40), 60_000);
  test('signed', () => historyByChance('signed', 40), 60_000);
});
