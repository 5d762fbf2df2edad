import { expect, test } from 'vitest';
import { systemClock } from '../../../src/adapters/clock.ts';
import { systemRandom } from '../../../src/adapters/random.ts';
import { SignalError } from '../../../src/core/error.ts';

test('a sleep ends by itself', async () => {
  const clock = systemClock(new AbortController());
  const began = clock.now().getTime();
  await clock.sleep(20);
  expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(15);
});

test('a sleep ends with the reason of an abort', async () => {
  const controller = new AbortController();
  const reason = new SignalError('SIGTERM', 15);
  const sleep = systemClock(controller).sleep(60_000);
  controller.abort(reason);
  await expect(sleep).rejects.toBe(reason);
  await expect(systemClock(controller).sleep(0)).rejects.toBe(reason);
});

test('ids are 32 hexadecimal digits, and differ', () => {
  const random = systemRandom();
  expect(random.id()).toMatch(/^[0-9a-f]{32}$/);
  expect(random.id()).not.toBe(random.id());
  expect(random.fraction()).toBeGreaterThanOrEqual(0);
  expect(random.fraction()).toBeLessThan(1);
});
