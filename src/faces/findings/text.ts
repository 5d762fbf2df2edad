import type { CheckedFinding, CheckReport } from '../../app/check-report.ts';
import { programs } from '../../core/consumers/consumer.ts';
import { consequences, describePlace, severities } from '../../core/finding.ts';
import { printable } from '../../core/schema/problem.ts';
import { ruleLink } from './rule.ts';
import { describeCounts } from './verdict.ts';

/** What a check found, for people: a block for each finding, the worst first. */
export function renderFindings(report: CheckReport): string {
  const counted = severities.map((severity) => ({
    title: `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}s`,
    findings: report.findings.filter((found) => !found.allowed && found.severity === severity),
  }));
  const allowed = {
    title: 'Allowed, not counted',
    findings: report.findings.filter((found) => found.allowed),
  };
  const groups = [...counted, allowed].filter(({ findings }) => findings.length > 0);
  const lines = [
    ...groups.flatMap(({ title, findings }) => [title, '', ...findings.flatMap(block)]),
    `Found ${describeCounts(report)} in ${subjectOf(report)}, for ${report.consumers.join(', ')}`,
    ...report.remarks.map((remark) => `Note: ${remark}`),
  ];
  // Names are those of others: no control sequence of theirs reaches the terminal.
  return `${lines.map(printable).join('\n')}\n`;
}

/** What was checked. */
export function subjectOf({ root }: CheckReport): string {
  return root ?? 'the files';
}

/** What the consumers do, in their own words where they have any. */
export function effectOf({ consumers, consequence, says }: CheckedFinding): string {
  const names = consumers.map((name) => programs[name].title).join(', ');
  const quoted = says === undefined ? '' : `, saying "${says}"`;
  return `${names}: ${consequences[consequence].words}${quoted}`;
}

function block(finding: CheckedFinding): readonly string[] {
  const { code, place, message, fix } = finding;
  return [
    `  ${code}  ${describePlace(place)}`,
    `    ${message}`,
    `    ${effectOf(finding)}`,
    `    fix: ${fix}`,
    `    see ${ruleLink(code)}`,
    '',
  ];
}
