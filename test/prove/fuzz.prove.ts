import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProducts } from '../../src/core/schema/validate.ts';
import { parsersHold, verifierHolds } from '../app/hostile-documents.ts';
import { proved } from './proved.ts';

const { FC_SEED: seed } = process.env;
const options = {
  numRuns: Number(process.env.FUZZ_RUNS ?? 100_000),
  ...(seed && { seed: Number(seed) }),
};

describe('hostile documents', () => {
  test('are refused with the place, or mean the same to every reader', (context) => {
    fc.assert(parsersHold, options);
    // Each run tries an index and a products document.
    proved(context, { cases: 2 * options.numRuns });
  });

  test('are the text that was signed, or are refused', async (context) => {
    await fc.assert(verifierHolds, options);
    proved(context, { cases: options.numRuns });
  });

  test('of more than a million items are refused', () => {
    const items = (count: number) => Array.from({ length: count }, (_, at) => `"${at}":{}`).join();
    const text = (count: number) =>
      `{"format":"products:1.0","content_id":"a","products":{"b":{"versions":{"1":{"items":{${items(count)}}}}}}}`;
    expect(() => parseProducts(text(1_000_001), 'x')).toThrow(/1000001 items/);
    expect(parseProducts(text(1_000_000), 'x').content_id).toBe('a');
  });
});
