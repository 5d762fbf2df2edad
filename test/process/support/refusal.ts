import { expect } from 'vitest';
import type { Ended } from './command.ts';
import type { Scene } from './scene.ts';

export interface Refusal {
  readonly code: number;
  /** What the message must say, on stderr. */
  readonly says: RegExp;
}

/** Fails unless the run was refused as told, in words for people, and nothing in the root was touched. */
export async function expectRefusal(
  scene: Scene,
  attempt: () => Promise<Ended>,
  { code, says }: Refusal,
): Promise<void> {
  const before = await scene.tree();
  const result = await attempt();
  expect.soft(result.stderr).toMatch(says);
  expect.soft(result.stderr).not.toMatch(/^ +at .+:\d+:\d+\)?$/m);
  expect.soft(result.code).toBe(code);
  expect(await scene.tree()).toEqual(before);
}
