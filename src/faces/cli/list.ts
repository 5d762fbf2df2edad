import { renderList } from '../list-text.ts';
import { listExitCode } from '../list-verdict.ts';
import { runListing } from '../listing.ts';
import { listOutputs } from '../outputs.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams list`. */
export async function runList(execution: Execution): Promise<Outcome> {
  const report = await runListing({ ...execution, reading: execution.line.reading });
  return {
    json: report,
    outputs: listOutputs(report),
    text: renderList(report, widthOf(process.stdout.columns)),
    exitCode: listExitCode(report),
  };
}

/** Of the terminal, within what a table can be read in; a file or a log has none. */
function widthOf(columns: number | undefined): number {
  return Math.min(Math.max(columns ?? 120, 80), 120);
}
