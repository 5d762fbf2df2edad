import type { CheckReport } from '../../app/check-report.ts';
import type { Severity } from '../../core/finding.ts';
import { identified } from './identity.ts';
import { effectOf } from './text.ts';

/** One entry of a Code Quality report (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"). */
export interface CodeQualityEntry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severityOf: Readonly<Record<Severity, CodeQualityEntry['severity']>> = {
  error: 'critical',
  warning: 'minor',
  note: 'info',
};

/**
 * The findings as GitLab shows them in a merge request; allowed ones are of severity `info`.
 * @param folder as for `identified`
 */
export function codeQuality(report: CheckReport, folder: string): readonly CodeQualityEntry[] {
  return identified(report, folder).map(({ finding, fingerprint, path }) => ({
    description: `${finding.message}. ${effectOf(finding)}. Fix: ${finding.fix}`,
    check_name: finding.code,
    fingerprint,
    severity: finding.allowed ? 'info' : severityOf[finding.severity],
    // A document has no lines that mean anything: it is written by programs, often as one.
    location: { path, lines: { begin: 1 } },
  }));
}
