import type { CheckedFinding, CheckReport } from '../../app/check-report.ts';
import { describePlace } from '../../core/finding.ts';
import { ruleLink } from '../findings/rule.ts';
import { effectOf, subjectOf } from '../findings/text.ts';
import { describeCounts } from '../findings/verdict.ts';
import { code, escapedLine } from './markdown.ts';

/** A summary holds 1 MiB; what is more is in the report. */
const longest = 200;

/**
 * The job summary of a check, as Markdown. Names come from documents of others, and are escaped.
 * @param project as for `ruleLink`
 */
export function checkSummary(report: CheckReport, project: string | undefined): string {
  const { findings, consumers, remarks } = report;
  const rows = findings.slice(0, longest).map((finding) => rowOf(finding, project));
  const rest = findings.length - rows.length;
  const sections = [
    `### Found ${describeCounts(report)} in ${code(subjectOf(report))}`,
    `For ${consumers.map(escapedLine).join(', ')}`,
    ...(rows.length === 0 ? [] : [[...tableHead, ...rows].join('\n')]),
    ...(rest > 0 ? [`… and ${rest} more, in the output \`report\``] : []),
    ...remarks.map((remark) => `> [!NOTE]\n> ${escapedLine(remark)}`),
  ];
  return `${sections.join('\n\n')}\n`;
}

const tableHead = ['| Rule | | Where | What | Fix |', '| --- | --- | --- | --- | --- |'];

function rowOf(finding: CheckedFinding, project: string | undefined): string {
  const { code: rule, severity, allowed, place, message, fix } = finding;
  const cells = [
    project === undefined ? rule : `[${rule}](${ruleLink(rule, project)})`,
    allowed ? `${severity}, allowed` : severity,
    code(describePlace(place).replaceAll(/\s+/g, ' ')),
    `${escapedLine(message)}<br>${escapedLine(effectOf(finding))}`,
    escapedLine(fix),
  ];
  return `| ${cells.join(' | ')} |`;
}
