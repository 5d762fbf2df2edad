import { type Consumer, programs } from '../core/consumers/consumer.ts';
import { anyRelease, describeReleases } from '../core/consumers/releases.ts';
import type { Finding, Severity } from '../core/finding.ts';

/** For whom to check, and what may be wrong all the same. */
export interface CheckRequest {
  readonly consumers: readonly Consumer[];
  /** Codes of rules whose findings are told and do not count. */
  readonly allow: readonly string[];
  /** The URL that people give to the consumers, as they type it. */
  readonly publicUrl: string | undefined;
  /** Absent: the root may be of any age. */
  readonly maxAge?: MaxAge | undefined;
}

/** How old an index may be. */
export interface MaxAge {
  /** As it was given: `36h`. */
  readonly text: string;
  /** An index that was updated before this is too old. */
  readonly since: Date;
}

export interface CheckedFinding extends Finding {
  /** Of a rule that was allowed: it does not count. */
  readonly allowed: boolean;
}

/** What a check found: the JSON of `--json` and of the input `report`. */
export interface CheckReport {
  /** `undefined` when files were checked. */
  readonly root: string | undefined;
  /** In words: `MAAS up to 3.7`. */
  readonly consumers: readonly string[];
  /** Errors first. */
  readonly findings: readonly CheckedFinding[];
  /** Of the findings that count, by severity; and of those that were allowed. */
  readonly counts: Readonly<Record<Severity | 'allowed', number>>;
  /** The path of each document that was looked for, relative to the root, by content id; `index` too. */
  readonly paths: Readonly<Record<string, string>>;
  /** What the reader of the findings has to know about how they were found. */
  readonly remarks: readonly string[];
}

/** A report of these findings. */
export function checkReport(
  { consumers, allow }: CheckRequest,
  found: Pick<CheckReport, 'root' | 'paths' | 'remarks'> & {
    readonly findings: readonly Finding[];
  },
): CheckReport {
  const findings = found.findings.map((finding) => ({
    ...finding,
    allowed: allow.includes(finding.code),
  }));
  const count = (severity: Severity) =>
    findings.filter((finding) => !finding.allowed && finding.severity === severity).length;
  return {
    root: found.root,
    consumers: consumers.map(describeConsumer),
    findings,
    counts: {
      error: count('error'),
      warning: count('warning'),
      note: count('note'),
      allowed: findings.filter(({ allowed }) => allowed).length,
    },
    paths: found.paths,
    remarks: found.remarks,
  };
}

function describeConsumer({ name, releases }: Consumer): string {
  const { title } = programs[name];
  return releases === anyRelease ? title : `${title} ${describeReleases(releases)}`;
}
