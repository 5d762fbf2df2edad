import { tmpdir } from 'node:os';
import { systemClock } from '../adapters/clock.ts';
import { scratchFile } from '../adapters/scratch-file.ts';
import { sha256Once } from '../adapters/sha256.ts';
import type { ReadingPorts } from '../app/head.ts';
import type { WarningPorts } from '../app/key-expiry.ts';
import type { Origin } from '../app/promote.ts';
import type { Ports, Scratch } from '../ports.ts';
import type { Environment } from './environment.ts';
import type { PromotionSettings } from './promotion-request.ts';
import type { RootSettings } from './request.ts';
import type { RootPlace } from './root.ts';
import { openSigning, openStore, type Run } from './wire.ts';
import { openVerifier } from './wire-check.ts';

/** Room for a file on its way into the root. GitHub's runners have a folder of their own for what a job may lose. */
export function openScratch(
  { root }: Pick<RootSettings, 'root'>,
  { signal }: Run,
  environment: Environment,
): Scratch {
  const folder = environment.RUNNER_TEMP || tmpdir();
  return scratchFile({ folder, inParts: root.kind !== 'folder', signal });
}

/**
 * The root that versions are taken from.
 * @param ports of the root they go into
 * @throws InputError KEY_INVALID
 */
export async function wireOrigin(
  settings: PromotionSettings,
  { signing, sha256, clock }: Ports,
  run: Run,
  environment: Environment,
): Promise<Origin> {
  const verifier = signing?.verifier ?? (await openVerifier(settings, clock.now()));
  const store = await openStore({ root: settings.from, singleWriter: false }, run);
  const scratch = openScratch(settings, run, environment);
  return { store, sha256, signing: undefined, verifier, scratch };
}

/**
 * Both roots, only to be read, and verified with whatever keys there are.
 * @returns the key that would sign is there to be looked at
 * @throws InputError KEY_INVALID
 */
export async function wirePlanning(
  settings: PromotionSettings,
  run: Run,
): Promise<{ readonly from: ReadingPorts; readonly into: ReadingPorts & WarningPorts }> {
  const clock = systemClock(run);
  const signing = await openSigning(settings, clock.now());
  const verifier = signing?.verifier ?? (await openVerifier(settings, clock.now()));
  const reading = async (root: RootPlace) => {
    const store = await openStore({ root, singleWriter: false }, run);
    return { store, sha256: sha256Once, signing: undefined, verifier };
  };
  const { reporter } = run;
  const into = { ...(await reading(settings.root)), signing, clock, reporter };
  return { from: await reading(settings.from), into };
}
