import { parse } from 'yaml';
import type { Workflow } from './pages.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Parsed {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: unknown; readonly steps?: readonly Step[] }>
  >;
}

/** What every workflow keeps to, ours and those that we show. */
export function breaches({ text }: Workflow): readonly string[] {
  const { permissions, jobs }: Parsed = parse(text);
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return [
    ...(isMap(permissions) ? [] : ['there are no permissions at the top']),
    ...steps.flatMap((step) => ofStep(step)),
  ];
}

/** A tag can be moved by whoever owns the action, a commit cannot; the comment is for people and for Dependabot. */
export function unpinned({ text }: Workflow): readonly string[] {
  const uses = [...text.matchAll(/^\s*(?:- )?uses: *(.*)$/gm)].map(([, what = '']) => what);
  return uses.filter(
    (what) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what) && !isOwn(what),
  );
}

/** Of this repository, at the commit that runs. */
function isOwn(what: string): boolean {
  return what.startsWith('./') || what.startsWith('$/');
}

function ofStep({ uses = '', run = '', with: inputs }: Step): readonly string[] {
  const keepsToken =
    uses.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false;
  return [
    ...(keepsToken ? [`${uses} leaves the token in the clone: persist-credentials: false`] : []),
    ...(run.includes('${{') ? [`an expression in a script runs as code: ${run}`] : []),
  ];
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
