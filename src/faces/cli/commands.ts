import type { Command } from '../input.ts';
import { runCheck } from './check.ts';
import type { Execution, Outcome } from './execute.ts';
import { runKeygen } from './keygen.ts';
import { runList } from './list.ts';
import { runPromote } from './promote.ts';
import { runPrune } from './prune.ts';
import { runRollForward } from './roll-forward.ts';
import { runRotateKey } from './rotate-key.ts';
import { runCommit, runStage } from './stage.ts';
import { runUnlist } from './unlist.ts';

/** Every command but `publish`. */
export function runCommand(
  command: Exclude<Command, 'publish'>,
  execution: Execution,
): Promise<Outcome> {
  switch (command) {
    case 'check':
      return runCheck(execution);
    case 'list':
      return runList(execution);
    case 'stage':
      return runStage(execution);
    case 'commit':
      return runCommit(execution);
    case 'unlist':
      return runUnlist(execution);
    case 'prune':
      return runPrune(execution);
    case 'rotate-key':
      return runRotateKey(execution);
    case 'promote':
      return runPromote(execution);
    case 'roll-forward':
      return runRollForward(execution);
    case 'keygen':
      return runKeygen(execution);
  }
}
