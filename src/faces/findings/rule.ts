import { rules } from '../../core/consumers/rules/table.ts';
import { consequences, type Severity } from '../../core/finding.ts';
import { readingRules } from '../../core/reading-rules.ts';

/** What there is to say of a rule, whichever table it is of. */
export interface DescribedRule {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: Severity;
}

export function describeRule(code: string): DescribedRule {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule !== undefined) return { ...rule, severity: consequences[rule.consequence].severity };
  const reading = readingRules.find((candidate) => candidate.code === code);
  if (reading === undefined) throw new Error(`no rule ${code}`);
  return reading;
}

/**
 * Where a rule is explained.
 * @param project the URL of the project's files, where it is known
 */
export function ruleLink(code: string, project?: string): string {
  const page = `docs/rules.md#${code.toLowerCase()}`;
  return project === undefined ? page : `${project}/${page}`;
}
