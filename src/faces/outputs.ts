import type { CheckReport } from '../app/check-report.ts';
import type { PublishReport } from '../app/publication.ts';

/** What a run hands on to the steps after it, on every platform. */
export const outputs = [
  {
    name: 'changed',
    description: '`true` when the root has changed, `false` when everything was there already.',
  },
  { name: 'product', description: 'The name of the product.' },
  {
    name: 'serial',
    description:
      'The name of the version that holds the files: a new one, or the one that had them.',
  },
  { name: 'generation', description: 'The number of commits the root has seen.' },
  { name: 'index-url', description: 'Where clients find the index; empty without `public-url`.' },
  { name: 'findings', description: 'The number of findings of `check`, without the allowed ones.' },
  {
    name: 'report',
    description:
      'Everything about the run as one JSON object; of a failed run, with the key `error`.',
  },
] as const;

export type OutputName = (typeof outputs)[number]['name'];

type Values = Readonly<Partial<Record<OutputName, string>>>;

/** What a run of `publish` hands on, beside the report. */
export function publishOutputs(report: PublishReport): Values {
  return {
    changed: String(report.changed),
    product: report.product ?? '',
    serial: report.serial ?? '',
    generation: String(report.generation),
    'index-url': report.indexUrl ?? '',
  };
}

/** What a run of `check` hands on, beside the report. */
export function checkOutputs({ counts }: CheckReport): Values {
  return { findings: String(counts.error + counts.warning + counts.note) };
}

/** Every output; what is not known is empty. */
export function outputsOf(
  values: Values,
  json: unknown,
): readonly (readonly [OutputName, string])[] {
  const known: Values = { ...values, report: JSON.stringify(json) };
  return outputs.map(({ name }) => [name, known[name] ?? '']);
}
