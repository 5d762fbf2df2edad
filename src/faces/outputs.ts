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
  {
    name: 'report',
    description:
      'Everything about the run as one JSON object; of a failed run, with the key `error`.',
  },
] as const;

export type OutputName = (typeof outputs)[number]['name'];

/** The values of the outputs; what is not known is empty. */
export function outputsOf(
  report: Partial<PublishReport>,
  json: unknown,
): Readonly<Record<OutputName, string>> {
  return {
    changed: text(report.changed),
    product: text(report.product),
    serial: text(report.serial),
    generation: text(report.generation),
    'index-url': text(report.indexUrl),
    report: JSON.stringify(json),
  };
}

function text(value: string | number | boolean | undefined): string {
  return value === undefined ? '' : String(value);
}
