import { expect, test } from 'vitest';
import { abortOnSignals } from '../../../src/faces/signals.ts';

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s aborts with exit code %d, and then listens no more', (name, exitCode) => {
  const before = process.listenerCount(name);
  const { signal } = abortOnSignals();
  expect(process.listenerCount(name)).toBe(before + 1);
  process.emit(name, name);
  expect(signal.reason).toMatchObject({ code: 'SIGNAL', exitCode });
  expect(process.listenerCount(name)).toBe(before);
});

test('what is released listens no more', () => {
  const before = process.listenerCount('SIGINT');
  const { signal, release } = abortOnSignals();
  release();
  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(signal.aborted).toBe(false);
});
