import { type PruneReport, prune } from '../app/prune.ts';
import type { CommandRun } from './command-run.ts';
import { readPrune } from './prune-request.ts';
import { renderUnlisted } from './report.ts';
import { formatSize } from './size.ts';
import { wire } from './wire.ts';
import { openVerifier } from './wire-check.ts';

/** Everything of `prune` but how it is told. Without a signing key it can still remove what nothing names. */
export async function runPruning(pruning: CommandRun): Promise<PruneReport> {
  const settings = readPrune(pruning.reading, pruning.cwd);
  const ports = await wire(settings, pruning);
  const verifier = ports.signing?.verifier ?? (await openVerifier(settings, ports.clock.now()));
  pruning.known.set('root', ports.store.url).set('dryRun', settings.request.dryRun);
  return prune(settings.request, { ...ports, verifier }, (done) => {
    for (const [name, value] of Object.entries(done)) pruning.known.set(name, value);
  });
}

/** What a run of `prune` did, for people. */
export function renderPruned(report: PruneReport): string {
  const lines = report.unlisted.map((version) => renderUnlisted(version, report.dryRun));
  return `${[...lines, ...figuresOf(report)].join('\n')}\n`;
}

/** What a visit found and did, one line each. */
export function figuresOf(report: PruneReport): readonly string[] {
  return [
    `${report.dryRun ? 'Would be reaped' : 'Reaped'}  ${amountIn(report.reaped)}`,
    `Waiting  ${amountIn(report.waiting)}${firstDue(report)}`,
    `Young    ${inWords(report.young)}`,
    `Foreign  ${inWords(report.foreign)}, left alone`,
    ...report.nested.map((prefix) => `Another root below ${prefix} is left alone`),
    ...report.uploads.map(
      ({ url, since }) => `Unfinished upload of ${url}, begun at ${since}, ended`,
    ),
  ];
}

function firstDue({ waiting }: PruneReport): string {
  const [first] = waiting.map(({ due }) => due).sort();
  return first === undefined ? '' : `, the first until ${first}`;
}

function amountIn(files: readonly { readonly size: number }[]): string {
  return inWords({ files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) });
}

function inWords({ files, bytes }: { readonly files: number; readonly bytes: number }): string {
  return `${files} ${files === 1 ? 'file' : 'files'}, ${formatSize(bytes)}`;
}
