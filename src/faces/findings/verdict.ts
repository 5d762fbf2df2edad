import type { CheckReport } from '../../app/check-report.ts';
import { severities } from '../../core/finding.ts';

export const failOnWords = [...severities, 'never'] as const;
export type FailOn = (typeof failOnWords)[number];

/** The exit code of a FindingError: the check itself succeeded, so there is a report and no error. */
const broken = 7;

/** Exit code 7 when a finding counts that is as severe as `failOn`, or more. */
export function exitCodeOf({ counts }: CheckReport, failOn: FailOn): number {
  if (failOn === 'never') return 0;
  const fatal = severities.slice(0, severities.indexOf(failOn) + 1);
  return fatal.some((severity) => counts[severity] > 0) ? broken : 0;
}

/** `2 errors, 1 note`; `nothing` when there is none. */
export function describeCounts({ counts }: CheckReport): string {
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`);
  if (counts.allowed > 0) parts.push(`${counts.allowed} allowed`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
