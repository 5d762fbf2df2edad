import type { CarryReport } from '../app/promotion.ts';
import { rollForward } from '../app/roll-forward.ts';
import type { CommandRun } from './command-run.ts';
import { readRollForward } from './roll-forward-request.ts';
import { wire } from './wire.ts';
import { openScratch } from './wire-promotion.ts';

/** Everything of `roll-forward` but how it is told. */
export async function runRollingForward(rolling: CommandRun): Promise<CarryReport> {
  const { reading, cwd, environment, known } = rolling;
  const settings = readRollForward(reading, cwd);
  const ports = await wire(settings, rolling);
  known.set('root', ports.store.url).set('dryRun', settings.request.dryRun);
  return rollForward(settings.request, ports, openScratch(settings, rolling, environment));
}
