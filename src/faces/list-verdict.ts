import type { ListReport } from '../app/list-report.ts';

/** Exit code 7, as of `check`, when something of the root could not be read as it should. */
export function listExitCode({ problems }: ListReport): number {
  return problems.counts.error > 0 ? 7 : 0;
}
