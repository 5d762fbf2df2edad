import { describe, expect, test } from 'vitest';
import { crashScenarios } from '../app/crash-scenarios.ts';
import { crashEverywhere } from '../app/crashes.ts';
import { newSigning } from '../fakes/scene.ts';
import { proved } from './proved.ts';

const key = await newSigning();

describe('stopped at every call, in memory', () => {
  for (const scenario of crashScenarios(key)) {
    test(`${scenario.name}, real signatures`, async (context) => {
      const { cases, orphans } = await crashEverywhere(scenario);
      expect(cases).toBeGreaterThan(4);
      proved(context, { cases, note: `${orphans} orphans at most` });
    });
  }
});
