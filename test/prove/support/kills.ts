import { expect } from 'vitest';
import type { MemoryStore } from '../../../src/adapters/memory-store.ts';
import type { Signing } from '../../../src/ports.ts';
import { versionsSeen } from '../../app/crashes.ts';
import { contentOf, momentOf, orphansOf, staleFollowers } from '../../fakes/root-content.ts';

/** A root that a real process publishes into. */
export interface KillScene {
  /** Puts everything back to what was there before the run. */
  reset(): Promise<void>;
  /** Runs to the end; throws when it fails. */
  run(): Promise<void>;
  /**
   * Ends the run at its nth call to the store.
   * @returns the exit code; `undefined`: the signal ended it
   */
  runAndKill(call: number, signal: NodeJS.Signals): Promise<number | undefined>;
  stored(): Promise<MemoryStore>;
}

export interface KillCount {
  readonly cases: number;
  readonly orphans: number;
}

/** With `PROVE_STEP=7`, every seventh call. */
const step = Number(process.env.PROVE_STEP ?? 1);

/**
 * Kills a run at every call to the store. Each time both readers must see the old root or the new one, complete, and
 * the next run must make of it what it would have been.
 * @param signing of the root afterwards; `undefined`: not signed
 */
export async function killEverywhere(
  scene: KillScene,
  signing: Signing | undefined,
  signal: NodeJS.Signals,
): Promise<KillCount> {
  await scene.reset();
  const old = await versionsSeen(await scene.stored(), signing);
  await scene.run();
  const clean = await scene.stored();
  const whole = await versionsSeen(clean, signing);
  const content = await contentOf(momentOf(clean), signing);
  let orphans = 0;
  for (let call = 1, cases = 0; ; call += step) {
    const where = `${signal} at call ${call}`;
    await scene.reset();
    const code = await scene.runAndKill(call, signal);
    const killed = await scene.stored();
    for (const [reader, view] of (await versionsSeen(killed, signing)).entries()) {
      expect([old[reader], whole[reader]], `${where}: reader ${reader}`).toContainEqual(view);
    }
    expectCode(code, signal, where);
    await scene.run();
    const healed = await scene.stored();
    expect(await contentOf(momentOf(healed), signing), where).toEqual(content);
    expect(await staleFollowers(healed, signing), where).toEqual([]);
    orphans = Math.max(orphans, (await orphansOf(healed, signing)).length);
    if (code === 0) return { cases, orphans };
    cases += 1;
  }
}

/** Of the codes that say how a signal ended a run; 6: committed, and then ended. */
function expectCode(code: number | undefined, signal: NodeJS.Signals, where: string): void {
  const expected = { SIGKILL: [undefined, 0], SIGTERM: [143, 6, 0], SIGINT: [130, 6, 0] };
  const codes: readonly (number | undefined)[] = Object.entries(expected)
    .filter(([name]) => name === signal)
    .flatMap(([, each]) => each);
  expect(codes, where).toContain(code);
}
