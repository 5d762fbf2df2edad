import { describe, expect, test } from 'vitest';
import { raceScenarios } from '../app/race-scenarios.ts';
import { exploreRace, replayRace } from '../app/races.ts';
import { parseSchedule } from '../fakes/schedules.ts';
import { proved } from './proved.ts';

// Of schedules with three preemptions there are tens of thousands; those with two are all among these.
const bounds = { preemptions: 3, schedules: Number(process.env.PROVE_SCHEDULES ?? 10_000) };
/** `<scenario>, schedule <schedule>`, as a failure names them. */
const replay = process.env.PROVE_REPLAY;

describe('two publishers at once', () => {
  for (const scenario of replay === undefined ? raceScenarios : []) {
    test(scenario.name, async (context) => {
      const { cases, all } = await exploreRace(scenario, bounds);
      expect(cases).toBeGreaterThan(100);
      const { preemptions } = bounds;
      proved(context, {
        cases,
        note: all ? `every schedule with ${preemptions} preemptions` : 'fewest preemptions first',
      });
    });
  }

  if (replay === undefined) return;
  test('one schedule again', async () => {
    const [name, schedule = ''] = replay.split(', schedule ');
    const scenario = raceScenarios.find((each) => each.name === name);
    if (scenario === undefined) throw new Error(`no scenario ${name}`);
    await replayRace(scenario, parseSchedule(schedule));
  });
});
