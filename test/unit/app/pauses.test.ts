import { expect, test } from 'vitest';
import { openPauses, patience } from '../../../src/app/pauses.ts';

/** A clock that stands still but for its sleeps, and the longest pauses that chance can give. */
function scene() {
  let time = 0;
  const slept: number[] = [];
  const clock = {
    now: () => new Date(time),
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
  const pauses = openPauses({ clock, random: { id: () => '', fraction: () => 1 } });
  /** After an attempt that took so long. */
  const after = async (took: number) => {
    const began = clock.now();
    time += took;
    await pauses.after(began);
  };
  return { pauses, slept, after };
}

test('a pause is drawn from a span that follows the length of the attempt', async () => {
  const { slept, after } = scene();
  await after(400);
  expect(slept).toEqual([800]);
});

test('each further pause is drawn from a longer span, up to half a minute', async () => {
  const { slept, after } = scene();
  for (let n = 0; n < 40; n++) await after(10);
  for (const [n, span] of slept.slice(1).entries()) {
    expect(span).toBe(Math.min(30_000, 1.25 * (slept[n] ?? 0)));
  }
  expect(slept.at(-1)).toBe(30_000);
});

test('attempts end by time, however many there were', async () => {
  const { pauses, slept, after } = scene();
  for (let total = 0; total <= patience; total = slept.reduce((sum, each) => sum + each, 0)) {
    expect(pauses.isOver()).toBe(false);
    await after(0);
  }
  expect(pauses.isOver()).toBe(true);
});
