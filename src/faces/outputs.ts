import type { CheckReport } from '../app/check-report.ts';
import type { ListReport } from '../app/list-report.ts';
import type { CarryReport } from '../app/promotion.ts';
import type { PruneReport } from '../app/prune.ts';
import type { PublishReport } from '../app/publication.ts';
import type { RotateKeyReport } from '../app/rotate-key-report.ts';
import type { UnlistReport } from '../app/unlist.ts';
import type { ManyReport } from './many-report.ts';

/** What a run hands on to the steps after it, on every platform. */
export const outputs = [
  {
    name: 'changed',
    description: '`true` when the root has changed, `false` when everything was there already.',
  },
  {
    name: 'outcome',
    description:
      'What became of the root: `published`, `unlisted`, `pruned`, `promoted`, `rolled-forward` or `rotated`; `unchanged` when nothing was to be done (`prune` says `pruned` then too); `planned` by a dry run, and by `promote` with `plan`. Of `publish` also `partial` when images that may be missing were left out, or `checked` for a pull request from a fork, which publishes nothing. A run that failed has none.',
  },
  {
    name: 'product',
    description:
      'The name of the product; empty when there are several images, or versions that were taken back.',
  },
  {
    name: 'serial',
    description:
      'The name of the version that holds the files: a new one, or the one that had them; or of the one that was taken back. Empty where `product` is.',
  },
  {
    name: 'generation',
    description:
      'The number of commits the root has seen; empty when there are several roots, as for `index-url`.',
  },
  { name: 'index-url', description: 'Where clients find the index; empty without `public-url`.' },
  { name: 'findings', description: 'The number of findings of `check`, without the allowed ones.' },
  {
    name: 'report',
    description:
      'Everything about the run as one JSON object; of a failed run, with the key `error`.',
  },
] as const;

export type OutputName = (typeof outputs)[number]['name'];

export type OutputValues = Readonly<Partial<Record<OutputName, string>>>;

/** What a run of `publish` hands on, beside the report. */
export function publishOutputs(report: PublishReport): OutputValues {
  return {
    changed: String(report.changed),
    outcome: outcomeOf(report, 'published'),
    product: report.product ?? '',
    serial: report.serial ?? '',
    generation: String(report.generation),
    'index-url': report.indexUrl ?? '',
  };
}

/** What became of a root. @param done the word where it has changed */
export function outcomeOf<Done extends string>(
  { changed, dryRun }: { readonly changed: boolean; readonly dryRun: boolean },
  done: Done,
): Done | 'planned' | 'unchanged' {
  if (!changed) return 'unchanged';
  return dryRun ? 'planned' : done;
}

/** As {@link publishOutputs}, of a run with an images file. */
export function manyOutputs({ changed, outcome, roots }: ManyReport): OutputValues {
  const [only, ...more] = roots;
  const ofOne = only === undefined || more.length > 0 ? {} : publishOutputs(only);
  return { ...ofOne, changed: String(changed), outcome };
}

/** What a run of `unlist` hands on, beside the report. */
export function unlistOutputs({
  changed,
  dryRun,
  generation,
  unlisted,
}: UnlistReport): OutputValues {
  const [only, ...more] = unlisted;
  const one = only === undefined || more.length > 0 ? { product: '', serial: '' } : only;
  return {
    changed: String(changed),
    outcome: dryRun ? 'planned' : 'unlisted',
    product: one.product,
    serial: one.serial,
    generation: String(generation),
  };
}

/** What a run of `promote` or `roll-forward` hands on, beside the report. @param done the outcome of one that changed something */
export function carryOutputs(report: CarryReport, done: string): OutputValues {
  const { changed, generation, versions } = report;
  const [only, ...more] = versions;
  const one = more.length === 0 ? only : undefined;
  return {
    changed: String(changed),
    outcome: outcomeOf(report, done),
    product: one?.product ?? '',
    serial: one?.serial ?? '',
    generation: String(generation),
  };
}

/** What a run of `promote` hands on that only planned. */
export function planOutputs({ changed }: { readonly changed: boolean }): OutputValues {
  return { changed: String(changed), outcome: outcomeOf({ changed, dryRun: true }, 'planned') };
}

/** What a run of `prune` hands on, beside the report: it is one, too, where nothing was unlisted. */
export function pruneOutputs({ changed, dryRun }: PruneReport): OutputValues {
  return { changed: String(changed), outcome: dryRun ? 'planned' : 'pruned' };
}

/** What a run of `rotate-key` hands on, beside the report. */
export function rotationOutputs(report: RotateKeyReport): OutputValues {
  return {
    changed: String(report.changed),
    outcome: outcomeOf(report, 'rotated'),
    generation: String(report.generation),
  };
}

/** What a run of `check` hands on, beside the report. */
export function checkOutputs(report: CheckReport): OutputValues {
  return { findings: String(countedIn(report)) };
}

/** What a run of `list` hands on, beside the report. */
export function listOutputs({ index }: ListReport): OutputValues {
  return index.generation === undefined ? {} : { generation: String(index.generation) };
}

function countedIn({ counts }: CheckReport): number {
  return counts.error + counts.warning + counts.note;
}

/** What a run of `publish` hands on that was only allowed to check. */
export function checkOnlyOutputs(reports: readonly CheckReport[]): OutputValues {
  const findings = reports.reduce((sum, report) => sum + countedIn(report), 0);
  return { changed: 'false', outcome: 'checked', findings: String(findings) };
}

/** Every output; what is not known is empty. */
export function outputsOf(
  values: OutputValues,
  json: unknown,
): readonly (readonly [OutputName, string])[] {
  const known: OutputValues = { ...values, report: JSON.stringify(json) };
  return outputs.map(({ name }) => [name, known[name] ?? '']);
}
