import type { Unnamed, VisitPlan } from '../core/visit-plan.ts';
import type { UnfinishedUpload } from '../ports/store.ts';
import type { Visited } from './visit.ts';

/** Some of what lies in a root. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

export interface ReapedFile {
  readonly path: string;
  readonly size: number;
  /** When a visit noted that nothing names it, as ISO 8601. */
  readonly noted: string;
}

/** What a visit found in a root and did to it; times by the store's clock. */
export interface VisitReport {
  /** What was removed; of a dry run, what would be. */
  readonly reaped: readonly ReapedFile[];
  /** Noted, and removed by a later visit: not before `due`. */
  readonly waiting: readonly (ReapedFile & { readonly due: string })[];
  /** Named by nothing, and so young that it may belong to a publish that is at work. */
  readonly young: Amount;
  /** Not stored by this program, and never touched. */
  readonly foreign: Amount;
  /** Prefixes below which other roots lie, which are left alone. */
  readonly nested: readonly string[];
  /** Unfinished uploads that were ended; of a dry run, that would be. */
  readonly uploads: readonly { readonly url: string; readonly since: string }[];
  /** Why not everything was removed that is due, or would be; absent when it was. */
  readonly held?: string;
}

export function visitReport(
  { plan, reaped, foreign, held, dryRun }: Visited & { readonly dryRun: boolean },
  grace: number,
  uploads: readonly UnfinishedUpload[],
): VisitReport {
  const due = ({ noted }: Unnamed) => new Date(noted.getTime() + grace).toISOString();
  return {
    reaped: (dryRun ? plan.due : reaped).map(reapedFile),
    waiting: plan.waiting.map((object) => ({ ...reapedFile(object), due: due(object) })),
    young: amountOf(plan.young),
    foreign: amountOf([...plan.foreign, ...foreign]),
    nested: plan.nested,
    uploads: uploads.map(({ url, since }) => ({ url, since: since.toISOString() })),
    ...(held === undefined ? {} : { held }),
  };
}

/** One line for people: `reaped 12 files, 3072 bytes; 4 files wait, …`. */
export function describeVisit(plan: VisitPlan): readonly string[] {
  const lines = plan.due.map(({ path, size }) => `reap ${path}, ${size} bytes`);
  const waiting = amountOf(plan.waiting);
  const young = amountOf(plan.young);
  return [
    ...lines,
    ...(waiting.files === 0 ? [] : [`${inWords(waiting)} nothing names wait for the grace time`]),
    ...(young.files === 0 ? [] : [`${inWords(young)} nothing names are too young to be noted`]),
  ];
}

export function inWords({ files, bytes }: Amount): string {
  return `${files} ${files === 1 ? 'file' : 'files'} of ${bytes} bytes`;
}

export function amountOf(objects: readonly { readonly size: number }[]): Amount {
  return { files: objects.length, bytes: objects.reduce((sum, { size }) => sum + size, 0) };
}

export function reapedFile({ path, size, noted }: Unnamed): ReapedFile {
  return { path, size, noted: noted.toISOString() };
}
