import { describe, expect, test } from 'vitest';
import { newSigning } from '../fakes/scene.ts';
import { crashScenarios, keyCrashScenarios } from './crash-scenarios.ts';
import { crashEverywhere } from './crashes.ts';

describe('a run stopped at any call leaves the old root or the new one, and the next run heals it', () => {
  for (const scenario of [...crashScenarios(), ...keyCrashScenarios()]) {
    test(scenario.name, async () => {
      const { cases, orphans } = await crashEverywhere(scenario);
      expect(cases).toBeGreaterThan(4);
      // What one attempt stores before its commit: a document in both forms, the mark's and the head's copy.
      expect(orphans).toBeLessThanOrEqual(4 + 2 * (scenario.leaves ?? 0));
    });
  }

  test('with a real key, an unsigned root that becomes signed', async () => {
    const scenario = crashScenarios(await newSigning()).find(({ name }) => /becomes/.test(name));
    if (scenario === undefined) throw new Error('no such scenario');
    await crashEverywhere(scenario, 7);
  });
});
